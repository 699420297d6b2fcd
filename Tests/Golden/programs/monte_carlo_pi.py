import numpy as np

np.random.seed(0)
for n in [100, 1000, 10000]:
    x, y = np.random.rand(n), np.random.rand(n)
    inside = x * x + y * y <= 1
    print(n, inside.sum(), 4 * inside.mean())
rolls = np.random.randint(1, 7, (1000, 2)).sum(axis=1)
print(np.bincount(rolls)[2:])
print(rolls.mean(), (rolls == 7).mean())
deck = list(range(10))
np.random.shuffle(deck)
print(deck, sorted(deck) == list(range(10)))
