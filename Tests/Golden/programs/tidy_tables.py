"""Missing values, groups and ranks: what one does with a table."""
import numpy as np
import numpy.testing as npt

data = np.array([[1.0, np.nan, 3.0, 10.0], [2.0, 5.0, np.nan, 20.0], [4.0, 7.0, 9.0, 5.0], [np.nan, 8.0, 2.0, 7.5]])
print(np.nanmean(data, axis=0), np.nanmedian(data, axis=1))
print(np.nanargmax(data, axis=0), np.nanargmin(data, axis=1))
print(np.nanpercentile(data, [25, 50, 75], axis=0))
filled = np.where(np.isnan(data), np.nanmean(data, axis=0), data)
npt.assert_allclose(np.nanmean(data, axis=0), filled.mean(axis=0))
print(np.round(np.corrcoef(filled, rowvar=False), 4))
print(np.round(np.cov(filled.T, aweights=[1, 2, 1, 2]), 4))

names = np.array([3, 1, 2, 3, 1, 1, 2])
values = np.array([5.0, 2.0, 8.0, 1.0, 4.0, 6.0, 7.0])
keys, first, where, counts = np.unique(names, return_index=True, return_inverse=True, return_counts=True)
print(keys, first, where, counts)
print(np.bincount(where, weights=values) / counts)
order = np.lexsort((values, names))
print(order, np.c_[names[order], values[order]])
ranks = np.empty_like(order)
ranks[values.argsort()] = np.arange(len(values))
print(ranks, np.searchsorted(np.sort(values), [0, 4.5, 99]))
print(np.intersect1d(names, [2, 3, 9], return_indices=True))
print(np.digitize(values, [2, 5, 7]), np.histogram2d(names, values, bins=[3, 2])[0])
table = np.insert(filled, [1, 3], [[-1.0], [-2.0]], axis=0)
print(np.delete(table, 0, axis=1))
print(np.apply_along_axis(lambda row: row[row > 0].min(), 1, filled))
x = np.linspace(-2, 2, 5)
print(np.piecewise(x, [x < 0, x >= 0], [lambda v: -v, lambda v: v ** 2]), np.select([x < -1, x > 1], [-1, 1], 0))
try:
    npt.assert_array_equal(names, names[::-1])
except AssertionError as problem:
    print(str(problem).strip().splitlines()[0])
