"""Conway's life on a set of cells: `life.py [GENERATIONS]`."""

import sys
from collections import Counter

PATTERNS = {
    "glider": """
.#.
..#
###""",
    "r-pentomino": """
.##
##.
.#.""",
    "acorn": """
.#.....
...#...
##..###""",
    "pulsar part": """
###...###
.........
#....#..#""",
}


def parse(text):
    return {(x, y) for y, row in enumerate(text.strip().split("\n")) for x, c in enumerate(row) if c == "#"}


def neighbours(cell):
    x, y = cell
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            if dx or dy:
                yield x + dx, y + dy


def step(alive):
    counts = {}
    for cell in alive:
        for n in neighbours(cell):
            counts[n] = counts.get(n, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in alive}


def bounds(alive):
    xs, ys = [x for x, _ in alive], [y for _, y in alive]
    return min(xs), min(ys), max(xs), max(ys)


def show(alive, limit=30):
    if not alive:
        return "(empty)"
    left, top, right, bottom = bounds(alive)
    right, bottom = min(right, left + limit), min(bottom, top + limit)
    return "\n".join("".join("#" if (x, y) in alive else "." for x in range(left, right + 1)) for y in range(top, bottom + 1))


def normalized(alive):
    left, top, *_ = bounds(alive)
    return frozenset((x - left, y - top) for x, y in alive)


def period(alive, limit=40):
    seen = {}
    for generation in range(limit):
        key = normalized(alive) if alive else frozenset()
        if key in seen:
            return generation - seen[key]
        seen[key] = generation
        alive = step(alive)
    return None


def main(generations):
    for name, text in PATTERNS.items():
        alive = parse(text)
        sizes = [len(alive)]
        for _ in range(generations):
            alive = step(alive)
            sizes.append(len(alive))
        print(f"{name}: {sizes[:8]} … {sizes[-1]}, largest {max(sizes)}")
        print(bounds(alive) if alive else None, Counter((x + y) % 3 for x, y in alive)[0])
    glider = parse(PATTERNS["glider"])
    print(show(glider))
    for _ in range(4):
        glider = step(glider)
    print(show(glider), bounds(glider), period(glider))
    print(period({(0, 0), (1, 0), (2, 0)}), period({(0, 0), (0, 1), (1, 0), (1, 1)}), step(set()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
