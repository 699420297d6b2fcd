"""`RandomState`, and its methods as functions of the module."""

import warnings

import _numpy_random
import numpy as np
from _numpy.random._draws import Draws as _Draws, length_of as _length_of, nonnegative as _nonnegative
from _numpy.random._draws import shape_of as _shape_of
from _numpy.random.bits import MT19937 as _MT19937, BitGenerator as _BitGenerator, _legacy_words

__name__ = 'numpy.random'

_uint32 = getattr(np, 'uint32', np.uint64)

_LIMITS = {'int8': (-128, 127), 'int16': (-32768, 32767), 'int32': (-2147483648, 2147483647),
           'int64': (-9223372036854775808, 9223372036854775807), 'uint8': (0, 255), 'uint16': (0, 65535),
           'uint32': (0, 4294967295), 'uint64': (0, 18446744073709551615), 'bool': (0, 1)}


def _bounded(source, low, high, size, dtype, masked, endpoint=False):
    """Integers from low to high, which is left out unless `endpoint`."""
    if high is None:
        low, high = 0, low
    name = np.dtype(dtype).name
    if name not in _LIMITS:
        raise TypeError(f'Unsupported dtype {np.dtype(dtype)!r} for ' + ('randint' if masked else 'integers'))
    least, most = _LIMITS[name]
    if np.ndim(low) == 0 and np.ndim(high) == 0:
        if isinstance(size, tuple) and 0 in size:
            return np.empty(size, np.dtype(dtype))
        low = int(np.asarray(low).item()) if not isinstance(low, int) else low
        high = int(np.asarray(high).item()) if not isinstance(high, int) else high
        if not endpoint:
            high -= 1
        if low < least:
            raise ValueError(f'low is out of bounds for {name}')
        if high > most:
            raise ValueError(f'high is out of bounds for {name}')
        if low > high:
            raise ValueError(_empty_range(endpoint, low))
        return source.integers(low & 0xffffffffffffffff, high - low, size, dtype, masked)
    low, high = np.asarray(low), np.asarray(high)
    for values in (low, high):
        if values.size and values.dtype.kind not in 'biu' and not np.all(values == np.floor(values)):
            raise TypeError(f"Cannot cast array data from {values.dtype!r} to dtype('int64') according to the rule 'safe'")
    # As Python's integers: what lies between may be more than 64 bits hold.
    lows, highs = ([int(one) for one in values.ravel().tolist()] for values in (low, high))
    if not endpoint:
        highs = [one - 1 for one in highs]
    if any(one < least for one in lows):
        raise ValueError(f'low is out of bounds for {name}')
    if any(one > most for one in highs):
        raise ValueError(f'high is out of bounds for {name}')
    lows = np.array([one & 0xffffffffffffffff for one in lows], dtype=np.uint64).reshape(low.shape)
    highs = np.array([one & 0xffffffffffffffff for one in highs], dtype=np.uint64).reshape(high.shape)
    signed = np.uint64 if name == 'uint64' else np.int64
    if np.any(lows.view(signed) > highs.view(signed)):
        raise ValueError(_empty_range(endpoint, low))
    return source.integers(lows, highs - lows, size, dtype, masked)


def _empty_range(endpoint, low):
    if not np.any(low):
        return f"high {'<' if endpoint else '<='} 0"
    return f"low {'>' if endpoint else '>='} high"


