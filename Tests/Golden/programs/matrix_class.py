from fractions import Fraction
from functools import reduce
import operator


class Matrix:
    def __init__(self, rows):
        rows = [list(map(Fraction, row)) for row in rows]
        if not rows or any(len(row) != len(rows[0]) for row in rows):
            raise ValueError('rows of different lengths')
        self.rows = rows

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows)) if False else Matrix([list(c) for c in zip(*self.rows)])

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            if isinstance(i, slice) or isinstance(j, slice):
                i = i if isinstance(i, slice) else slice(i, i + 1)
                j = j if isinstance(j, slice) else slice(j, j + 1)
                return Matrix([row[j] for row in self.rows[i]])
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = Fraction(value)

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def _elementwise(self, other, f):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape != other.shape:
            raise ValueError('shapes {} and {}'.format(self.shape, other.shape))
        return Matrix([[f(a, b) for a, b in zip(x, y)] for x, y in zip(self.rows, other.rows)])

    def __add__(self, other):
        return self._elementwise(other, operator.add)

    def __sub__(self, other):
        return self._elementwise(other, operator.sub)

    def __neg__(self):
        return self * -1

    def __mul__(self, k):
        if isinstance(k, Matrix):
            return self @ k
        return Matrix([[a * k for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f'cannot multiply {self.shape} by {other.shape}')
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        return reduce(operator.matmul, [self] * n, Matrix.identity(len(self.rows)))

    def __iter__(self):
        for row in self.rows:
            yield from row

    def __str__(self):
        cells = [[str(x) for x in row] for row in self.rows]
        widths = [max(map(len, col)) for col in zip(*cells)]
        return '\n'.join('[' + ' '.join(c.rjust(w) for c, w in zip(row, widths)) + ']' for row in cells)

    def __repr__(self):
        return f'Matrix({[[str(x) for x in row] for row in self.rows]})'

    def determinant(self):
        n, m = self.shape
        if n != m:
            raise ValueError('not square')
        rows, result = [row[:] for row in self.rows], Fraction(1)
        for k in range(n):
            pivot = next((i for i in range(k, n) if rows[i][k]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != k:
                rows[k], rows[pivot] = rows[pivot], rows[k]
                result = -result
            result *= rows[k][k]
            for i in range(k + 1, n):
                factor = rows[i][k] / rows[k][k]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
        return result

    def inverse(self):
        n = len(self.rows)
        rows = [row + unit for row, unit in zip([r[:] for r in self.rows], Matrix.identity(n).rows)]
        for k in range(n):
            pivot = next((i for i in range(k, n) if rows[i][k]), None)
            if pivot is None:
                raise ZeroDivisionError('singular matrix')
            rows[k], rows[pivot] = rows[pivot], rows[k]
            rows[k] = [a / rows[k][k] for a in rows[k]]
            for i in range(n):
                if i != k and rows[i][k]:
                    rows[i] = [a - rows[i][k] * b for a, b in zip(rows[i], rows[k])]
        return Matrix([row[n:] for row in rows])


a = Matrix([[2, 1, 0], [1, 3, '1/2'], [0, 5, 4]])
b = Matrix([[1, 0, 1], [0, 2, 0], ['2.5', 0, 1]])
print(a, a.shape, a.determinant(), sep='\n')
print(a.inverse(), a @ a.inverse() == Matrix.identity(3), sep='\n')
print(a + b, a - b, -a, a * b == a @ b, 2 * a == a * 2, sep='\n')
print(repr(a ** 3), a ** -1 == a.inverse(), (a ** 0).shape)
print(a[0, 1], a[1], a[:2, 1:], list(a.T)[:4], sep='\n')
a[0, 0] = '7/3'
print(a[0], sum(a), max(a))
for action in (lambda: a @ Matrix([[1, 2]]), lambda: a + Matrix([[1]]), lambda: Matrix([[1], [1, 2]]), lambda: a + 1,
               lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([[1, 2]]).determinant(), lambda: 'x' @ a):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
fib = Matrix([[1, 1], [1, 0]])
print((fib ** 30)[0, 1], *(str((fib ** n)[0, 1]) for n in range(1, 12)))
