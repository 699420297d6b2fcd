"""A matrix class of special methods: `matrix.py [SIZE]`."""

import sys


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @classmethod
    def build(cls, n, m, f):
        return cls([[f(i, j) for j in range(m)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __iter__(self):
        return (x for row in self.rows for x in row)

    def __len__(self):
        return len(self.rows)

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def __pow__(self, n):
        result, square = Matrix.identity(len(self)), self
        while n:
            if n % 2:
                result = result @ square
            square = square @ square
            n //= 2
        return result

    def __str__(self):
        width = max(len(str(x)) for x in self)
        return "\n".join("[" + " ".join(f"{x:>{width}}" for x in row) + "]" for row in self.rows)

    def __repr__(self):
        return f"Matrix({self.rows})"

    def determinant(self):
        """By elimination without fractions."""
        m = [row[:] for row in self.rows]
        n, sign, previous = len(m), 1, 1
        for k in range(n - 1):
            if m[k][k] == 0:
                for i in range(k + 1, n):
                    if m[i][k]:
                        m[k], m[i], sign = m[i], m[k], -sign
                        break
                else:
                    return 0
            for i in range(k + 1, n):
                for j in range(k + 1, n):
                    m[i][j] = (m[i][j] * m[k][k] - m[i][k] * m[k][j]) // previous
            previous = m[k][k]
        return sign * m[n - 1][n - 1]


def main(n):
    a = Matrix([[1, 1], [1, 0]])
    print(a ** 10, (a ** 200)[0, 1])
    b = Matrix.build(2, 3, lambda i, j: i * 3 + j)
    print(b, b.T, b.shape, b @ b.T, list(b), b[1], 2 * b - b == b)
    for bad in (lambda: b @ b, lambda: b + 1, lambda: Matrix([[1], [1, 2]]), lambda: b[5, 0]):
        try:
            print(bad())
        except (ValueError, TypeError, IndexError) as e:
            print(type(e).__name__, e)
    big = Matrix.build(n, n, lambda i, j: (i * 7 + j * 3) % 10 - 4)
    square = big @ big
    print(sum(square), square[0, 0], (square @ big == big @ square), sum(square[i, i] for i in range(n)))
    small = Matrix.build(n // 2, n // 2, lambda i, j: (i * i + 3 * j + i * j) % 7 + (i == j))
    print(small.determinant() % 1000003, Matrix.identity(5).determinant())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