class RandomState(_Draws):
    """NumPy's legacy stream: the Mersenne Twister, with draws that never change."""

    _legacy = True

    def __init__(self, seed=None):
        if isinstance(seed, _BitGenerator):
            self._bit_generator = seed
            if isinstance(seed, _MT19937):
                key, position, _, _ = seed._source.twister()
                self._source = _numpy_random.Source('legacy', 0)
                self._source.set_twister([int(word) for word in key], position, False, 0.0)
            else:
                self._source = seed._source
        elif hasattr(seed, 'fill') and type(seed).__name__ == 'Source':
            self._source = seed
        else:
            self._source = _numpy_random.Source('legacy', 0)
            self.seed(seed)

    def __repr__(self):
        return f'{self} at 0x{id(self):X}'

    def __str__(self):
        return 'RandomState(MT19937)'

    def seed(self, seed=None):
        """Begin the stream of an integer or of a sequence of integers; of the system's randomness for None."""
        self._source.seed(_legacy_words(seed))

    def get_state(self, legacy=True):
        """Return the state as a tuple, or as a dictionary."""
        key, position, has_gauss, gauss = self._source.twister()
        key = key.astype(_uint32)
        if legacy:
            return 'MT19937', key, position, has_gauss, gauss
        return {'bit_generator': 'MT19937', 'state': {'key': key, 'pos': position}, 'has_gauss': has_gauss,
                'gauss': gauss}

    def set_state(self, state):
        """Go on from a state."""
        if isinstance(state, dict):
            if 'bit_generator' not in state or 'state' not in state:
                raise ValueError('state dictionary is not valid.')
            state = (state['bit_generator'], state['state']['key'], state['state']['pos'],
                     state.get('has_gauss', 0), state.get('gauss', 0.0))
        elif not isinstance(state, (tuple, list)):
            raise TypeError('state must be a dict or a tuple.')
        if state[0] != 'MT19937':
            raise ValueError("set_state can only be used with legacy MT19937 state instances.")
        has_gauss, gauss = (state[3], state[4]) if len(state) > 3 else (0, 0.0)
        self._source.set_twister([int(word) for word in state[1]], int(state[2]), bool(has_gauss), gauss)

    def __getstate__(self):
        return self.get_state(legacy=False)

    def __setstate__(self, state):
        self._source = _numpy_random.Source('legacy', 0)
        self.set_state(state)

    def random_sample(self, size=None):
        """Uniform numbers in [0, 1)."""
        return self._source.random(size)

    random = random_sample

    def ranf(self, *args, **kwargs):
        """Uniform numbers in [0, 1)."""
        return self.random_sample(*args, **kwargs)

    sample = ranf

    def rand(self, *args):
        """Uniform numbers in [0, 1) in an array of the given lengths."""
        return self._source.random(args or None)

    def randn(self, *args):
        """Standard normal numbers in an array of the given lengths."""
        return self._source.standard_normal(args or None)

    def standard_normal(self, size=None):
        """Standard normal numbers."""
        return self._source.standard_normal(size)

    def standard_exponential(self, size=None):
        """Exponentially distributed numbers with mean 1."""
        return self._one('standard_exponential', size)

    def standard_gamma(self, shape, size=None):
        """Gamma distributed numbers with scale 1."""
        return self._one('standard_gamma', size, _nonnegative(shape, 'shape'))

    def uniform(self, low=0.0, high=1.0, size=None):
        """Uniform numbers in [low, high)."""
        result = self._source.uniform(low, high, size)
        if result is not None:
            return result
        reach = np.subtract(high, low, dtype=float) if np.ndim(low) or np.ndim(high) else float(high) - float(low)
        if not np.all(np.isfinite(reach)):
            raise OverflowError('Range exceeds valid bounds')
        return self._one('uniform', size, low, reach)

    def tomaxint(self, size=None):
        """Integers from 0 to the largest C long."""
        result = self._source.integers(0, 0xffffffffffffffff, size, np.uint64, True)
        return int(result) >> 1 if size is None else (result >> np.uint64(1)).astype(np.int64)

    def randint(self, low, high=None, size=None, dtype=int):
        """Integers from low to before high."""
        if dtype is int:
            result = self._source.below(low, high, size, True)
            if result is not None:
                return result
        result = _bounded(self._source, low, high, size, dtype, True)
        if np.ndim(result) == 0 and dtype in (int, bool):
            return dtype(result)
        return result

    def random_integers(self, low, high=None, size=None):
        """Integers from low to high, high itself too: the old form of `randint`."""
        if high is None:
            warnings.warn(f'This function is deprecated. Please call randint(1, {low} + 1) instead',
                          DeprecationWarning, stacklevel=2)
            high = low
            low = 1
        else:
            warnings.warn(f'This function is deprecated. Please call randint({low}, {high} + 1) instead',
                          DeprecationWarning, stacklevel=2)
        return _bounded(self._source, low, int(high) + 1, size, np.int64, True)

    def bytes(self, length):
        """Return random bytes."""
        words = self._source.integers(0, 0xffffffff, (length - 1) // 4 + 1, _uint32, True)
        return b''.join(int(word).to_bytes(4, 'little') for word in words)[:length]

    def choice(self, a, size=None, replace=True, p=None):
        """Elements of a 1-d array, or numbers before a, each with its probability in p."""
        values = None
        if isinstance(a, (int, np.integer)):
            population = int(a)
            if population <= 0 and _length_of(_shape_of(size)) != 0:
                raise ValueError('a must be greater than 0 unless no samples are taken')
        else:
            values = np.asarray(a)
            if values.ndim != 1:
                raise ValueError('a must be 1-dimensional')
            population = values.shape[0]
            if population == 0 and _length_of(_shape_of(size)) != 0:
                raise ValueError("'a' cannot be empty unless no samples are taken")
        shape = _shape_of(size)
        count = _length_of(shape)
        if not replace and count > population:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        if p is not None:
            index = self._weighted(population, p, shape if replace else count, replace)
        elif replace:
            index = self.randint(0, population, size=shape) if population else np.zeros(shape, dtype=np.int64)
        else:
            index = self.permutation(population)[:count]
        index = np.asarray(index)
        if not replace:
            index = index.reshape(shape)
        if size is None:
            place = int(index)
            return place if values is None else values[place]
        return index if values is None else np.asarray(values[index])

    def shuffle(self, x):
        """Put a sequence in random order, along its first axis, in place."""
        order = self._source.order(len(x), 1, True)
        _reorder(x, order)

    def permutation(self, x):
        """Return the numbers before x, or a copy of a sequence, in random order."""
        if isinstance(x, (int, np.integer)):
            return self._source.order(x, 1, True)
        x = np.asarray(x)
        if x.ndim == 0:
            raise IndexError('x must be an integer or at least 1-dimensional')
        return x[self._source.order(x.shape[0], 1, True)]

    def multivariate_normal(self, mean, cov, size=None, check_valid='warn', tol=1e-8):
        """Normal vectors with a mean and a covariance."""
        mean, cov = np.array(mean), np.array(cov)
        if mean.ndim != 1:
            raise ValueError('mean must be 1 dimensional')
        if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
            raise ValueError('cov must be 2 dimensional and square')
        if mean.shape[0] != cov.shape[0]:
            raise ValueError('mean and cov must have same length')
        shape = _shape_of(size) + (mean.shape[0],)
        x = self.standard_normal(shape).reshape(-1, mean.shape[0])
        u, s, v = np.linalg.svd(cov.astype(float))
        if check_valid != 'ignore':
            if check_valid not in ('warn', 'raise'):
                raise ValueError("check_valid must equal 'warn', 'raise', or 'ignore'")
            if not np.allclose(np.dot(v.T * s, v), cov, rtol=tol, atol=tol):
                if check_valid == 'raise':
                    raise ValueError('covariance is not symmetric positive-semidefinite.')
                warnings.warn('covariance is not symmetric positive-semidefinite.', RuntimeWarning, stacklevel=2)
        x = np.dot(x, np.sqrt(s)[:, None] * v)
        x += mean
        return x.reshape(shape)

    def dirichlet(self, alpha, size=None):
        """Vectors of shares that sum to 1."""
        alpha = np.asarray(alpha, dtype=float)
        if np.any(np.less_equal(alpha, 0)):
            raise ValueError('alpha <= 0')
        shape = _shape_of(size) + alpha.shape
        result = self._source.fill('standard_gamma', alpha, 0, 0, shape).reshape(-1, len(alpha))
        rows = np.empty(result.shape)
        for place in range(result.shape[0]):
            total = 0.0
            for value in result[place].tolist():
                total += value
            rows[place] = result[place] * (1 / total)
        return rows.reshape(shape)


def _reorder(x, order):
    if isinstance(x, np.ndarray):
        if x.ndim == 0:
            raise TypeError('len() of unsized object')
        x[...] = x[order]
    elif hasattr(x, '__setitem__'):
        items = [x[place] for place in order.tolist()]
        for place, item in enumerate(items):
            x[place] = item
    else:
        raise TypeError(f"'{type(x).__name__}' object does not support item assignment")


_shared = RandomState(_numpy_random.Source('global'))

get_state = _shared.get_state
set_state = _shared.set_state
bytes = _shared.bytes
random_integers = _shared.random_integers
beta = _shared.beta
binomial = _shared.binomial
chisquare = _shared.chisquare
dirichlet = _shared.dirichlet
exponential = _shared.exponential
f = _shared.f
gamma = _shared.gamma
geometric = _shared.geometric
gumbel = _shared.gumbel
hypergeometric = _shared.hypergeometric
laplace = _shared.laplace
logistic = _shared.logistic
lognormal = _shared.lognormal
logseries = _shared.logseries
multinomial = _shared.multinomial
multivariate_normal = _shared.multivariate_normal
negative_binomial = _shared.negative_binomial
noncentral_chisquare = _shared.noncentral_chisquare
noncentral_f = _shared.noncentral_f
pareto = _shared.pareto
poisson = _shared.poisson
power = _shared.power
rayleigh = _shared.rayleigh
standard_cauchy = _shared.standard_cauchy
standard_exponential = _shared.standard_exponential
standard_gamma = _shared.standard_gamma
standard_t = _shared.standard_t
triangular = _shared.triangular
vonmises = _shared.vonmises
wald = _shared.wald
weibull = _shared.weibull
zipf = _shared.zipf
