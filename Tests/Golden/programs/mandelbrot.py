import numpy as np

w, h = 40, 16
cr = np.linspace(-2.2, 0.8, w)[None, :] * np.ones((h, 1))
ci = np.linspace(-1.2, 1.2, h)[:, None] * np.ones((1, w))
zr = np.zeros((h, w))
zi = np.zeros((h, w))
count = np.zeros((h, w), dtype=int)
alive = np.ones((h, w), dtype=bool)
for i in range(30):
    zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
    alive &= zr * zr + zi * zi < 4
    zr[~alive] = 0
    zi[~alive] = 0
    count[alive] += 1
for row in count:
    print("".join([" .:-=+*#%@"[min(int(c) // 3, 9)] for c in row]))
print(count.max(), count.sum(), alive.sum())
