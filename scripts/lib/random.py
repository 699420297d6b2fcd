"""Random numbers: CPython's generator, call for call."""

from _random import Random as _Random
from math import acos, ceil, cos, exp, e, floor, inf, log, pi, sin, sqrt

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
        start = a
        if isinstance(a, (str, bytes, bytearray)):
            if version == 2:
                start = _number_of(a.encode() if isinstance(a, str) else bytes(a))
            elif version == 1 and not isinstance(a, bytearray):
                start = _old_number_of([*a] if isinstance(a, bytes) else [*map(ord, a)])
        elif a is not None and not isinstance(a, (int, float)):
            raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
        self.gauss_next = None
        super().seed(start)

    def getstate(self):
        """The state, to be given to `setstate`."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Goes back to a state."""
        if state[0] != self.VERSION:
            raise ValueError(f'state with version {state[0]} passed to Random.setstate() of version {self.VERSION}')
        _, stream, self.gauss_next = state
        super().setstate(stream)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # Integers

    def _randbelow_with_getrandbits(self, n):
        bits = n.bit_length()
        while True:
            below = self.getrandbits(bits)
            if below < n:
                return below

    def _randbelow_without_getrandbits(self, n, maxsize=1 << 53):
        random = self.random
        if n >= maxsize:
            from warnings import warn
            warn('Underlying random() generator does not supply \nenough bits to choose from a population range '
                 'this large.\nTo remove the range limitation, add a getrandbits() method.')
            return floor(random() * n)
        # Numbers above the last multiple of n would make the small remainders likelier.
        even = 1 - maxsize % n / maxsize
        while True:
            drawn = random()
            if drawn < even:
                return floor(drawn * maxsize) % n

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
        for left in range(len(x), 1, -1):
            chosen, last = randbelow(left), left - 1
            x[last], x[chosen] = x[chosen], x[last]

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
        # The stream depends on which way is taken: by the room of a list against that of a set of k items.
        if n <= 21 + (4 ** ceil(log(k * 3, 4)) if k > 5 else 0):
            pool, drawn = list(population), []
            for left in range(n, n - k, -1):
                place = randbelow(left)
                drawn.append(pool[place])
                # The last one of those that are left takes the place of the one drawn.
                pool[place] = pool[left - 1]
            return drawn
        places = {}
        while len(places) < k:
            places[randbelow(n)] = None
        return [population[place] for place in places]

    def _counted_sample(self, population, k, counts):
        from bisect import bisect
        from itertools import accumulate
        ends = [*accumulate(counts)]
        if len(ends) != len(population):
            raise ValueError('The number of counts does not match the population')
        total = ends.pop()
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total < 1:
            raise ValueError('Total of counts must be greater than zero')
        return [population[bisect(ends, place)] for place in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items, each chosen from all, perhaps by weights."""
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[floor(random() * n)] for i in range(k)]
            if isinstance(weights, int):
                raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}')
            from itertools import accumulate
            ends = [*accumulate(weights)]
        elif weights is None:
            ends = cum_weights
        else:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(ends) != n:
            raise ValueError('The number of weights does not match the population')
        whole = ends[-1] + 0.0
        if not 0.0 < whole < inf:
            wrong = 'greater than zero' if whole <= 0.0 else 'finite'
            raise ValueError(f'Total of weights must be {wrong}')
        from bisect import bisect
        return [population[bisect(ends, random() * whole, 0, n - 1)] for _ in range(k)]

    # Distributions

    def uniform(self, a, b):
        """A float from a to b."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A float from low to high, most often near mode."""
        u = self.random()
        if mode is None:
            peak = 0.5
        elif high == low:
            return low
        else:
            peak = (mode - low) / (high - low)
        if u <= peak:
            return low + (high - low) * sqrt(u * peak)
        return high + (low - high) * sqrt((1.0 - u) * (1.0 - peak))

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
            return random() * _TWO_PI
        spread = 0.5 / kappa
        r = spread + sqrt(1.0 + spread * spread)
        accepted = False
        while not accepted:
            z = cos(random() * pi)
            d = z / (r + z)
            bar = random()
            accepted = bar < 1.0 - d * d or bar <= (1.0 - d) * exp(d)
        q = 1.0 / r
        angle = acos((q + z) / (1.0 + q * z))
        return (mu + (angle if random() > 0.5 else -angle)) % _TWO_PI

    def gammavariate(self, alpha, beta):
        """The gamma distribution."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha > 1.0:
            return self._peaked_gamma(alpha) * beta
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        return self._falling_gamma(alpha) * beta

    def _peaked_gamma(self, alpha):
        """The gamma distribution of shapes above 1, by Cheng's way of rejection."""
        width = sqrt(2.0 * alpha - 1.0)
        offset, slope = alpha - _LOG_4, alpha + width
        random = self.random
        while True:
            odds = random()
            if odds <= 1e-7 or odds >= 0.9999999:
                continue
            bar = 1.0 - random()
            logit = log(odds / (1.0 - odds)) / width
            x = alpha * exp(logit)
            z = odds * odds * bar
            room = offset + slope * logit - x
            if room + _GAMMA - 4.5 * z >= 0.0 or room >= log(z):
                return x

    def _falling_gamma(self, alpha):
        """The gamma distribution of shapes below 1, by Ahrens and Dieter's way of rejection."""
        whole = (e + alpha) / e
        while True:
            part = whole * self.random()
            if part > 1.0:
                x = -log((whole - part) / alpha)
                bar = x ** (alpha - 1.0)
            else:
                x = part ** (1.0 / alpha)
                bar = exp(-x)
            if self.random() <= bar:
                return x

    def betavariate(self, alpha, beta):
        """The beta distribution."""
        share = self.gammavariate(alpha, 1.0)
        return share / (share + self.gammavariate(beta, 1.0)) if share else 0.0

    def paretovariate(self, alpha):
        """The Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """The Weibull distribution."""
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


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
        spare = -k % 8
        return int.from_bytes(_urandom((k + spare) // 8), 'big') >> spare

    def randbytes(self, n):
        return _urandom(n)

    def seed(self, *args, **kwds):
        """Does nothing."""

    def setstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate


def _urandom(n):
    with open('/dev/urandom', 'rb') as f:
        return f.read(n)


def _number_of(data):
    """The number that bytes start a stream with: they and their digest."""
    from hashlib import sha512
    return int.from_bytes(data + sha512(data).digest(), 'big')


def _old_number_of(codes):
    """The number that a text started a stream with in Python 2: its hash there."""
    number = codes[0] << 7 if codes else 0
    for code in codes:
        number = number * 1000003 & 0xFFFFFFFFFFFFFFFF ^ code
    return number ^ len(codes)


_shared = Random()
for _name in __all__:
    if _name not in ('Random', 'SystemRandom'):
        globals()[_name] = getattr(_shared, _name)
