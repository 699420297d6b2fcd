"""Lists of numbers of one size."""

from struct import calcsize, pack, unpack

__all__ = ['array', 'ArrayType', 'typecodes']

typecodes = 'bBuhHiIlLqQfd'
_limits = {'b': (-128, 127, 'signed char'), 'B': (0, 255, 'unsigned byte integer'),
           'h': (-2 ** 15, 2 ** 15 - 1, 'signed short integer'), 'H': (0, 2 ** 16 - 1, 'unsigned short'),
           'i': (-2 ** 31, 2 ** 31 - 1, 'signed integer'), 'I': (0, 2 ** 32 - 1, 'unsigned int'),
           'l': (-2 ** 63, 2 ** 63 - 1, None), 'L': (0, 2 ** 64 - 1, None), 'q': (-2 ** 63, 2 ** 63 - 1, None),
           'Q': (0, 2 ** 64 - 1, None)}


def _checked(code, value):
    if code == 'u':
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError('array item must be unicode character')
        return value
    if code in 'fd':
        if not isinstance(value, (int, float)) and not hasattr(value, '__float__'):
            raise TypeError(f'must be real number, not {type(value).__name__}')
        value = float(value)
        return unpack('f', pack('f', value))[0] if code == 'f' else value
    from operator import index
    value = index(value)
    low, high, name = _limits[code]
    if not low <= value <= high:
        if name is None:
            raise OverflowError('Python int too large to convert to C long' if code == 'l' else
                                'can\'t convert negative value to unsigned int' if value < 0 else
                                'int too big to convert')
        raise OverflowError(f'{name} is {"less than minimum" if value < low else "greater than maximum"}')
    return value


class array:
    """A list of numbers of one size."""

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self.typecode = typecode
        self.itemsize = 4 if typecode == 'u' else calcsize(typecode)
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            if isinstance(initializer, str) and typecode != 'u':
                raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
            self.extend(initializer)

    def append(self, x):
        """Adds a number at the end."""
        if type(x) is float and self.typecode == 'd':
            self._items.append(x)
        else:
            self._items.append(_checked(self.typecode, x))

    def extend(self, iterable):
        """Adds numbers at the end."""
        code, items = self.typecode, self._items
        if isinstance(iterable, array):
            if iterable.typecode != code:
                raise TypeError('can only extend with array of same kind')
            items.extend(iterable._items)
            return
        if code == 'd' and type(iterable) in (list, tuple) and all([type(x) is float for x in iterable]):
            items.extend(iterable)
            return
        if code in _limits and type(iterable) in (list, tuple, range):
            low, high, _ = _limits[code]
            if all([type(x) is int and low <= x <= high for x in iterable]):
                items.extend(iterable)
                return
        for x in iterable:
            items.append(_checked(code, x))

    fromlist = extend

    def insert(self, i, x):
        """Inserts a number."""
        self._items.insert(i, _checked(self.typecode, x))

    def pop(self, i=-1):
        """Removes a number and returns it."""
        if not self._items:
            raise IndexError('pop from empty array')
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError('pop index out of range') from None

    def remove(self, x):
        """Removes the first of a number."""
        if x not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._items.remove(x)

    def index(self, x, *args):
        """The first place of a number."""
        try:
            return self._items.index(x, *args)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, x):
        """How often a number occurs."""
        return self._items.count(x)

    def reverse(self):
        """Reverses the order."""
        self._items.reverse()

    def tolist(self):
        """The numbers as a list."""
        return self._items[:]

    def tobytes(self):
        """The numbers as bytes."""
        if self.typecode == 'u':
            return ''.join(self._items).encode('utf-32-le')
        return pack(f'{len(self._items)}{self.typecode}', *self._items)

    __buffer_bytes__ = tobytes

    def frombytes(self, data, /):
        """Adds the numbers of bytes."""
        data = bytes(data)
        if len(data) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        if self.typecode == 'u':
            self._items.extend(data.decode('utf-32-le'))
        else:
            self._items.extend(unpack(f'{len(data) // self.itemsize}{self.typecode}', data))

    def tofile(self, f):
        """Writes the numbers as bytes."""
        f.write(self.tobytes())

    def fromfile(self, f, n):
        """Adds n numbers from a file."""
        data = f.read(n * self.itemsize)
        self.frombytes(data[:len(data) // self.itemsize * self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def tounicode(self):
        """The characters as a string."""
        return ''.join(self._items)

    def byteswap(self):
        """Reverses the bytes of each number."""
        data, n = self.tobytes(), self.itemsize
        self._items = []
        self.frombytes(b''.join([data[i:i + n][::-1] for i in range(0, len(data), n)]))

    def buffer_info(self):
        return id(self._items), len(self._items)

    def _made(self, items):
        made = type(self)(self.typecode)
        made._items = items
        return made

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, x):
        return x in self._items

    def __getitem__(self, i):
        if type(i) is slice:
            return self._made(self._items[i])
        try:
            return self._items[i]
        except IndexError:
            raise IndexError('array index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __setitem__(self, i, value):
        if type(value) is float and self.typecode == 'd' and type(i) is int:
            try:
                self._items[i] = value
                return
            except IndexError:
                raise IndexError('array assignment index out of range') from None
        if isinstance(i, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._items[i] = value._items
            return
        if type(i) is not int and not hasattr(i, '__index__'):
            raise TypeError('array indices must be integers')
        try:
            self._items[i] = _checked(self.typecode, value)
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __delitem__(self, i):
        del self._items[i]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._made(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._made(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __bytes__(self):
        return self.tobytes()

    def __copy__(self):
        return self._made(self._items[:])

    def __deepcopy__(self, memo):
        return self._made(self._items[:])

    def __repr__(self):
        if not self._items:
            return f'array({self.typecode!r})'
        items = ''.join(self._items) if self.typecode == 'u' else self._items
        return f'array({self.typecode!r}, {items!r})'


ArrayType = array
