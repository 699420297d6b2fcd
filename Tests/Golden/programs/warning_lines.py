# Each floating-point warning belongs to the line of its call, however the arguments are given.
import warnings
import numpy as np

zero = np.array([0.0])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    np.divide(np.array([1.0]), zero)
    np.divide(np.array([1.0]), zero, dtype=float)
    np.sqrt(np.array([-1.0]), dtype=float)
    np.log(zero, out=np.empty(1))
    np.array([1.0]) / zero
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)
