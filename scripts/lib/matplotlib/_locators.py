"""Where ticks are."""

import math

import numpy as np
from matplotlib.ticker import TickHelper, _ceil, _floor, _widened


class Locator(TickHelper):
    """Places of ticks for a view."""
    __module__ = 'matplotlib.ticker'
    MAXTICKS = 1000

    def __call__(self):
        return self.tick_values(*self.axis.get_view_interval())

    def tick_values(self, vmin, vmax):
        raise NotImplementedError('Derived must override')

    def raise_if_exceeds(self, locs):
        return locs

    def set_params(self, **kwargs):
        for key, value in kwargs.items():
            setattr(self, '_' + key if key != 'nbins' else '_nbins', value)


class NullLocator(Locator):
    __module__ = 'matplotlib.ticker'
    def tick_values(self, vmin, vmax):
        return []


class FixedLocator(Locator):
    """Given places."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, locs, nbins=None):
        self.locs = np.asarray(locs)
        if self.locs.dtype.kind not in 'iuf':
            self.locs = self.locs.astype(float)
        self.nbins = max(nbins, 2) if nbins is not None else None

    def tick_values(self, vmin, vmax):
        if self.nbins is None:
            return self.locs
        step = max(math.ceil(len(self.locs) / self.nbins), 1)
        # The choice that is nearest to 0.
        choices = [self.locs[i::step] for i in range(step) if len(self.locs[i::step])]
        return min(choices, key=lambda ticks: float(np.abs(ticks).min())) if choices else self.locs


class IndexLocator(Locator):
    __module__ = 'matplotlib.ticker'
    def __init__(self, base, offset):
        self._base, self.offset = base, offset

    def tick_values(self, vmin, vmax):
        return np.arange(vmin + self.offset, vmax + 1, self._base)


class LinearLocator(Locator):
    """So many places, evenly."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, numticks=None, presets=None):
        self.numticks = numticks or 11

    def tick_values(self, vmin, vmax):
        return np.linspace(vmin, vmax, self.numticks)


