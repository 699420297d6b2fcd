"""Random layers inside a function that is differentiated: products of few terms, rows, bounds, views, writes and sums, once
as they stand (nn puts the products off) and once with every product made at once: `nn put_off_programs.py [FIRST [COUNT]]`.

Each program is made from its number alone. What differs is printed with its text; the last line counts.
"""

import random
import sys

import numpy as np
from autograd import grad


class Maker:
    """One random program: the text of a function f(x, w, b, v) of arrays that are large enough to be put off."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.rows = self.random.choice([64, 90, 129])
        self.terms = self.random.randint(1, 4)
        self.columns = self.random.choice([64, 65, 100])
        self.outputs = self.random.choice([1, 2, 3, 5, 9])
        self.lines = []
        self.large, self.small = [], []
        self.count = 0

    def name(self, kind):
        self.count += 1
        kind.append(f'v{self.count}')
        return kind[-1]

    def product(self):
        choice = self.random.randrange(3)
        if choice == 2 and self.small and self.outputs <= 4:
            text = f'made({self.random.choice(self.small)} @ v.T)'
        else:
            text = 'made(np.dot(x, w))'
        if self.random.random() < 0.8:
            text = self.random.choice([f'{text} + b', f'b + {text}', f'{text} + b[0]'])
        if self.random.random() < 0.7:
            bound = self.random.choice(['0', '0', '0.0', '0.25', '-0.5'])
            text = self.random.choice([f'np.maximum({bound}, {text})', f'np.maximum({text}, {bound})', f'relu({text})'])
        self.lines.append(f'{self.name(self.large)} = {text}')

    def step(self):
        if not self.large or self.random.random() < 0.3:
            return self.product()
        a = self.random.choice(self.large)
        i, j = self.random.randrange(self.rows - 3), self.random.randrange(self.columns)
        kind = self.random.randrange(10)
        if kind < 3:
            self.lines.append(f'{self.name(self.small)} = made({a} @ v)')
        elif kind == 3:
            self.lines.append(f'{a}[{i}:{i + 3}] = {self.random.choice(["0.5", "b", a + "[0:3] * 2"])}')
        elif kind == 4:
            self.lines.append(f'{a}[{i}, {j}] *= 3')
        elif kind == 5:
            self.lines.append(f'{a} {self.random.choice(["+=", "*=", "-="])} {self.random.choice(["0.5", "b"])}')
        elif kind == 6:
            self.lines.append(f'{self.name(self.large)} = {self.random.choice([a, a + " * 1.0", "relu(" + a + ")", a + " + b"])}')
        elif kind == 7:
            self.lines.append(f'total = total + np.sum(made(np.dot({a}.T, x)) ** 2) * 1e-4')
        elif kind == 8:
            self.lines.append(f'total = total + np.sum(np.sum({a}, axis={self.random.randrange(2)}) ** 2) * 1e-4')
        else:
            self.lines.append(f'total = total + {a}[{i}, {j}] + np.sum({a}.T[{j}])')

    def text(self):
        for _ in range(self.random.randint(3, 9)):
            self.step()
        for name in self.small + self.large:
            if self.random.random() < 0.6:
                self.lines.append(f'total = total + np.sum(np.tanh({name}))')
        body = ['total = np.sum(w * w) + np.sum(x) + np.sum(b) + np.sum(v)'] + self.lines + ['return total']
        return 'def f(x, w, b, v):\n' + ''.join(f'    {line}\n' for line in body)


def relu(z):
    return np.maximum(0, z)


def check(seed):
    """The text of a program whose two gradients differ, with their difference; None where they do not."""
    maker = Maker(seed)
    text = maker.text()
    np.random.seed(seed)
    arguments = (np.random.randn(maker.rows, maker.terms), np.random.randn(maker.terms, maker.columns),
                 np.random.randn(1, maker.columns), np.random.randn(maker.columns, maker.outputs))
    if seed % 4 == 0:
        # Ties with the bound.
        arguments[0][::7] = 0
        arguments[2][:] = 0
    results = []
    for made in (lambda z: z, lambda z: z * 1.0):
        names = {'np': np, 'made': made, 'relu': relu}
        exec(text, names)
        f = names['f']
        copies = tuple(a.copy() for a in arguments)
        results.append([np.array(f(*copies))] + list(grad(f, (0, 1, 2, 3))(*arguments)))
    for number, (a, b) in enumerate(zip(*results)):
        if not np.allclose(a, b, rtol=1e-9, atol=1e-9 * (1 + np.max(np.abs(b)))):
            return f'{text}result {number}: {np.max(np.abs(a - b))}'


def main():
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    wrong = 0
    for seed in range(first, first + count):
        try:
            difference = check(seed)
        except Exception as error:
            difference = f'{Maker(seed).text()}{type(error).__name__}: {error}'
        if difference is not None:
            wrong += 1
            print(f'program {seed}\n{difference}')
    print(f'{count} programs, {wrong} wrong')


main()
