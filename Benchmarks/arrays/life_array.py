"""Conway's life on a torus, by sums of rolled arrays and by slices: `life_array.py [GENERATIONS]`."""

import sys

import numpy as np


def step_rolled(grid):
    neighbours = sum(np.roll(np.roll(grid, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i != 0 or j != 0))
    return ((neighbours == 3) | ((grid == 1) & (neighbours == 2))).astype(int)


def step_sliced(Z):
    N = (Z[0:-2, 0:-2] + Z[0:-2, 1:-1] + Z[0:-2, 2:] +
         Z[1:-1, 0:-2] + Z[1:-1, 2:] +
         Z[2:, 0:-2] + Z[2:, 1:-1] + Z[2:, 2:])
    birth = (N == 3) & (Z[1:-1, 1:-1] == 0)
    survive = ((N == 2) | (N == 3)) & (Z[1:-1, 1:-1] == 1)
    Z[...] = 0
    Z[1:-1, 1:-1][birth | survive] = 1
    return Z


def show(grid):
    return "\n".join("".join("#" if cell else "." for cell in row) for row in grid)


def gun():
    text = """
........................#...........
......................#.#...........
............##......##............##
...........#...#....##............##
##........#.....#...##..............
##........#...#.##....#.#...........
..........#.....#.......#...........
...........#...#....................
............##......................"""
    return np.array([[c == "#" for c in row] for row in text.split()], dtype=int)


def main(generations):
    glider = np.array([[0, 1, 0], [0, 0, 1], [1, 1, 1]])
    grid = np.zeros((40, 60), dtype=int)
    grid[1:4, 1:4] = glider
    grid[20:23, 30:33] = np.fliplr(glider)
    grid[5:14, 20:56] = gun()
    history = []
    for _ in range(generations):
        grid = step_rolled(grid)
        history.append(grid.sum())
    print("alive:", history[::max(1, generations // 10)])
    print(show(grid[:12, :40]))

    np.random.seed(0)
    Z = np.random.randint(0, 2, (64, 64))
    first = Z.sum()
    for _ in range(generations):
        Z = step_sliced(Z)
    ys, xs = np.nonzero(Z)
    print(f"random soup: {first} became {Z.sum()}, centre ({ys.mean():.3f}, {xs.mean():.3f})")
    rows, counts = np.unique(Z.sum(axis=1), return_counts=True)
    print("rows by population:", dict(zip(rows.tolist(), counts.tolist())))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
