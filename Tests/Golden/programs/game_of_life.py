import numpy as np


def step(grid):
    n = np.zeros_like(grid)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            if dy or dx:
                n += np.roll(np.roll(grid, dy, axis=0), dx, axis=1)
    return ((n == 3) | ((grid == 1) & (n == 2))).astype(int)


def show(grid):
    for row in grid:
        print("".join(["#" if cell else "." for cell in row]))
    print()


grid = np.zeros((8, 8), dtype=int)
grid[0, 1] = grid[1, 2] = 1
grid[2, :3] = 1
for generation in range(5):
    print("generation", generation, "alive", grid.sum())
    show(grid)
    grid = step(grid)
