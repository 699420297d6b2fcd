"""Random numbers: CPython's generator, call for call."""

from _random import Random as _Random
from math import acos, ceil, cos, exp, e, floor, isfinite, log, pi, sin, sqrt

__all__ = ['Random', 'SystemRandom', 'betavariate', 'choice', 'choices', 'expovariate', 'gammavariate', 'gauss',
           'getrandbits', 'getstate', 'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes', 'randint',
           'random', 'randrange', 'sample', 'seed', 'setstate', 'shuffle', 'triangular', 'uniform',
           'vonmisesvariate', 'weibullvariate']

_TWO_PI = 2.0 * pi
_NORMAL = 4 * exp(-0.5) / sqrt(2.0)
_LOG_4 = log(4.0)
_GAMMA = 1.0 + log(4.5)


def _integer(value):
    """The integer of an index-like argument of `randrange`."""
    if hasattr(value, '__index__'):
        return value.__index__()
    raise TypeError


def _range_argument(value, number, name):
    try:
        return _integer(value)
    except TypeError:
        pass
    from warnings import warn
    whole = int(value)
    if whole != value:
        warn('randrange() will raise TypeError in the future', DeprecationWarning, 3)
        raise ValueError(f'non-integer {name} for randrange()')
    warn('non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a '
         'subsequent version', DeprecationWarning, 3)
    return whole


def _is_sequence(population):
    from collections.abc import Sequence
    return isinstance(population, Sequence)


class Random(_Random):
    """A generator of random numbers with its own state."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        # A class that overrides `random` alone has all its integers made from that.
        for c in cls.__mro__:
            if c is Random:
                break
            if not _SOURCES.isdisjoint(c.__dict__):
                # What is written in the language asks the class for its numbers.
                for name in _QUICK:
                    if name not in cls.__dict__:
                        setattr(cls, name, Random.__dict__['_' + name])
                break
        for c in cls.__mro__:
            own = c.__dict__
            if '_randbelow' in own or c is Random:
                break
            if 'getrandbits' in own:
                cls._randbelow = Random._randbelow_with_getrandbits
                break
            if 'random' in own:
                cls._randbelow = Random._randbelow_without_getrandbits
                break

    # State

    def seed(self, a=None, version=2):
        """Starts the stream that belongs to a number, string, bytes or None (the time)."""
        if version == 1 and isinstance(a, (str, bytes)):
            a = a.decode('latin-1') if isinstance(a, bytes) else a
            x = ord(a[0]) << 7 if a else 0
            for c in map(ord, a):
                x = ((1000003 * x) ^ c) & 0xFFFFFFFFFFFFFFFF
            x ^= len(a)
            a = -2 if x == -1 else x
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            if isinstance(a, str):
                a = a.encode()
            a = int.from_bytes(bytes(a) + _sha512(bytes(a)), 'big')
        elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """The state, to be given to `setstate`."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Goes back to a state."""
        version = state[0]
        if version != 3:
            raise ValueError(f'state with version {version} passed to Random.setstate() of version {self.VERSION}')
        _, internal, self.gauss_next = state
        super().setstate(internal)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # Integers

    def _randbelow_with_getrandbits(self, n):
        getrandbits = self.getrandbits
        k = n.bit_length()
        r = getrandbits(k)
        while r >= n:
            r = getrandbits(k)
        return r

    def _randbelow_without_getrandbits(self, n, maxsize=1 << 53):
        random = self.random
        if n >= maxsize:
            from warnings import warn
            warn('Underlying random() generator does not supply \nenough bits to choose from a population range '
                 'this large.\nTo remove the range limitation, add a getrandbits() method.')
            return floor(random() * n)
        limit = (maxsize - maxsize % n) / maxsize
        r = random()
        while r >= limit:
            r = random()
        return floor(r * maxsize) % n

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=1):
        """An integer of `range(start, stop, step)`."""
        if type(start) is not int:
            start = _range_argument(start, 1, 'arg 1')
        if stop is None:
            if step != 1:
                raise TypeError('Missing a non-None stop argument')
            if start > 0:
                return self._randbelow(start)
            raise ValueError('empty range for randrange()')
        if type(stop) is not int:
            stop = _range_argument(stop, 2, 'stop')
        width = stop - start
        if type(step) is not int:
            step = _range_argument(step, 3, 'step')
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError(f'empty range for randrange() ({start}, {stop}, {width})')
        if step > 0:
            n = (width + step - 1) // step
        elif step < 0:
            n = (width + step + 1) // step
        else:
            raise ValueError('zero step for randrange()')
        if n <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._randbelow(n)

    def randint(self, a, b):
        """An integer from a to b, both included."""
        if type(a) is int and type(b) is int and a <= b:
            return a + self._randbelow(b - a + 1)
        return self.randrange(a, b + 1)

    # Sequences

    def choice(self, seq):
        """An item of a sequence."""
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Shuffles a list in place."""
        if type(x) is list and type(self) is Random:
            return self._shuffle(x)
        randbelow = self._randbelow
        for i in reversed(range(1, len(x))):
            j = randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """k different items of a sequence."""
        if not isinstance(population, (list, tuple, range, str)) and not _is_sequence(population):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            return self._counted_sample(population, k, counts)
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        randbelow = self._randbelow
        result = [None] * k
        # The size of a list against that of a set of k items decides, as the stream depends on it.
        setsize = 21
        if k > 5:
            setsize += 4 ** ceil(log(k * 3, 4))
        if n <= setsize:
            pool = list(population)
            for i in range(k):
                j = randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            selected = set()
            for i in range(k):
                j = randbelow(n)
                while j in selected:
                    j = randbelow(n)
                selected.add(j)
                result[i] = population[j]
        return result

    def _counted_sample(self, population, k, counts):
        from bisect import bisect
        from itertools import accumulate
        cum_counts = list(accumulate(counts))
        if len(cum_counts) != len(population):
            raise ValueError('The number of counts does not match the population')
        total = cum_counts.pop()
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total <= 0:
            raise ValueError('Total of counts must be greater than zero')
        return [population[bisect(cum_counts, s)] for s in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items, each chosen from all, perhaps by weights."""
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[floor(random() * n)] for i in range(k)]
            from itertools import accumulate
            try:
                cum_weights = list(accumulate(weights))
            except TypeError:
                if not isinstance(weights, int):
                    raise
                k = weights
                raise TypeError(f'The number of choices must be a keyword argument: {k=}') from None
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not isfinite(total):
            raise ValueError('Total of weights must be finite')
        from bisect import bisect
        hi = n - 1
        return [population[bisect(cum_weights, random() * total, 0, hi)] for i in range(k)]

    # Distributions

    def uniform(self, a, b):
        """A float from a to b."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A float from low to high, most often near mode."""
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """The normal distribution."""
        random = self.random
        while True:
            u1 = random()
            u2 = 1.0 - random()
            z = _NORMAL * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """The normal distribution, somewhat faster."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * _TWO_PI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """The distribution whose logarithm is normal."""
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        """The exponential distribution with mean 1 / lambd."""
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """The circular normal distribution."""
        random = self.random
        if kappa <= 1e-6:
            return _TWO_PI * random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            u1 = random()
            z = cos(pi * u1)
            d = z / (r + z)
            u2 = random()
            if u2 < 1.0 - d * d or u2 <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        u3 = random()
        if u3 > 0.5:
            return (mu + acos(f)) % _TWO_PI
        return (mu - acos(f)) % _TWO_PI

    def gammavariate(self, alpha, beta):
        """The gamma distribution."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        random = self.random
        if alpha > 1.0:
            ainv = sqrt(2.0 * alpha - 1.0)
            bbb = alpha - _LOG_4
            ccc = alpha + ainv
            while True:
                u1 = random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - random()
                v = log(u1 / (1.0 - u1)) / ainv
                x = alpha * exp(v)
                z = u1 * u1 * u2
                r = bbb + ccc * v - x
                if r + _GAMMA - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        if alpha == 1.0:
            return -log(1.0 - random()) * beta
        while True:
            u = random()
            b = (e + alpha) / e
            p = b * u
            if p <= 1.0:
                x = p ** (1.0 / alpha)
            else:
                x = -log((b - p) / alpha)
            u1 = random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    break
            elif u1 <= exp(-x):
                break
        return x * beta

    def betavariate(self, alpha, beta):
        """The beta distribution."""
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def paretovariate(self, alpha):
        """The Pareto distribution."""
        u = 1.0 - self.random()
        return u ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """The Weibull distribution."""
        u = 1.0 - self.random()
        return alpha * (-log(u)) ** (1.0 / beta)


