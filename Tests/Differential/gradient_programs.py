"""Random programs of aliases, views, masks, index assignment, arithmetic in place, loops and calls inside a function that
is differentiated, to first and second order, against central differences: `nn gradient_programs.py [FIRST [COUNT]]`.

Each program is made from its number alone. What differs is printed with its text; the last line counts.
"""

import random
import sys

import numpy as np
from autograd import grad

SIZE = 6


class Maker:
    """One random program: the text of a function f(x) of a vector."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.count = 0
        self.shapes = {'x': (SIZE,)}
        # Names that may be written to.
        self.writable = {'x'} if seed % 3 == 0 else set()

    def name(self, shape, writable=True):
        self.count += 1
        name = f'v{self.count}'
        self.shapes[name] = shape
        if writable and shape:
            self.writable.add(name)
        return name

    def any(self, shape=None):
        names = [name for name, own in self.shapes.items() if shape is None or own == shape]
        return self.random.choice(names) if names else None

    def target(self, rank=None):
        names = [name for name in self.shapes if name in self.writable and (rank is None or len(self.shapes[name]) == rank)]
        return self.random.choice(names) if names else None

    def number(self):
        return f'{self.random.uniform(0.3, 1.2) * self.random.choice([1, -1]):.3f}'

    def expression(self, shape, depth=0):
        """Text of a bounded expression that broadcasts to the shape."""
        choice = self.random.randrange(9)
        known = self.any(shape)
        if depth > 2 or choice == 0 or known is None and choice < 4:
            return self.number() if known is None or choice == 0 else known
        if choice < 3:
            return known
        if choice == 3:
            return f'np.tanh({self.expression(shape, depth + 1)} * {self.number()})'
        if choice == 4:
            return f'np.sin({self.expression(shape, depth + 1)} + {self.number()})'
        if choice == 5:
            return f'({self.expression(shape, depth + 1)} * {self.expression(shape, depth + 1)} * 0.5)'
        if choice == 6:
            return f'({self.expression(shape, depth + 1)} + {self.expression(shape, depth + 1)})'
        if choice == 7:
            return f'({self.expression(shape, depth + 1)} / (2.0 + np.cos({self.expression(shape, depth + 1)})))'
        other = self.any()
        return f'np.sum({other}) * 0.2'

    def slice(self, length):
        """Text of a slice and its length."""
        start = self.random.randrange(length)
        stop = self.random.randint(start + 1, length)
        step = self.random.choice([1, 1, 2])
        if self.random.random() < 0.2:
            return f'{stop - 1}:{start - 1 if start else ""}:-1', stop - start
        return f'{start}:{stop}:{step}', (stop - start + step - 1) // step

    def statement(self):
        choice = self.random.randrange(20)
        if choice == 0:
            shape = self.random.choice([(SIZE,), (2, 3), (3,)])
            text = self.expression(shape)
            name = self.name(shape)
            self.lines.append(f'{name} = np.zeros({shape}) + {text}')
        elif choice == 1:
            source = self.any()
            self.lines.append(f'{self.name(self.shapes[source])} = {source} * {self.number()}')
        elif choice == 2:
            source = self.target()
            if source:
                self.lines.append(f'{self.name(self.shapes[source])} = {source}')
        elif choice in (3, 4):
            source = self.target(1)
            if source:
                text, length = self.slice(self.shapes[source][0])
                self.lines.append(f'{self.name((length,))} = {source}[{text}]')
        elif choice == 5:
            source = self.target(2)
            if source:
                rows, columns = self.shapes[source]
                kind = self.random.randrange(4)
                if kind == 0:
                    self.lines.append(f'{self.name((columns, rows))} = {source}.T')
                elif kind == 1:
                    self.lines.append(f'{self.name((columns,))} = {source}[{self.random.randrange(rows)}]')
                elif kind == 2:
                    self.lines.append(f'{self.name((rows,))} = {source}[:, {self.random.randrange(columns)}]')
                else:
                    self.lines.append(f'{self.name((rows * columns,))} = {source}.reshape(-1)')
        elif choice == 6:
            source = self.target(1)
            if source and self.shapes[source][0] == SIZE:
                self.lines.append(f'{self.name((2, 3))} = {source}.reshape((2, 3))')
        elif choice in (7, 8):
            target = self.target()
            if target:
                operator = self.random.choice(['+', '-', '*'])
                self.lines.append(f'{target} {operator}= {self.expression(self.shapes[target])}')
                self.lines.append(f'{target}[...] = np.tanh({target})')
        elif choice in (9, 10):
            target = self.target(1)
            if target:
                text, length = self.slice(self.shapes[target][0])
                self.lines.append(f'{target}[{text}] = {self.expression((length,))}')
        elif choice == 11:
            target = self.target(1)
            if target:
                length = self.shapes[target][0]
                index = [self.random.randrange(length) for _ in range(self.random.randint(1, 3))]
                if self.random.random() < 0.5:
                    self.lines.append(f'{target}[{index}] = {self.expression((len(index),))}')
                else:
                    self.lines.append(f'{target}[{index}] *= {self.number()}')
        elif choice == 12:
            target = self.target()
            if target:
                self.lines.append(f'{target}[np.cos(np.arange({target}.size) * {self.number()}).reshape({target}.shape) > 0] '
                                  f'= {self.number()} * np.sum(x)')
        elif choice == 13:
            target = self.target(1)
            if target and self.shapes[target][0] > 1:
                other = self.any((SIZE,))
                self.lines.append(f'for i in range(1, {self.shapes[target][0]}):')
                self.lines.append(f'    {target}[i] = np.tanh({target}[i - 1] * {self.number()} + {other}[i])')
        elif choice == 14:
            target = self.target(1)
            if target and self.shapes[target][0] > 1:
                self.lines.append(f'{self.name((), False)} = change({target}, {self.number()})')
        elif choice == 15:
            source = self.any((3,))
            if source:
                self.lines.append(f'{self.name((2, 3), False)} = np.broadcast_to({source}, (2, 3)) * {self.number()}')
                text = self.expression((2, 3))
                self.lines.append(f'{self.name((2, 3), False)} = np.zeros((2, 3)) + {text} - {source} / (1.5 + {source} ** 2)')
        elif choice == 16:
            source = self.any((2, 3))
            if source:
                square = self.name((2, 2), False)
                self.lines.append(f'{square} = np.tanh(np.dot({source}, np.cos({source} + 0.3).T))')
                self.lines.append(f'{self.name((3, 2), False)} = {source}.T @ {square}')
        elif choice == 17:
            source = self.any()
            if self.shapes[source]:
                self.lines.append(f'{self.name(self.shapes[source])} = np.maximum({source} * 1.0, {source}) '
                                  f'+ np.maximum({source} - 0.01, {source})')
        elif choice == 18:
            source = self.any((SIZE,))
            index = [self.random.randrange(SIZE) for _ in range(3)]
            self.lines.append(f'{self.name((3,))} = {source}[{index}] * {self.number()}')
        else:
            source = self.any()
            if self.shapes[source]:
                self.lines.append(f'{self.name(self.shapes[source])} = np.where({source} > 9.0, 0.0, np.sin({source}))')

    def text(self):
        for _ in range(self.random.randint(3, 14)):
            self.statement()
        result = ' + '.join(f'np.sum({name} * {name}) * {0.3 + 0.1 * place:.1f} + np.sum({name})'
                            for place, name in enumerate(self.shapes))
        body = '\n    '.join(self.lines + [f'return {result}'])
        return f'def f(x):\n    {body}\n'


def change(v, c):
    v[0] = np.sin(v[1] * c)
    return v[-1] * c


def differences(function, x, step):
    result = []
    for index in range(len(x)):
        ahead, behind = x.copy(), x.copy()
        ahead[index] += step
        behind[index] -= step
        result.append((function(ahead) - function(behind)) / (2 * step))
    return np.array(result)


def differs(derived, measured):
    return not np.all(np.abs(derived - measured) <= 2e-4 * (1 + np.abs(measured)))


def check(seed):
    """The text of the program with this number where its derivatives are wrong; None where they are right."""
    text = Maker(seed).text()
    names = {'np': np, 'change': change}
    exec(text, names)
    f = names['f']
    x = np.array([0.4, -0.7, 0.9, 0.2, -0.3, 0.6])
    kept = x.copy()
    plain = f(x.copy())
    if not np.isfinite(plain) or abs(plain) > 1e3:
        return None
    first = grad(f)
    derived = first(x)
    if not np.all(x == kept):
        return text + '# the argument was changed'
    if differs(derived, differences(lambda v: f(v.copy()), x, 1e-6)):
        return text + f'# first order: {derived} instead of {differences(lambda v: f(v.copy()), x, 1e-6)}'
    direction = np.array([0.3, -0.5, 0.8, 0.1, 0.7, -0.2])
    second = grad(lambda v: np.sum(first(v) * direction))(x)
    measured = differences(lambda v: np.sum(first(v) * direction), x, 1e-5)
    if differs(second, measured):
        return text + f'# second order: {second} instead of {measured}'
    return None


def main():
    start = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    wrong = 0
    for seed in range(start, start + count):
        try:
            text = check(seed)
        except Exception as error:
            text = Maker(seed).text() + f'# {type(error).__name__}: {error}'
        if text is not None:
            wrong += 1
            if wrong <= 5:
                print(f'# program {seed}')
                print(text)
    print(f'{count} programs, {wrong} wrong')


if __name__ == '__main__':
    main()
