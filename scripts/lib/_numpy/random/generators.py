"""`Generator` and `default_rng`."""

import warnings

import numpy as np
from _numpy.random._draws import Draws as _Draws, length_of as _length_of, nonnegative as _nonnegative
from _numpy.random._draws import shape_of as _shape_of
from _numpy.random.bits import PCG64 as _PCG64, BitGenerator as _BitGenerator
from _numpy.random.states import RandomState as _RandomState, _bounded, _reorder

__name__ = 'numpy.random'

_uint32 = np.uint32
_float64, _int64 = np.float64, np.int64


class Generator(_Draws):
    """Distributions over a stream of bits."""

    def __init__(self, bit_generator):
        if isinstance(bit_generator, type):
            raise ValueError('Invalid bit generator. The bit generator must be instantiated.')
        if not hasattr(bit_generator, '_source'):
            raise AttributeError(f"'{type(bit_generator).__name__}' object has no attribute 'capsule'")
        self._bit_generator = bit_generator
        self._source = bit_generator._source

    @property
    def bit_generator(self):
        """The stream of bits."""
        return self._bit_generator

    def __repr__(self):
        return f'{self} at 0x{id(self):X}'

    def __str__(self):
        return f'{type(self).__name__}({type(self._bit_generator).__name__})'

    def __reduce__(self):
        return _generator_of, (type(self._bit_generator), self._bit_generator.state)

    def spawn(self, n_children):
        """Return independent generators."""
        return [type(self)(one) for one in self._bit_generator.spawn(n_children)]

    def _floats(self, name, size, dtype, out, parameter=0.0):
        dtype = np.dtype(dtype)
        if dtype not in (np.float64, np.float32):
            raise TypeError(f'Unsupported dtype {dtype!r} for {name}')
        if out is not None:
            if not isinstance(out, np.ndarray):
                raise TypeError('Supplied output array must be an ndarray')
            if out.dtype != dtype:
                raise TypeError('Supplied output array has the wrong type. Expected {}, got {}'.format(
                    dtype, out.dtype))
            if size is not None and _shape_of(size) != out.shape:
                raise ValueError('size must match out.shape when used together')
            size = out.shape
        if dtype == np.float64:
            result = self._source.fill(name, parameter, 0.0, 0.0, size)
        else:
            result = self._source.singles(name, parameter, size)
        if out is not None:
            if out.flags.f_contiguous and not out.flags.c_contiguous:
                out.T[...] = result.reshape(out.T.shape)
            else:
                out[...] = result
            return out
        return result

    def random(self, size=None, dtype=np.float64, out=None):
        """Uniform numbers in [0, 1)."""
        if dtype is _float64 and out is None:
            return self._source.random(size)
        return self._floats('random', size, dtype, out)

    def standard_normal(self, size=None, dtype=np.float64, out=None):
        """Standard normal numbers."""
        if dtype is _float64 and out is None:
            return self._source.standard_normal(size)
        return self._floats('standard_normal', size, dtype, out)

    def standard_exponential(self, size=None, dtype=np.float64, method='zig', out=None):
        """Exponentially distributed numbers with mean 1."""
        if method != 'zig':
            result = -np.log1p(-self.random(size, dtype, out))
            if out is not None:
                out[...] = result
                return out
            return result if size is not None else float(result)
        return self._floats('standard_exponential', size, dtype, out)

    def standard_gamma(self, shape, size=None, dtype=np.float64, out=None):
        """Gamma distributed numbers with scale 1."""
        return self._floats('standard_gamma', size, dtype, out, _nonnegative(shape, 'shape'))

    def uniform(self, low=0.0, high=1.0, size=None):
        """Uniform numbers in [low, high)."""
        result = self._source.uniform(low, high, size)
        if result is not None:
            return result
        reach = np.subtract(high, low, dtype=float) if np.ndim(low) or np.ndim(high) else float(high) - float(low)
        if not np.all(np.isfinite(reach)):
            raise OverflowError('high - low range exceeds valid bounds')
        return self._one('uniform', size, low, _nonnegative(reach, 'high - low'))

    def integers(self, low, high=None, size=None, dtype=np.int64, endpoint=False):
        """Integers from low to high, which is left out unless `endpoint`."""
        if dtype is _int64 and not endpoint:
            result = self._source.below(low, high, size, False)
            if result is not None:
                return result
        result = _bounded(self._source, low, high, size, dtype, False, endpoint)
        if np.ndim(result) == 0 and size is None and dtype in (int, bool):
            return dtype(result)
        return result

    def bytes(self, length):
        """Return random bytes."""
        words = self._source.integers(0, 0xffffffff, (length - 1) // 4 + 1, _uint32, False)
        return b''.join(int(word).to_bytes(4, 'little') for word in words)[:length]

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        """Elements along an axis, or numbers before a, each with its probability in p."""
        values = None
        if isinstance(a, (int, np.integer)):
            population = int(a)
            if population <= 0 and _length_of(_shape_of(size)) != 0:
                raise ValueError('a must be a positive integer unless no samples are taken')
        else:
            values = np.asarray(a)
            if values.ndim == 0:
                raise ValueError('a must be a sequence or an integer, not ' + str(type(a)))
            population = values.shape[axis]
            if population == 0 and _length_of(_shape_of(size)) != 0:
                raise ValueError('a cannot be empty unless no samples are taken')
        shape = _shape_of(size)
        count = _length_of(shape)
        if not replace and count > population:
            raise ValueError('Cannot take a larger sample than population when replace is False')
        if p is not None:
            index = self._weighted(population, p, shape if replace else count, replace)
        elif replace:
            index = self.integers(0, population, size=shape) if population else np.zeros(shape, dtype=np.int64)
        elif population > 10000 and count > population // (50 if shuffle else 20):
            index = self._source.order(population, max(population - count, 1), False)[population - count:].copy()
        else:
            index = self._source.sample(population, count)
            if shuffle:
                index = index[self._source.order(count, 1, False)]
        index = np.asarray(index)
        if not replace:
            index = index.reshape(shape)
        if size is None:
            place = int(index)
            if values is None:
                return place
            return values.take(place, axis=axis) if values.ndim > 1 else values[place]
        if values is None:
            return index
        return np.asarray(values.take(index if index.size else index.astype(np.int64), axis=axis))

    def shuffle(self, x, axis=0):
        """Put a sequence in random order along an axis, in place."""
        if isinstance(x, np.ndarray):
            if x.ndim == 0:
                raise TypeError('len() of unsized object')
            view = np.swapaxes(x, 0, axis) if axis else x
            view[...] = view[self._source.order(view.shape[0], 1, True)]
            return
        if axis != 0:
            raise NotImplementedError('Axis argument is only supported on ndarray objects')
        _reorder(x, self._source.order(len(x), 1, True))

    def permutation(self, x, axis=0):
        """Return the numbers before x, or a copy of a sequence, in random order."""
        if isinstance(x, (int, np.integer)):
            return self._source.order(x, 1, True)
        x = np.asarray(x)
        if x.ndim == 0:
            raise np.exceptions.AxisError(axis, 0)
        axis = np.lib.array_utils.normalize_axis_index(axis, x.ndim)
        order = self._source.order(x.shape[axis], 1, True)
        return x[(slice(None),) * axis + (order,)]

    def permuted(self, x, *, axis=None, out=None):
        """Return a copy in which each lane along an axis is in a random order of its own."""
        x = np.asarray(x)
        if out is None:
            result = x.copy()
        else:
            if not isinstance(out, np.ndarray):
                raise TypeError('out must be a numpy array')
            if out.shape != x.shape:
                raise ValueError('out must have the same shape as x')
            if not np.can_cast(x.dtype, out.dtype, 'safe'):
                raise TypeError(f"Cannot cast array data from {x.dtype!r} to {out.dtype!r} according to the rule 'safe'")
            result = out
            result[...] = x
        if axis is None:
            order = self._source.order(result.size, 1, True)
            result[...] = result.ravel()[order].reshape(result.shape)
            return result
        view = np.moveaxis(result, axis, -1)
        for place in np.ndindex(*view.shape[:-1]):
            view[place] = view[place][self._source.order(view.shape[-1], 1, True)]
        return result

    def multivariate_normal(self, mean, cov, size=None, check_valid='warn', tol=1e-8, *, method='svd'):
        """Normal vectors with a mean and a covariance."""
        if method not in ('eigh', 'svd', 'cholesky'):
            raise ValueError("method must be one of {'eigh', 'svd', 'cholesky'}")
        mean, cov = np.array(mean), np.array(cov)
        if mean.dtype.kind == 'c' or cov.dtype.kind == 'c':
            raise TypeError('mean and cov must not be complex')
        if mean.ndim != 1:
            raise ValueError('mean must be 1 dimensional')
        if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
            raise ValueError('cov must be 2 dimensional and square')
        if mean.shape[0] != cov.shape[0]:
            raise ValueError('mean and cov must have same length')
        shape = _shape_of(size) + (mean.shape[0],)
        x = self.standard_normal(shape).reshape(-1, mean.shape[0])
        cov = cov.astype(float)
        if check_valid not in ('warn', 'raise', 'ignore'):
            raise ValueError("check_valid must equal 'warn', 'raise', or 'ignore'")
        if method == 'svd':
            u, s, vh = np.linalg.svd(cov)
            psd = check_valid == 'ignore' or np.allclose(np.dot(vh.T * s, vh), cov, rtol=tol, atol=tol)
            factor = u * np.sqrt(s)
        elif method == 'eigh':
            s, u = np.linalg.eigh(cov)
            psd = check_valid == 'ignore' or not np.any(s < -tol)
            factor = u * np.sqrt(abs(s))
        else:
            factor = np.linalg.cholesky(cov)
            psd = True
        if not psd:
            if check_valid == 'raise':
                raise ValueError('covariance is not symmetric positive-semidefinite.')
            warnings.warn('covariance is not symmetric positive-semidefinite.', RuntimeWarning, stacklevel=2)
        x = mean + x @ factor.T
        return x.reshape(shape)

    def multivariate_hypergeometric(self, colors, nsample, size=None, method='marginals'):
        """How many of each color a sample without replacement has."""
        if method not in ('count', 'marginals'):
            raise ValueError('method must be "count" or "marginals".')
        colors = np.asarray(colors)
        if colors.ndim != 1 or colors.dtype.kind not in 'iu' or np.any(colors < 0):
            raise ValueError('colors must be a one-dimensional sequence of nonnegative integers not exceeding '
                             '9223372036854775807.')
        total = int(colors.sum())
        if nsample < 0:
            raise ValueError('nsample must be nonnegative.')
        if nsample > total:
            raise ValueError('nsample > sum(colors)')
        shape = _shape_of(size)
        result = np.zeros((_length_of(shape), len(colors)), dtype=np.int64)
        counts = colors.tolist()
        more_than_half = nsample > total // 2
        wanted = total - nsample if more_than_half else nsample
        balls = [color for color, number in enumerate(counts) for _ in range(number)] if method == 'count' else []
        for row in range(result.shape[0]):
            left, remaining = wanted, total
            draws = [0] * len(counts)
            if method == 'count':
                for place in range(wanted):
                    other = place + self._source.interval(total - place - 1)
                    balls[place], balls[other] = balls[other], balls[place]
                    draws[balls[place]] += 1
            else:
                for place in range(len(counts) - 1):
                    if left <= 0:
                        break
                    remaining -= counts[place]
                    got = self._source.counts('hypergeometric', counts[place], remaining, left, None)
                    draws[place] = got
                    left -= got
                if left > 0:
                    draws[-1] = left
            if more_than_half:
                draws = [number - drawn for number, drawn in zip(counts, draws)]
            result[row] = draws
        return result.reshape(shape + (len(colors),))

    def dirichlet(self, alpha, size=None):
        """Vectors of shares that sum to 1."""
        alpha = np.asarray(alpha, dtype=float)
        if np.any(np.less(alpha, 0)):
            raise ValueError('alpha < 0')
        shape = _shape_of(size) + alpha.shape
        count = len(alpha)
        rows = np.zeros((_length_of(_shape_of(size)), count))
        values = alpha.tolist()
        if values and max(values) < 0.1:
            tails = [0.0] * count
            total = 0.0
            for place in range(count - 1, -1, -1):
                total += values[place]
                tails[place] = total
            for row in range(rows.shape[0]):
                left = 1.0
                for place in range(count - 1):
                    if tails[place] == 0:
                        break
                    below = tails[place + 1]
                    share = self._source.fill('beta', values[place], below, 0, None) if below and values[place] else (
                        0.0 if below else 1.0)
                    rows[row, place] = left * share
                    left *= 1.0 - share
                    if below == 0:
                        break
                rows[row, count - 1] = left if tails[count - 1] else rows[row, count - 1]
            return rows.reshape(shape)
        draws = self._source.fill('standard_gamma', alpha, 0, 0, rows.shape)
        for row in range(rows.shape[0]):
            total = 0.0
            for value in draws[row].tolist():
                total += value
            rows[row] = draws[row] * (1.0 / total)
        return rows.reshape(shape)


def _generator_of(kind, state):
    bits = kind(0)
    bits.state = state
    return Generator(bits)


_generator_of.__module__ = '_numpy.random.generators'


def default_rng(seed=None):
    """Return a generator over PCG64, seeded by an integer, a sequence of them, or the system."""
    if isinstance(seed, _BitGenerator):
        return Generator(seed)
    if isinstance(seed, Generator):
        return seed
    if isinstance(seed, _RandomState):
        return Generator(seed._bit_generator) if hasattr(seed, '_bit_generator') else Generator(seed)
    return Generator(_PCG64(seed))
