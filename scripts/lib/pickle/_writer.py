"""Pickles of objects, by protocols 2 to 5."""

from copyreg import _reduced
from struct import pack


class PickleError(Exception):
    """What went wrong with a pickle."""

    __module__ = '_pickle'


class PicklingError(PickleError):
    """What cannot be pickled."""

    __module__ = '_pickle'


_BATCH = 1000
_bytes = [bytes([n]) for n in range(256)]
_small = [b'K' + byte for byte in _bytes]
_FRAME = 64 * 1024


class Pickler:
    """Writes objects to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = 4
        if protocol < 0:
            protocol = 5
        elif protocol > 5:
            raise ValueError('pickle protocol must be <= 5')
        if not hasattr(file, 'write'):
            raise TypeError("file must have a 'write' attribute")
        self._write_file = file.write
        self.proto = max(protocol, 2)
        self.memo = {}
        self._frame = None

    def clear_memo(self):
        """Forgets the objects written."""
        self.memo.clear()

    def persistent_id(self, obj):
        """Something that stands for an object stored elsewhere, or None."""
        return None

    def dump(self, obj):
        """Writes an object."""
        # Most picklers know nothing that is stored elsewhere.
        is_own = getattr(self.persistent_id, '__func__', None) is not Pickler.persistent_id
        self._persistent = self.persistent_id if is_own else None
        self._write_file(b'\x80' + bytes([self.proto]))
        if self.proto >= 4:
            self._frame = []
            self._size = 0
        self._save(obj)
        self._write(b'.')
        if self._frame is not None:
            self._end_frame()
            self._frame = None

    def _write(self, data):
        if self._frame is None:
            self._write_file(data)
        else:
            self._frame.append(data)
            self._size += len(data)

    def _end_frame(self):
        data = b''.join(self._frame)
        if len(data) >= 4:
            self._write_file(b'\x95' + pack('<Q', len(data)))
        self._write_file(data)
        self._frame = []
        self._size = 0

    def _write_large(self, head, data):
        """Writes long data outside of frames."""
        if self._frame is None or len(data) < _FRAME:
            self._write(head + data)
            return
        self._end_frame()
        self._write_file(head)
        self._write_file(data)

    def _memoize(self, obj):
        index = len(self.memo)
        # The object is kept, as its id must stay its own.
        self.memo[id(obj)] = index, obj
        if self.proto >= 4:
            self._write(b'\x94')
        elif index < 256:
            self._write(b'q' + bytes([index]))
        else:
            self._write(b'r' + pack('<I', index))

    def _get(self, index):
        self._write(b'h' + bytes([index]) if index < 256 else b'j' + pack('<I', index))

    def _save(self, obj):
        if self._frame is not None and self._size >= _FRAME:
            self._end_frame()
        if self._persistent is not None:
            persistent = self._persistent(obj)
            if persistent is not None:
                self._save(persistent)
                self._write(b'Q')
                return
        cls = type(obj)
        method = _savers.get(cls)
        if method is not None and cls in _atoms:
            method(self, obj)
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
        elif method is not None:
            method(self, obj)
        else:
            self._save_other(obj, cls)

    def _save_all(self, items):
        """Writes objects one after the other, numbers and short texts without a call for each."""
        if self._persistent is not None or self._frame is None:
            for item in items:
                self._save(item)
            return
        memo = self.memo
        for item in items:
            cls = type(item)
            if cls is int and 0 <= item < 256:
                data = _small[item]
            elif cls is int and -0x80000000 <= item <= 0x7fffffff:
                data = b'M' + pack('<H', item) if 0 <= item <= 0xffff else b'J' + pack('<i', item)
            elif cls is float:
                data = b'G' + pack('>d', item)
            elif cls is str and len(item) < 64 and id(item) not in memo:
                data = item.encode('utf-8', 'surrogatepass')
                data = b'\x8c' + _bytes[len(data)] + data + b'\x94'
                memo[id(item)] = len(memo), item
            else:
                self._save(item)
                continue
            if self._size >= _FRAME:
                self._end_frame()
            self._frame.append(data)
            self._size += len(data)

    def _save_none(self, obj):
        self._write(b'N')

    def _save_bool(self, obj):
        self._write(b'\x88' if obj else b'\x89')

    def _save_int(self, obj):
        if 0 <= obj <= 0xff:
            self._write(b'K' + bytes([obj]))
        elif 0 <= obj <= 0xffff:
            self._write(b'M' + pack('<H', obj))
        elif -0x80000000 <= obj <= 0x7fffffff:
            self._write(b'J' + pack('<i', obj))
        else:
            n = (obj if obj >= 0 else ~obj).bit_length() // 8 + 1
            data = obj.to_bytes(n, 'little', signed=True)
            self._write(b'\x8a' + bytes([n]) + data if n < 256 else b'\x8b' + pack('<i', n) + data)

    def _save_float(self, obj):
        self._write(b'G' + pack('>d', obj))

    def _save_str(self, obj):
        data = obj.encode('utf-8', 'surrogatepass')
        n = len(data)
        if n <= 0xff and self.proto >= 4:
            self._write(b'\x8c' + bytes([n]) + data)
        elif n <= 0xffffffff:
            self._write_large(b'X' + pack('<I', n), data)
        else:
            self._write_large(b'\x8d' + pack('<Q', n), data)
        self._memoize(obj)

    def _save_bytes(self, obj):
        n = len(obj)
        if self.proto < 3:
            self._save_old_bytes(obj)
            return
        if n <= 0xff:
            self._write(b'C' + bytes([n]) + obj)
        elif n <= 0xffffffff:
            self._write_large(b'B' + pack('<I', n), obj)
        else:
            self._write_large(b'\x8e' + pack('<Q', n), obj)
        self._memoize(obj)

    def _save_old_bytes(self, obj):
        if not obj:
            self._save_reduced(obj, (bytes, ()))
            return
        known = self.memo.get(id(latin_encode))
        if known is not None:
            self._get(known[0])
        else:
            self._write(b'c_codecs\nencode\n')
            self._memoize(latin_encode)
        self._save((obj.decode('latin-1'), 'latin1'))
        self._write(b'R')
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduced(obj, (bytearray, (bytes(obj),)) if obj else (bytearray, ()))
            return
        self._write_large(b'\x96' + pack('<Q', len(obj)), bytes(obj))
        self._memoize(obj)

    def _save_tuple(self, obj):
        n = len(obj)
        if n == 0:
            self._write(b')')
            return
        if n > 3:
            self._write(b'(')
        self._save_all(obj)
        known = self.memo.get(id(obj))
        if known is not None:
            # The tuple holds itself, and was written meanwhile.
            self._write(b'0' * n if n <= 3 else b'1')
            self._get(known[0])
            return
        self._write((b'\x85', b'\x86', b'\x87')[n - 1] if n <= 3 else b't')
        self._memoize(obj)

    def _save_list(self, obj):
        self._write(b']')
        self._memoize(obj)
        self._append(obj)

    def _append(self, items):
        for batch in _batches(items):
            if len(batch) == 1:
                self._save(batch[0])
                self._write(b'a')
            else:
                self._write(b'(')
                self._save_all(batch)
                self._write(b'e')

    def _save_dict(self, obj):
        self._write(b'}')
        self._memoize(obj)
        self._set_items(obj.items())

    def _set_items(self, items):
        for batch in _batches(items):
            if len(batch) == 1:
                self._save(batch[0][0])
                self._save(batch[0][1])
                self._write(b's')
            else:
                self._write(b'(')
                self._save_all([part for pair in batch for part in pair])
                self._write(b'u')

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduced(obj, (set, (list(obj),)))
            return
        self._write(b'\x8f')
        self._memoize(obj)
        for batch in _batches(obj):
            self._write(b'(')
            self._save_all(batch)
            self._write(b'\x90')

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduced(obj, (frozenset, (list(obj),)))
            return
        self._write(b'(')
        self._save_all(obj)
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(b'1')
            self._get(known[0])
            return
        self._write(b'\x91')
        self._memoize(obj)

    def _save_other(self, obj, cls):
        from copyreg import dispatch_table
        reduce = dispatch_table.get(cls)
        if reduce is None and cls.__module__ == 'numpy':
            from _numpy.pickling import _reducer_of
            reduce = _reducer_of(obj)
        if reduce is not None:
            self._save_reduced(obj, reduce(obj))
        elif isinstance(obj, type):
            self._save_type(obj)
        elif cls in _functions:
            self._save_global(obj)
        elif cls is range:
            self._save_reduced(obj, (range, (obj.start, obj.stop, obj.step)))
        elif cls is slice:
            self._save_reduced(obj, (slice, (obj.start, obj.stop, obj.step)))
        elif cls is complex:
            self._save_reduced(obj, (complex, (obj.real, obj.imag)))
        elif obj is Ellipsis or obj is NotImplemented:
            self._save_global(obj, repr(obj))
        elif cls is _method:
            self._save_reduced(obj, (getattr, (obj.__self__, obj.__func__.__name__)))
        else:
            reduced = _reduced(obj, self.proto)
            if isinstance(reduced, str):
                self._save_global(obj, reduced)
                return
            if not isinstance(reduced, tuple):
                raise PicklingError('__reduce__ must return a string or tuple')
            if not 2 <= len(reduced) <= 6:
                raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
            self._save_reduced(obj, reduced)

    def _save_type(self, obj):
        for value in (None, Ellipsis, NotImplemented):
            if obj is type(value):
                self._save_reduced(obj, (type, (value,)))
                return
        self._save_global(obj)

    def _save_reduced(self, obj, reduced):
        function, args, state, items, pairs = (tuple(reduced) + (None, None, None))[:5]
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        if not callable(function):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        name = getattr(function, '__name__', '')
        if name == '__newobj__':
            self._save(args[0])
            self._save(args[1:])
            self._write(b'\x81')
        elif name == '__newobj_ex__' and self.proto >= 4:
            for part in args:
                self._save(part)
            self._write(b'\x92')
        else:
            self._save(function)
            self._save(args)
            self._write(b'R')
        if obj is not None:
            known = self.memo.get(id(obj))
            if known is not None:
                self._write(b'0')
                self._get(known[0])
            else:
                self._memoize(obj)
        if items is not None:
            self._append(items)
        if pairs is not None:
            self._set_items(pairs)
        if state is not None:
            self._save(state)
            self._write(b'b')

    def _save_global(self, obj, name=None):
        name = name or getattr(obj, '__qualname__', None) or obj.__name__
        module = getattr(obj, '__module__', None) or 'builtins'
        if '<locals>' in name:
            raise AttributeError(f"Can't pickle local object {name!r}")
        self._find(obj, module, name)
        if self.proto < 4 and '.' in name:
            # The old protocols know no names in classes: the class is asked for the attribute.
            owner, _, last = name.rpartition('.')
            parent = __import__(module, fromlist=['_'])
            for part in owner.split('.'):
                parent = getattr(parent, part)
            self._save_reduced(obj, (getattr, (parent, last)))
            return
        if self.proto >= 4:
            self._save(module)
            self._save(name)
            self._write(b'\x93')
        else:
            if self.proto < 3 and module == 'builtins':
                is_error = isinstance(obj, type) and issubclass(obj, BaseException)
                module, name = 'exceptions' if is_error else '__builtin__', _old_names.get(name, name)
            self._write(b'c' + module.encode() + b'\n' + name.encode() + b'\n')
        self._memoize(obj)

    def _find(self, obj, module, name):
        """Checks that the name leads back to the object."""
        import sys
        try:
            __import__(module)
            found = sys.modules[module]
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module!r} failed") from None
        for part in name.split('.'):
            try:
                found = getattr(found, part)
            except AttributeError:
                raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")


def latin_encode(text, encoding):
    """What makes bytes of the pickles of old protocols."""
    return text.encode(encoding)


# The names that old pickles use.
_old_names = {'range': 'xrange', 'str': 'unicode', 'int': 'long', 'chr': 'unichr'}


def _batches(items):
    items = list(items)
    return [items[i:i + _BATCH] for i in range(0, len(items), _BATCH)]


class _Class:
    def method(self):
        pass


_method = type(_Class().method)
_functions = (type(len), type(lambda: 0))
_atoms = frozenset((type(None), bool, int, float))
_savers = {type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float,
           str: Pickler._save_str, bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray,
           tuple: Pickler._save_tuple, list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set,
           frozenset: Pickler._save_frozenset}