class MultipleLocator(Locator):
    """The multiples of a step."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, base=1.0, offset=0.0):
        self._base, self._offset = float(base), offset

    def tick_values(self, vmin, vmax):
        vmin, vmax = sorted((vmin - self._offset, vmax - self._offset))
        first = _ceil(vmin / self._base)
        count = min(int((vmax - first * self._base + 0.001 * self._base) // self._base), 100000)
        return (first - 1 + np.arange(count + 3)) * self._base + self._offset


class MaxNLocator(Locator):
    """Round places, at most so many spaces between them."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, nbins=None, steps=None, integer=False, symmetric=False, prune=None, min_n_ticks=2):
        self._nbins = 10 if nbins is None else nbins
        self._steps = steps or [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
        if self._steps[0] != 1:
            self._steps = [1, *self._steps]
        if self._steps[-1] != 10:
            self._steps = [*self._steps, 10]
        self._integer, self._symmetric, self._prune, self._min_n_ticks = integer, symmetric, prune, max(1, min_n_ticks)

    def _count(self):
        if self._nbins == 'auto':
            return min(9, max(1, self.axis.get_tick_space())) if self.axis is not None else 9
        return self._nbins

    def tick_values(self, vmin, vmax):
        if self._symmetric:
            vmax = max(abs(vmin), abs(vmax))
            vmin = -vmax
        vmin, vmax = _widened(float(vmin), float(vmax), 1e-13, 1e-14)
        ticks = self._raw(vmin, vmax)
        if self._prune in ('lower', 'both'):
            ticks = ticks[1:]
        if self._prune in ('upper', 'both'):
            ticks = ticks[:-1]
        return ticks

    def _raw(self, vmin, vmax):
        nbins = self._count()
        width = abs(vmax - vmin)
        middle = (vmin + vmax) / 2
        offset = 0.0
        if width and abs(middle) / width >= 100:
            offset = math.copysign(10.0 ** math.floor(math.log10(abs(middle))), middle)
        scale = 10.0 ** math.floor(math.log10(width / nbins))
        low, high = vmin - offset, vmax - offset
        steps = [*(0.1 * s for s in self._steps[:-1]), *self._steps, 10 * self._steps[1]]
        steps = [s * scale for s in steps]
        if self._integer:
            steps = [s for s in steps if s < 1 or abs(s - round(s)) < 0.001]
        wanted = width / nbins
        at = next((i for i, s in enumerate(steps) if s >= wanted), len(steps) - 1)
        ticks = np.array([])
        for step in reversed(steps[:at + 1]):
            if self._integer and math.floor(high) - math.ceil(low) >= self._min_n_ticks - 1:
                step = max(1, step)
            base = low // step * step
            first, last = _edge_floor((low - base) / step, offset, step), _edge_ceil((high - base) / step, offset, step)
            ticks = np.arange(first, last + 1) * step + base
            inside = int(((ticks <= high) & (ticks >= low)).sum())
            if inside >= self._min_n_ticks:
                break
        return ticks + offset


def _edge(ratio, offset, step):
    tolerance = 1e-10
    if offset:
        tolerance = min(0.4999, max(1e-10, 10 ** (math.log10(abs(offset) / step) - 12)))
    near = round(ratio)
    return near if abs(ratio - near) < tolerance else None


def _edge_floor(ratio, offset, step):
    near = _edge(ratio, offset, step)
    return math.floor(ratio) if near is None else near


def _edge_ceil(ratio, offset, step):
    near = _edge(ratio, offset, step)
    return math.ceil(ratio) if near is None else near


class AutoLocator(MaxNLocator):
    """As many round places as there is room for."""
    __module__ = 'matplotlib.ticker'

    def __init__(self):
        MaxNLocator.__init__(self, nbins='auto', steps=[1, 2, 2.5, 5, 10])


class AutoMinorLocator(Locator):
    """Minor places that divide what is between major ones."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, n=None):
        self.ndivs = n

    def __call__(self):
        majors = np.unique(np.asarray(self.axis.get_majorticklocs(), dtype=float))
        if len(majors) < 2:
            return []
        step = majors[1] - majors[0]
        n = self.ndivs
        if n in (None, 'auto'):
            mantissa = 10 ** (math.log10(step) % 1)
            n = 5 if np.isclose(mantissa, [1, 2.5, 5, 10]).any() else 4
        low, high = sorted(self.axis.get_view_interval())
        first = math.floor((low - majors[0]) / (step / n))
        last = math.ceil((high - majors[0]) / (step / n))
        numbers = np.arange(first, last + 1)
        return (majors[0] + numbers * (step / n))[numbers % n != 0]

    def tick_values(self, vmin, vmax):
        raise NotImplementedError("Cannot get tick locations for a AutoMinorLocator")


class LogLocator(Locator):
    """Powers of a base, or multiples of them."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, base=10.0, subs=(1.0,), *, numticks=None):
        self._base, self._subs, self.numticks = float(base), subs, numticks

    def tick_values(self, vmin, vmax):
        numticks = self.numticks
        if numticks is None or numticks == 'auto':
            numticks = min(9, max(2, self.axis.get_tick_space())) if self.axis is not None else 9
        vmin, vmax = sorted((vmin, vmax))
        if vmax <= 0:
            return np.array([])
        if vmin <= 0:
            vmin = vmax * 1e-10
        log = math.log(self._base)
        low, high = math.log(vmin) / log, math.log(vmax) / log
        decades = _floor(high) - _ceil(low) + 1
        stride, offset = 1, 0
        if decades > numticks:
            stride = decades // (numticks + 1) + 1
            wanted = min(numticks, math.ceil(decades / stride))
            if wanted > 1:
                # The widest stride that gives as many ticks.
                stride = (decades - 1) // (wanted - 1)
                least, most = max(decades - stride * wanted, 0), min(decades - stride * (wanted - 1), stride)
                offset = -_ceil(low) % stride
                if not least <= offset < most:
                    offset = least
        is_minor = isinstance(self._subs, str) or len(self._subs) > 1 or self._subs[0] != 1.0
        # One tick beyond either end.
        first = (_ceil(low) - 1 if is_minor else _ceil(low) + offset - stride)
        count = max(0, math.floor((_above(high) - first) / stride)) + 1
        while first + (count - 1) * stride <= high + 1e-10:
            count += 1
        exponents = first + stride * np.arange(count, dtype=float)
        if not is_minor:
            return self._base ** exponents
        if isinstance(self._subs, str):
            if high - low > 10 or self._base < 3:
                return np.array([])
            subs = np.arange(2.0 if self._subs == 'auto' else 1.0, self._base)
        else:
            subs = np.asarray(self._subs, dtype=float)
        if stride > 1:
            return np.array([])
        ticks = (subs[None, :] * self._base ** exponents[:-1, None]).ravel()
        if len(subs) > 1 and ((vmin <= ticks) & (ticks <= vmax)).sum() <= 1:
            return AutoLocator().tick_values(vmin, vmax)
        return ticks


def _above(x):
    return _floor(x) + 1


class SymmetricalLogLocator(Locator):
    """Powers of a base on both sides of 0."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, transform=None, subs=None, linthresh=None, base=None):
        if transform is not None:
            base, linthresh = transform.base, transform.linthresh
        self._base, self._linthresh, self.numticks = base, linthresh, 15
        self._subs = [1.0] if subs is None else subs

    def set_params(self, subs=None, numticks=None):
        self._subs = self._subs if subs is None else subs
        self.numticks = self.numticks if numticks is None else numticks

    def tick_values(self, vmin, vmax):
        vmin, vmax = sorted((vmin, vmax))
        border = self._linthresh
        if not (math.isfinite(vmin) and math.isfinite(vmax)):
            return np.array([])
        if -border <= vmin < vmax <= border:
            return sorted({vmin, 0, vmax})
        below, above = vmin < -border, vmax > border
        between = below and vmax > -border or above and vmin < border

        def powers(low, high):
            log = math.log(self._base)
            return math.floor(math.log(low) / log), math.ceil(math.log(high) / log)

        a = powers(abs(min(-border, vmax)), abs(vmin) + 1) if below else (0, 0)
        c = powers(max(border, vmin), vmax + 1) if above else (0, 0)
        stride = max((a[1] - a[0] + c[1] - c[0] + between) // (self.numticks - 1), 1)
        decades = []
        if below:
            decades += (-(float(self._base) ** np.arange(*a, stride)[::-1])).tolist()
        if between:
            decades.append(0.0)
        if above:
            decades += (float(self._base) ** np.arange(*c, stride)).tolist()
        if len(self._subs) == 1 and self._subs[0] == 1.0:
            return np.array(decades)
        return np.array([v for d in decades for v in ([d] if d == 0 else [s * d for s in self._subs])])


class LogitLocator(MaxNLocator):
    """Parts of one, denser near 0 and 1."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, minor=False, *, nbins='auto'):
        self.minor = minor
        MaxNLocator.__init__(self, nbins=nbins, steps=[1, 2, 5, 10])

    @staticmethod
    def _ideal(b):
        return 10.0 ** b if b < 0 else 1 - 10.0 ** -b if b > 0 else 0.5

    def tick_values(self, vmin, vmax):
        vmin, vmax = sorted((vmin, vmax))
        if not 0 < vmin < vmax < 1:
            vmin, vmax = max(vmin, 1e-7), min(vmax, 1 - 1e-7)
        nbins = max(2, self.axis.get_tick_space()) if self.axis is not None else 9
        first = (math.floor(math.log10(vmin)) if vmin < 0.5 else 0 if vmin < 0.9 else -math.ceil(math.log10(1 - vmin)))
        last = (math.ceil(math.log10(vmax)) if vmax <= 0.5 else 1 if vmax <= 0.9 else -math.floor(math.log10(1 - vmax)))
        count = last - first - 1
        if count < 2:
            return np.array([]) if self.minor else MaxNLocator.tick_values(self, vmin, vmax)
        if count > nbins:
            part = math.ceil(count / nbins)
            return np.array([self._ideal(b) for b in range(first, last + 1) if (b % part != 0) == self.minor])
        if not self.minor:
            return np.array([self._ideal(b) for b in range(first, last + 1)])
        ticks = []
        for b in range(first, last):
            ticks += (np.arange(2, 10) * 10.0 ** b if b < -1 else np.arange(2, 5) / 10 if b == -1 else
                      np.arange(6, 9) / 10 if b == 0 else 1 - np.arange(2, 10)[::-1] * 10.0 ** (-b - 1)).tolist()
        return np.array(ticks)


class AsinhLocator(Locator):
    """Round numbers, evenly over a scale that is straight around 0 and logarithmic far from it."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, linear_width, numticks=11, symthresh=0.2, base=10, subs=None):
        self.linear_width, self.numticks, self.symthresh, self.base, self.subs = (
            linear_width, numticks, symthresh, base, subs)

    def __call__(self):
        vmin, vmax = self.axis.get_view_interval()
        if vmin * vmax < 0 and abs(1 + vmax / vmin) < self.symthresh:
            vmax = max(abs(vmin), abs(vmax))
            vmin = -vmax
        return self.tick_values(vmin, vmax)

    def tick_values(self, vmin, vmax):
        width = self.linear_width
        low, high = width * math.asinh(vmin / width), width * math.asinh(vmax / width)
        places = np.linspace(low, high, self.numticks)
        if low * high < 0:
            places = np.append(places[np.abs(places / (high - low)) > 0.5 / self.numticks], 0.0)
        values = width * np.sinh(places / width)
        with np.errstate(all='ignore'):
            powers = np.where(values == 0, 0.0, np.sign(values) * float(self.base) ** np.floor(
                np.log(np.abs(values)) / math.log(self.base)))
        found = np.outer(powers, self.subs).ravel() if self.subs else powers
        ticks = np.unique(found)
        return ticks if len(ticks) >= 2 else np.linspace(vmin, vmax, self.numticks)
