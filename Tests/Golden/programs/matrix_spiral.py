def spiral(n):
    grid = [[0] * n for _ in range(n)]
    x = y = dx = 0
    dy, dx = 0, 1
    for k in range(1, n * n + 1):
        grid[y][x] = k
        nx, ny = x + dx, y + dy
        if not (0 <= nx < n and 0 <= ny < n and grid[ny][nx] == 0):
            dx, dy = -dy, dx
            nx, ny = x + dx, y + dy
        x, y = nx, ny
    return grid


for row in spiral(4):
    print("".join(f"{v:4d}" for v in row))


def unspiral(grid):
    grid = [list(r) for r in grid]
    while grid:
        yield from grid.pop(0)
        grid = [list(r) for r in zip(*grid)][::-1]


print(list(unspiral(spiral(4))) == list(range(1, 17)), list(unspiral([[1, 2], [3, 4], [5, 6]])))


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * v * determinant([r[:j] + r[j + 1:] for r in m[1:]]) for j, v in enumerate(m[0]) if v)


print(determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]), determinant(spiral(3)))
transposed = [*map(list, zip(*spiral(3)))]
print(transposed, [sum(r) for r in transposed], [r[i] for i, r in enumerate(transposed)])
pascal = [[1]]
for _ in range(6):
    last = pascal[-1]
    pascal.append([1, *map(sum, zip(last, last[1:])), 1])
for row in pascal:
    print(" ".join(map(str, row)).center(22).rstrip())
magic = [[2, 7, 6], [9, 5, 1], [4, 3, 8]]
lines = [*magic, *zip(*magic), [magic[i][i] for i in range(3)], [magic[i][2 - i] for i in range(3)]]
print({sum(line) for line in lines}, any(len(set(line)) < 3 for line in lines))
