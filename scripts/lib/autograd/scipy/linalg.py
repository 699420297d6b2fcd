"""Linear algebra beyond numpy.linalg."""

import numpy as np


def solve_triangular(a, b, trans=0, lower=False, **kwargs):
    """x of a·x = b, of which only one triangle of a is read; trans 1 or 'T': of the transpose."""
    a = np.tril(a) if lower else np.triu(a)
    return np.linalg.solve(np.swapaxes(a, -1, -2) if trans in (1, 'T', 2, 'C') else a, b)
