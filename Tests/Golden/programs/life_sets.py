from collections import Counter


def step(cells):
    neighbours = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {c for c, n in neighbours.items() if n == 3 or n == 2 and c in cells}


def show(cells, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in cells else "." for x in range(width)))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
cells = glider
for generation in range(4):
    print("generation", generation, len(cells))
    show(cells, 6, 5)
    cells = step(cells)
print(cells == {(x + 1, y + 1) for x, y in glider})
blinker = {(1, 0), (1, 1), (1, 2)}
print(sorted(step(blinker)), step(step(blinker)) == blinker)
block = frozenset([(0, 0), (0, 1), (1, 0), (1, 1)])
print(step(block) == block, step(set()))
