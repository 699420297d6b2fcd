import numpy as np

u = np.zeros(11)
u[5] = 1.0
for step in range(10):
    u[1:-1] += 0.25 * (u[2:] - 2 * u[1:-1] + u[:-2])
    if step % 3 == 0:
        print(step, u)
print(u.sum())
grid = np.zeros((5, 5))
grid[0] = 100.0
for _ in range(50):
    new = grid.copy()
    new[1:-1, 1:-1] = (grid[:-2, 1:-1] + grid[2:, 1:-1] + grid[1:-1, :-2] + grid[1:-1, 2:]) / 4
    change = np.abs(new - grid).max()
    grid = new
print(grid.round(3), round(float(change), 6))
