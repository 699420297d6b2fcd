"""Objects of pickles, of all protocols."""

from pickle._writer import PickleError, latin_encode
from struct import unpack


class UnpicklingError(PickleError):
    """What is wrong in a pickle."""

    __module__ = '_pickle'


class _Stop(Exception):
    """Ends the reading."""


class Unpickler:
    """Reads objects from a file."""

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        self._file = file
        self._encoding = encoding
        self._errors = errors
        self.memo = {}

    def load(self):
        """Reads one object; the file stands behind it then."""
        file = self._file
        try:
            start = file.tell()
        except (AttributeError, OSError):
            return self._load(file.read())
        value = self._load(file.read())
        file.seek(start + self._at)
        return value

    def persistent_load(self, pid):
        """The object that stands elsewhere under a persistent id."""
        raise UnpicklingError('A load persistent id instruction was encountered, but no persistent_load function was '
                              'specified.')

    def find_class(self, module, name, /):
        """The class or function of a name."""
        import sys
        if self._proto < 3:
            module, name = _renamed.get((module, name), (_renamed_modules.get(module, module), name))
        if module == '_codecs' and name == 'encode':
            return latin_encode
        __import__(module)
        found = sys.modules[module]
        for part in name.split('.') if self._proto >= 4 else [name]:
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}") from None
        return found

    def _load(self, data):
        self._data = data
        self._at = 0
        self._proto = 0
        self.stack = []
        self._marks = []
        try:
            while True:
                self._read_plain()
                if self._at >= len(data):
                    raise EOFError('Ran out of input')
                opcode = data[self._at]
                self._at += 1
                method = _readers.get(opcode)
                if method is None:
                    raise UnpicklingError(f"invalid load key, '{_key(opcode)}'.")
                method(self)
        except _Stop:
            return self.stack.pop()
        except IndexError:
            raise UnpicklingError('pickle data was truncated') from None

    def _read_plain(self):
        """Reads numbers and short texts, the commonest instructions, without a call for each; stops before others."""
        data, at, push, memo = self._data, self._at, self.stack.append, self.memo
        last = len(data) - 1
        try:
            while at < last:
                opcode = data[at]
                if opcode == 0x4b:
                    push(data[at + 1])
                    at += 2
                elif opcode == 0x4d and at + 3 <= last:
                    push(data[at + 1] | data[at + 2] << 8)
                    at += 3
                elif opcode == 0x47 and at + 9 <= last:
                    push(unpack('>d', data[at + 1:at + 9])[0])
                    at += 9
                elif opcode == 0x4a and at + 5 <= last:
                    push(unpack('<i', data[at + 1:at + 5])[0])
                    at += 5
                elif opcode == 0x8c and at + 2 + data[at + 1] <= last:
                    end = at + 2 + data[at + 1]
                    push(data[at + 2:end].decode('utf-8', 'surrogatepass'))
                    at = end
                elif opcode == 0x94 and self.stack:
                    memo[len(memo)] = self.stack[-1]
                    at += 1
                else:
                    break
        finally:
            self._at = at

    # Parts of the data

    def _take(self, n):
        end = self._at + n
        if end > len(self._data):
            raise UnpicklingError('pickle data was truncated')
        part = self._data[self._at:end]
        self._at = end
        return part

    def _line(self):
        end = self._data.find(b'\n', self._at)
        if end < 0:
            raise UnpicklingError('pickle data was truncated')
        part = self._data[self._at:end]
        self._at = end + 1
        return part

    def _number(self, form, n):
        return unpack(form, self._take(n))[0]

    def _marked(self):
        items = self.stack
        self.stack = self._marks.pop()
        return items

    def _text(self, data):
        if self._encoding == 'bytes':
            return data
        return data.decode(self._encoding, self._errors)

    # Instructions

    def _proto_number(self):
        proto = self._take(1)[0]
        if proto > 5:
            raise ValueError(f'unsupported pickle protocol: {proto}')
        self._proto = proto

    def _stop(self):
        raise _Stop

    def _frame(self):
        if self._number('<Q', 8) > len(self._data) - self._at:
            raise UnpicklingError('pickle data was truncated')

    def _mark(self):
        self._marks.append(self.stack)
        self.stack = []

    def _pop(self):
        if self.stack:
            self.stack.pop()
        else:
            self._marked()

    def _int(self):
        line = self._line()
        self.stack.append({b'00': False, b'01': True}[line] if line in (b'00', b'01') else int(line))

    def _long(self):
        self.stack.append(int(self._line().rstrip(b'L')))

    def _long_bytes(self, n):
        self.stack.append(int.from_bytes(self._take(n), 'little', signed=True))

    def _string(self):
        line = self._line()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b'"', b"'"):
            raise UnpicklingError('the STRING opcode argument must be quoted')
        self.stack.append(self._text(line[1:-1].decode('unicode_escape').encode('latin-1')))

    def _set_items(self, pairs):
        target = self.stack[-1]
        for i in range(0, len(pairs), 2):
            target[pairs[i]] = pairs[i + 1]

    def _append_all(self, items):
        target = self.stack[-1]
        if isinstance(target, list):
            target.extend(items)
        else:
            for item in items:
                target.append(item)

    def _append_one(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    def _set_one(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value

    def _dict_of(self, pairs):
        self.stack.append({pairs[i]: pairs[i + 1] for i in range(0, len(pairs), 2)})

    def _add_items(self):
        items = self._marked()
        target = self.stack[-1]
        for item in items:
            target.add(item)

    def _tuple_of(self, n):
        items = tuple(self.stack[-n:])
        if len(items) < n:
            raise UnpicklingError('unexpected MARK found')
        del self.stack[-n:]
        self.stack.append(items)

    def _get(self, index):
        try:
            self.stack.append(self.memo[index])
        except KeyError:
            raise UnpicklingError(f'Memo value not found at index {index}') from None

    def _put(self, index):
        self.memo[index] = self.stack[-1]

    def _stack_global(self):
        name = self.stack.pop()
        module = self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError('STACK_GLOBAL requires str')
        self.stack.append(self.find_class(module, name))

    def _global(self):
        module = self._line().decode('utf-8')
        self.stack.append(self.find_class(module, self._line().decode('utf-8')))

    def _reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def _new(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args))

    def _new_keywords(self):
        keywords = self.stack.pop()
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args, **keywords))

    def _instance(self, cls, args):
        self.stack.append(cls(*args) if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__')
                          else cls.__new__(cls))

    def _old_instance(self):
        module = self._line().decode('ascii')
        name = self._line().decode('ascii')
        self._instance(self.find_class(module, name), self._marked())

    def _old_object(self):
        args = self._marked()
        self._instance(args.pop(0), args)

    def _build(self):
        state = self.stack.pop()
        target = self.stack[-1]
        method = getattr(target, '__setstate__', None)
        if method is not None:
            method(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            own = target.__dict__
            for key, value in state.items():
                own[key] = value
        if slots:
            for key, value in slots.items():
                setattr(target, key, value)

    def _persistent(self):
        self.stack.append(self.persistent_load(self.stack.pop()))

    def _persistent_line(self):
        self.stack.append(self.persistent_load(self._line().decode('ascii')))


def _key(opcode):
    return chr(opcode) if 32 <= opcode < 127 and opcode not in (39, 92) else f'\\x{opcode:02x}'


_renamed = {('__builtin__', 'xrange'): ('builtins', 'range'), ('__builtin__', 'unicode'): ('builtins', 'str'),
            ('__builtin__', 'long'): ('builtins', 'int'), ('__builtin__', 'unichr'): ('builtins', 'chr')}
_renamed_modules = {'__builtin__': 'builtins', 'exceptions': 'builtins', 'copy_reg': 'copyreg', 'Queue': 'queue',
                    'cPickle': 'pickle'}


def _push(value):
    return lambda self: self.stack.append(value)


_readers = {
    0x80: Unpickler._proto_number,
    0x95: Unpickler._frame,
    ord('.'): Unpickler._stop,
    ord('('): Unpickler._mark,
    ord('0'): Unpickler._pop,
    ord('1'): lambda self: self._marked() and None,
    ord('2'): lambda self: self.stack.append(self.stack[-1]),
    ord('N'): _push(None),
    0x88: _push(True),
    0x89: _push(False),
    ord('I'): Unpickler._int,
    ord('L'): Unpickler._long,
    ord('J'): lambda self: self.stack.append(self._number('<i', 4)),
    ord('K'): lambda self: self.stack.append(self._take(1)[0]),
    ord('M'): lambda self: self.stack.append(self._number('<H', 2)),
    0x8a: lambda self: self._long_bytes(self._take(1)[0]),
    0x8b: lambda self: self._long_bytes(self._number('<i', 4)),
    ord('F'): lambda self: self.stack.append(float(self._line())),
    ord('G'): lambda self: self.stack.append(self._number('>d', 8)),
    ord('S'): Unpickler._string,
    ord('T'): lambda self: self.stack.append(self._text(self._take(self._number('<i', 4)))),
    ord('U'): lambda self: self.stack.append(self._text(self._take(self._take(1)[0]))),
    ord('B'): lambda self: self.stack.append(self._take(self._number('<I', 4))),
    ord('C'): lambda self: self.stack.append(self._take(self._take(1)[0])),
    0x8e: lambda self: self.stack.append(self._take(self._number('<Q', 8))),
    0x96: lambda self: self.stack.append(bytearray(self._take(self._number('<Q', 8)))),
    ord('V'): lambda self: self.stack.append(self._line().decode('raw_unicode_escape')),
    ord('X'): lambda self: self.stack.append(self._take(self._number('<I', 4)).decode('utf-8', 'surrogatepass')),
    0x8c: lambda self: self.stack.append(self._take(self._take(1)[0]).decode('utf-8', 'surrogatepass')),
    0x8d: lambda self: self.stack.append(self._take(self._number('<Q', 8)).decode('utf-8', 'surrogatepass')),
    ord(')'): lambda self: self.stack.append(()),
    ord('t'): lambda self: (items := self._marked()) and None or self.stack.append(tuple(items)),
    0x85: lambda self: self._tuple_of(1),
    0x86: lambda self: self._tuple_of(2),
    0x87: lambda self: self._tuple_of(3),
    ord(']'): lambda self: self.stack.append([]),
    ord('l'): lambda self: (items := self._marked()) and None or self.stack.append(items),
    ord('a'): Unpickler._append_one,
    ord('e'): lambda self: self._append_all(self._marked()),
    ord('}'): lambda self: self.stack.append({}),
    ord('d'): lambda self: self._dict_of(self._marked()),
    ord('s'): Unpickler._set_one,
    ord('u'): lambda self: self._set_items(self._marked()),
    0x8f: lambda self: self.stack.append(set()),
    0x90: Unpickler._add_items,
    0x91: lambda self: (items := self._marked()) and None or self.stack.append(frozenset(items)),
    ord('g'): lambda self: self._get(int(self._line())),
    ord('h'): lambda self: self._get(self._take(1)[0]),
    ord('j'): lambda self: self._get(self._number('<I', 4)),
    ord('p'): lambda self: self._put(int(self._line())),
    ord('q'): lambda self: self._put(self._take(1)[0]),
    ord('r'): lambda self: self._put(self._number('<I', 4)),
    0x94: lambda self: self._put(len(self.memo)),
    0x93: Unpickler._stack_global,
    ord('c'): Unpickler._global,
    ord('R'): Unpickler._reduce,
    0x81: Unpickler._new,
    0x92: Unpickler._new_keywords,
    ord('i'): Unpickler._old_instance,
    ord('o'): Unpickler._old_object,
    ord('b'): Unpickler._build,
    ord('Q'): Unpickler._persistent,
    ord('P'): Unpickler._persistent_line,
}