_SOURCES = {'random', 'getrandbits', '_randbelow'}
_QUICK = ['choice', 'randint', 'randrange', 'uniform']
for _name in _QUICK:
    # `_random.Random` has these too: they call what is written here for rare arguments.
    setattr(Random, '_' + _name, Random.__dict__[_name])
    delattr(Random, _name)


class SystemRandom(Random):
    """Numbers from the operating system; there is no state."""

    def random(self):
        """A float from 0.0 to 1.0, without 1.0."""
        return (int.from_bytes(_urandom(7), 'big') >> 3) * 2.0 ** -53

    def getrandbits(self, k):
        """An integer of k random bits."""
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        numbytes = (k + 7) // 8
        return int.from_bytes(_urandom(numbytes), 'big') >> (numbytes * 8 - k)

    def randbytes(self, n):
        return _urandom(n)

    def seed(self, *args, **kwds):
        return None

    def getstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


def _urandom(n):
    with open('/dev/urandom', 'rb') as f:
        return f.read(n)


def _sha512(data):
    from hashlib import sha512
    return sha512(data).digest()


_shared = Random()
seed = _shared.seed
random = _shared.random
uniform = _shared.uniform
triangular = _shared.triangular
randint = _shared.randint
choice = _shared.choice
randrange = _shared.randrange
sample = _shared.sample
shuffle = _shared.shuffle
choices = _shared.choices
normalvariate = _shared.normalvariate
lognormvariate = _shared.lognormvariate
expovariate = _shared.expovariate
vonmisesvariate = _shared.vonmisesvariate
gammavariate = _shared.gammavariate
gauss = _shared.gauss
betavariate = _shared.betavariate
paretovariate = _shared.paretovariate
weibullvariate = _shared.weibullvariate
getstate = _shared.getstate
setstate = _shared.setstate
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
