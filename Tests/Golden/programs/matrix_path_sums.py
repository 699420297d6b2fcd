GRID = """
131 673 234 103 18
201 96 342 965 150
630 803 746 422 111
537 699 497 121 956
805 732 524 37 331
"""
grid = [list(map(int, line.split())) for line in GRID.split("\n") if line]
n = len(grid)


def two_ways():
    best = [row[:] for row in grid]
    for i in range(n):
        for j in range(n):
            before = [best[i - 1][j]] if i else []
            before += [best[i][j - 1]] if j else []
            best[i][j] += min(before, default=0)
    return best[-1][-1]


def any_way():
    import heapq
    seen, queue = set(), [(grid[0][0], 0, 0)]
    while queue:
        cost, i, j = heapq.heappop(queue)
        if (i, j) == (n - 1, n - 1):
            return cost, len(seen)
        if (i, j) in seen:
            continue
        seen.add((i, j))
        for di, dj in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            if 0 <= i + di < n and 0 <= j + dj < n:
                heapq.heappush(queue, (cost + grid[i + di][j + dj], i + di, j + dj))


print(two_ways(), any_way())
triangle = [[3], [7, 4], [2, 4, 6], [8, 5, 9, 3]]
while len(triangle) > 1:
    last = triangle.pop()
    triangle[-1] = [x + max(a, b) for x, a, b in zip(triangle[-1], last, last[1:])]
print(triangle)
diagonals = [sum(grid[i][i] for i in range(n)), sum(grid[i][~i] for i in range(n))]
print(diagonals, max(map(sum, grid)), max(map(sum, zip(*grid))), [max(r) for r in grid])
rotated = [list(r) for r in zip(*grid[::-1])]
print(rotated[0], [r[::-1] for r in grid][0], sum(map(sum, grid)) == sum(map(sum, rotated)))
flat = sorted((v, i, j) for i, r in enumerate(grid) for j, v in enumerate(r))
print(flat[:3], flat[-1], [v for v, *_ in flat if v % 2 == 0][:4])
