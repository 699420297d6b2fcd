import numpy as np

total = 0.0
for i in range(1, 1001):
    total += 1.0 / i
print(repr(total))
inverse = 1.0 / np.arange(1, 1001)
print(repr(float(inverse.sum())), repr(float(np.cumsum(inverse)[-1])), repr(float(np.sum(inverse[::-1]))))
x = np.full((37, 53), 0.1)
print(repr(float(x.sum())), repr(float(x.T.sum())), repr(float(x[:, ::2].sum())))
print(repr(float(x.sum(axis=0)[0])), repr(float(x.sum(axis=1)[0])), repr(float(x.mean())))
y = np.arange(1000).reshape(10, 100) * 0.1
print([repr(float(v)) for v in y.sum(axis=1)])
print([repr(float(v)) for v in y.mean(axis=0)[:5]], repr(float(y.std())), repr(float(y.var())))
z = np.arange(129, dtype=np.float32) / 7
print(z.sum(), z.mean(), repr(float(z.sum())), z.var())
print(repr(sum([0.1] * 10)), repr(float(np.sum([0.1] * 10))), 0.1 + 0.2 + 0.3, 0.1 + (0.2 + 0.3))
