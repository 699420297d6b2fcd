"""Objects printed over several lines."""

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Prints an object over as many lines as it needs."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """What `pprint` would print, without the last line end."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """`pprint` with dictionaries in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """`repr` that marks an object inside itself."""
    return PrettyPrinter()._text(object, {}, None, 0)[0]


def isreadable(object):
    """Whether the text can be evaluated."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether an object holds itself."""
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Orders objects of any types."""

    __slots__ = ('obj',)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _item_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _repr_is(cls, base):
    return getattr(cls, '__repr__', None) is getattr(base, '__repr__', None)


class PrettyPrinter:
    """Prints objects over several lines."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        for name, wrong, right in (('indent', indent < 0, '>= 0'), ('depth', depth is not None and depth <= 0, '> 0'),
                                   ('width', width == 0, '!= 0')):
            if wrong:
                raise ValueError(f'{name} must be {right}')
        self._stream, self._width, self._depth, self._indent_per_level = stream, width, depth, indent
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        """Prints an object."""
        stream = self._stream
        if stream is None:
            import sys
            stream = sys.stdout
        stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        """The text of an object."""
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return ''.join(out)

    def isrecursive(self, object):
        return self._text(object, {}, None, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self._text(object, {}, None, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The text of an object on one line, whether it can be evaluated, and whether it holds itself."""
        return self._text(object, context, maxlevels, level)

    def _format(self, object, out, indent, allowance, context, level):
        key = id(object)
        if key in context:
            out.append(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            write = self._printer(object)
            if write is not None:
                context[key] = 1
                write(object, out, indent, allowance, context, level + 1)
                del context[key]
                return
        out.append(text)

    def _printer(self, object):
        cls = type(object)
        name = cls.__name__
        if isinstance(object, dict):
            if name == 'OrderedDict':
                return self._ordered_dict
            if name == 'defaultdict':
                return self._default_dict
            if name == 'Counter':
                return self._counter
            return self._dict if _repr_is(cls, dict) else None
        for base, method in ((list, self._list), (tuple, self._tuple), (set, self._set), (frozenset, self._set),
                             (str, self._str), (bytes, self._bytes), (bytearray, self._bytearray)):
            if isinstance(object, base):
                return method if _repr_is(cls, base) else None
        if name == 'mappingproxy':
            return self._mapping_proxy
        if name == 'SimpleNamespace':
            return self._namespace
        if name == 'deque':
            return self._deque
        if name == 'ChainMap':
            return self._chain_map
        if name in ('UserDict', 'UserList', 'UserString') and cls.__module__ == 'collections':
            return lambda object, *rest: self._format(object.data, *rest[:-1], rest[-1] - 1)
        if (hasattr(cls, '__dataclass_fields__') and '__repr__' in cls.__dict__
                and object.__dataclass_params__.repr and not hasattr(cls.__repr__, '__wrapped__')):
            return self._dataclass
        return None

    def _pad(self, out):
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * ' ')

    def _dict(self, object, out, indent, allowance, context, level):
        out.append('{')
        self._pad(out)
        if len(object):
            items = sorted(object.items(), key=_item_key) if self._sort_dicts else list(object.items())
            self._pairs(items, out, indent, allowance + 1, context, level)
        out.append('}')

    def _pairs(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            out.append(text)
            out.append(': ')
            self._format(value, out, indent + len(text) + 2, allowance if i == last else 1, context, level)
            if i != last:
                out.append(',\n' + ' ' * indent)

    def _list(self, object, out, indent, allowance, context, level):
        out.append('[')
        self._items(object, out, indent, allowance + 1, context, level)
        out.append(']')

    def _tuple(self, object, out, indent, allowance, context, level):
        out.append('(')
        end = ',)' if len(object) == 1 else ')'
        self._items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _set(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        cls = object.__class__
        if cls is set:
            start, end = '{', '}'
        else:
            start, end = cls.__name__ + '({', '})'
            indent += len(cls.__name__) + 1
        out.append(start)
        self._items(sorted(object, key=_Key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        self._pad(out)
        new_line = ',\n' + ' ' * indent
        separator = ''
        items = [*items]
        left = len(items)
        room = line = self._width - indent + 1
        for item in items:
            left -= 1
            behind = 0 if left else allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if needed + behind > room:
                    room, separator = line, separator and new_line
                if needed + behind <= room:
                    out += separator, text
                    room, separator = room - needed, ', '
                    continue
            out.append(separator)
            self._format(item, out, indent, 1 if left else allowance, context, level)
            separator = new_line

    def _str(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        full = width = self._width - indent
        text = ''
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                width -= allowance
            if len(text) <= width:
                chunks.append(text)
                continue
            chunks += _word_chunks(line, full, allowance if i == len(lines) - 1 else 0)
        if len(chunks) == 1:
            out.append(text)
            return
        if level == 1:
            out.append('(')
        out.append(('\n' + ' ' * indent).join(chunks))
        if level == 1:
            out.append(')')

    def _bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            out.append('(')
        out.append(('\n' + ' ' * indent).join(_byte_chunks(object, self._width - indent, allowance)))
        if parens:
            out.append(')')

    def _bytearray(self, object, out, indent, allowance, context, level):
        out.append('bytearray(')
        self._bytes(bytes(object), out, indent + 10, allowance + 1, context, level + 1)
        out.append(')')

    def _mapping_proxy(self, object, out, indent, allowance, context, level):
        out.append('mappingproxy(')
        self._format(object.copy(), out, indent + 13, allowance + 1, context, level)
        out.append(')')

    def _ordered_dict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = object.__class__.__name__
        out.append(name + '(')
        self._format(list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out.append(')')

    def _default_dict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent += len(name) + 1
        out.append(f'{name}({factory},\n{" " * indent}')
        self._dict(object, out, indent, allowance + 1, context, level)
        out.append(')')

    def _counter(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = object.__class__.__name__
        out.append(name + '({')
        self._pad(out)
        self._pairs(object.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out.append('})')

    def _deque(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = object.__class__.__name__
        out.append(name + '(')
        indent += len(name) + 1
        out.append('[')
        if object.maxlen is None:
            self._items(object, out, indent, allowance + 2, context, level)
            out.append('])')
        else:
            self._items(object, out, indent, 2, context, level)
            text = self._repr(object.maxlen, context, level)
            out.append(f'],\n{" " * indent}maxlen={text})')

    def _chain_map(self, object, out, indent, allowance, context, level):
        name = object.__class__.__name__
        out.append(name + '(')
        indent += len(name) + 1
        for i, m in enumerate(object.maps):
            last = i == len(object.maps) - 1
            self._format(m, out, indent, allowance + 1 if last else 1, context, level)
            out.append(')' if last else ',\n' + ' ' * indent)

    def _namespace(self, object, out, indent, allowance, context, level):
        name = 'namespace' if type(object).__name__ == 'SimpleNamespace' else object.__class__.__name__
        out.append(name + '(')
        self._named(list(object.__dict__.items()), out, indent + len(name) + 1, allowance, context, level)
        out.append(')')

    def _dataclass(self, object, out, indent, allowance, context, level):
        name = object.__class__.__name__
        items = [(f.name, getattr(object, f.name)) for f in object.__dataclass_fields__.values()
                 if f.repr and f._field_type in ('_FIELD', None) or getattr(f._field_type, 'name', '') == '_FIELD']
        out.append(name + '(')
        self._named(items, out, indent + len(name) + 1, allowance, context, level)
        out.append(')')

    def _named(self, items, out, indent, allowance, context, level):
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            out.append(key + '=')
            if id(value) in context:
                out.append('...')
            else:
                self._format(value, out, indent + len(key) + 1, allowance if i == last else 1, context, level)
            if i != last:
                out.append(',\n' + ' ' * indent)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _text(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in (str, bytes, float, complex, bool, type(None)):
            return repr(object), True, False
        if issubclass(cls, int) and _repr_is(cls, int):
            return (f'{object:_d}' if self._underscore_numbers else repr(object)), True, False
        is_dict = issubclass(cls, dict) and _repr_is(cls, dict)
        is_list = issubclass(cls, list) and _repr_is(cls, list)
        is_tuple = issubclass(cls, tuple) and _repr_is(cls, tuple)
        if not (is_dict or is_list or is_tuple):
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        if not object:
            return ('{}' if is_dict else '[]' if is_list else '()'), True, False
        key = id(object)
        level += 1
        if maxlevels and level > maxlevels:
            short = '{...}' if is_dict else '[...]' if is_list else '(...,)' if len(object) == 1 else '(...)'
            return short, False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive = True, False
        parts = []
        if is_dict:
            items = sorted(object.items(), key=_item_key) if self._sort_dicts else object.items()
            for k, v in items:
                k_text, k_readable, k_recursive = self.format(k, context, maxlevels, level)
                v_text, v_readable, v_recursive = self.format(v, context, maxlevels, level)
                parts.append(f'{k_text}: {v_text}')
                readable = readable and k_readable and v_readable
                recursive = recursive or k_recursive or v_recursive
        else:
            for item in object:
                text, item_readable, item_recursive = self.format(item, context, maxlevels, level)
                parts.append(text)
                readable = readable and item_readable
                recursive = recursive or item_recursive
        del context[key]
        text = ', '.join(parts)
        if is_dict:
            return '{' + text + '}', readable, recursive
        if is_list:
            return '[' + text + ']', readable, recursive
        return ('(' + text + ',)' if len(parts) == 1 else '(' + text + ')'), readable, recursive


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'


def _words(line):
    """The words of a line with the white space that follows them."""
    words = []
    at, n = 0, len(line)
    while at < n:
        start = at
        while at < n and not line[at].isspace():
            at += 1
        while at < n and line[at].isspace():
            at += 1
        words.append(line[start:at])
    return words


def _word_chunks(line, room, behind):
    """The texts of as many words as a line has room for; behind the last word something follows."""
    words = _words(line)
    start = 0
    for end in range(1, len(words) + 1):
        if end == len(words):
            room -= behind
        if start < end - 1 and len(repr(''.join(words[start:end]))) > room:
            yield repr(''.join(words[start:end - 1]))
            start = end - 1
    if words:
        yield repr(''.join(words[start:]))


def _byte_chunks(object, width, allowance):
    """The texts of as many fours of bytes as a line has room for; what follows stands behind the last."""
    start, n = 0, len(object)
    for end in range(4, n + 4, 4):
        room = width if end <= n else width - allowance
        if start < end - 4 and len(repr(object[start:end])) > room:
            yield repr(object[start:end - 4])
            start = end - 4
    yield repr(object[start:])
