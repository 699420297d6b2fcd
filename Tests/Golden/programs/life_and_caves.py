"""Cellular automata: life on a set, elementary rules, caves, Langton's ant."""
import random
from collections import Counter


class Life:
    def __init__(self, text, born=(3,), stay=(2, 3)):
        self.cells = {(x, y) for y, row in enumerate(text.split('\n')) for x, c in enumerate(row) if c == '#'}
        self.born, self.stay = set(born), set(stay)
        self.generation = 0

    def neighbours(self):
        return Counter((x + dx, y + dy) for x, y in self.cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)

    def __next__(self):
        counts = self.neighbours()
        self.cells = {c for c, n in counts.items() if n in self.born and c not in self.cells or n in self.stay and c in self.cells}
        self.generation += 1
        return self

    def __iter__(self):
        return self

    def __len__(self):
        return len(self.cells)

    def __str__(self):
        if not self.cells:
            return '(empty)'
        xs, ys = zip(*self.cells)
        return '\n'.join(''.join('.#'[(x, y) in self.cells] for x in range(min(xs), max(xs) + 1)) for y in range(min(ys), max(ys) + 1))


def period(life, limit=60):
    seen = {}
    for state in life:
        key = frozenset((x - min(life.cells)[0], y - min(life.cells)[1]) for x, y in life.cells) if life.cells else frozenset()
        if key in seen:
            return seen[key], state.generation - seen[key]
        seen[key] = state.generation
        if state.generation > limit:
            return None


def elementary(rule, width=31, steps=12):
    row = [0] * width
    row[width // 2] = 1
    for _ in range(steps):
        yield ''.join(' *'[c] for c in row).rstrip()
        row = [rule >> (row[i - 1] * 4 + row[i] * 2 + row[(i + 1) % width]) & 1 for i in range(width)]


def cave(width, height, seed, fill=0.45):
    rng = random.Random(seed)
    grid = [[rng.random() < fill for _ in range(width)] for _ in range(height)]
    for _ in range(4):
        grid = [[sum(grid[j][i] if 0 <= i < width and 0 <= j < height else True
                     for i in range(x - 1, x + 2) for j in range(y - 1, y + 2)) >= 5 for x in range(width)] for y in range(height)]
    return [''.join('#' if c else ' ' for c in row) for row in grid]


def flood(grid):
    left = {(x, y) for y, row in enumerate(grid) for x, c in enumerate(row) if c == ' '}
    sizes = []
    while left:
        todo, size = [left.pop()], 0
        while todo:
            x, y = todo.pop()
            size += 1
            for p in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if p in left:
                    left.remove(p)
                    todo.append(p)
        sizes.append(size)
    return sorted(sizes, reverse=True)


def ant(steps):
    black, at, heading = set(), 0 + 0j, 1j
    for _ in range(steps):
        heading *= 1j if at in black else -1j
        black ^= {at}
        at += heading
    return len(black), at


glider = Life('.#.\n..#\n###')
for _ in range(4):
    next(glider)
print(glider, len(glider), glider.generation, sep='\n')
for name, text in {'blinker': '###', 'block': '##\n##', 'glider': '.#.\n..#\n###', 'acorn': '.#.....\n...#...\n##..###', 'toad': '.###\n###.', 'lone': '#'}.items():
    print(name, period(Life(text), 40))
high = Life('.###\n#..#\n#.##'.replace('##', '#.'), born=(3, 6))
print(next(next(high)), len(high))
for rule in (30, 90, 110):
    print(f'rule {rule}')
    print('\n'.join(elementary(rule, steps=6)))
rooms = cave(40, 12, 7)
print('\n'.join(r.rstrip() for r in rooms))
print(flood(rooms), ant(1000), ant(11000))
