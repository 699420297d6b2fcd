"""The builtin `memoryview`: bytes of another object, seen without copying them."""

_sizes = {'B': 1, 'b': 1, 'c': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'n': 8, 'N': 8,
          'f': 4, 'd': 8}


class memoryview:
    """A view of the bytes of an object."""

    __slots__ = ('_object', '_start', '_step', '_count', '_format', '_size', '_shape', '__weakref__')

    def __new__(cls, object):
        self = super().__new__(cls)
        self._start, self._step = 0, 1
        self._format, self._shape = 'B', None
        if isinstance(object, memoryview):
            object._check()
            for name in ('_object', '_start', '_step', '_count', '_format', '_size', '_shape'):
                setattr(self, name, getattr(object, name))
            return self
        if isinstance(object, (bytes, bytearray)):
            self._count, self._size = len(object), 1
        elif hasattr(object, 'typecode') and hasattr(object, 'itemsize'):
            self._format, self._size, self._count = object.typecode, object.itemsize, len(object)
            self._step = self._size
        elif hasattr(object, '__array__'):
            object = object.__array__()
            self._format, self._size, self._shape = object.dtype.char, object.itemsize, object.shape
            self._count, self._step = object.size, self._size
            object = object.reshape(-1)
        else:
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        self._object = object
        return self

    def _check(self):
        if self._object is None:
            raise ValueError('operation forbidden on released memoryview object')

    @property
    def obj(self):
        self._check()
        return self._object

    @property
    def format(self):
        return self._format

    @property
    def itemsize(self):
        return self._size

    @property
    def nbytes(self):
        return self._count * self._size

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def shape(self):
        return (self._count,) if self._shape is None else self._shape

    @property
    def strides(self):
        return (self._step,)

    @property
    def suboffsets(self):
        return ()

    @property
    def readonly(self):
        self._check()
        return isinstance(self._object, bytes)

    @property
    def c_contiguous(self):
        return self._step == self._size

    contiguous = f_contiguous = c_contiguous

    def __len__(self):
        self._check()
        return self._count

    def _array(self):
        return not isinstance(self._object, (bytes, bytearray))

    def _place(self, index):
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError('index out of bounds on dimension 1')
        return self._start + index * self._step

    def _at(self, place):
        if self._array():
            value = self._object[place // self._size]
            return value.item() if hasattr(value, 'item') else value
        if self._size == 1 and self._format == 'B':
            return self._object[place]
        from struct import unpack
        return unpack(self._format, bytes(self._object[place:place + self._size]))[0]

    def __getitem__(self, key):
        self._check()
        if isinstance(key, slice):
            start, stop, step = key.indices(self._count)
            part = memoryview(self)
            part._shape = None
            part._count = len(range(start, stop, step))
            part._start = self._start + start * self._step
            part._step = self._step * step
            return part
        if not hasattr(key, '__index__'):
            raise TypeError('memoryview: invalid slice key')
        return self._at(self._place(key.__index__()))

    def __setitem__(self, key, value):
        self._check()
        if self.readonly:
            raise TypeError('cannot modify read-only memory')
        if isinstance(key, slice):
            part = self[key]
            values = memoryview(value) if not isinstance(value, memoryview) else value
            if values._count != part._count or values._format != part._format:
                raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
            values = values.tolist()
            for index in range(part._count):
                part[index] = values[index]
            return
        place = self._place(key.__index__())
        if self._array():
            self._object[place // self._size] = value
        elif self._format == 'B':
            if not hasattr(value, '__index__'):
                raise TypeError(f"memoryview: invalid type for format 'B'")
            if not 0 <= value <= 255:
                raise ValueError("memoryview: invalid value for format 'B'")
            self._object[place] = value
        else:
            from struct import pack
            self._object[place:place + self._size] = pack(self._format, value)

    def __delitem__(self, key):
        raise TypeError('cannot delete memory')

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]

    def __contains__(self, value):
        return value in self.tolist()

    def __reversed__(self):
        return iter(self[::-1])

    def tolist(self):
        return [self._at(self._start + index * self._step) for index in range(len(self))]

    def tobytes(self, order='C'):
        self._check()
        if self._array():
            from struct import pack
            return b''.join(pack(self._format, value) for value in self.tolist())
        if self._step == self._size:
            return bytes(self._object[self._start:self._start + self._count * self._size])
        return b''.join(bytes(self._object[place:place + self._size])
                        for place in range(self._start, self._start + self._count * self._step, self._step)
                        ) if self._count else b''

    __bytes__ = __buffer_bytes__ = tobytes

    def hex(self, *args):
        return self.tobytes().hex(*args)

    def cast(self, format, shape=None):
        self._check()
        if format not in _sizes:
            raise ValueError("memoryview: destination format must be a native single character format prefixed "
                             "with an optional '@'")
        if self._step != self._size:
            raise TypeError('memoryview: casts are restricted to C-contiguous views')
        if self.nbytes % _sizes[format]:
            raise TypeError('memoryview: length is not a multiple of itemsize')
        view = memoryview(self)
        view._format, view._size = format, _sizes[format]
        view._count, view._step = self.nbytes // view._size, view._size
        if self._array():
            view._object, view._start = self.tobytes(), 0
        return view

    def toreadonly(self):
        return memoryview(self.tobytes())

    def release(self):
        self._object = None

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exception):
        self.release()

    def __eq__(self, other):
        if isinstance(other, memoryview):
            return self.tolist() == other.tolist()
        if isinstance(other, (bytes, bytearray)):
            return self.tobytes() == other
        return NotImplemented

    def __hash__(self):
        if not self.readonly:
            raise ValueError('cannot hash writable memoryview object')
        return hash(self.tobytes())

    def __repr__(self):
        return f'<{"released memory" if self._object is None else "memory"} at {id(self):#x}>'


memoryview.__module__ = 'builtins'
