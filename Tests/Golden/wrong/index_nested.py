grid = [[1, 2], [3]]
print(
    grid[0][1],
    grid[1][1],
)
