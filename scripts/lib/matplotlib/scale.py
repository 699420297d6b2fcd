"""How the numbers of an axis become places along it."""

import numpy as np
from matplotlib._checks import suggestion


class LinearScale:
    """Places are the numbers."""
    name = 'linear'

    def forward(self, x):
        return x

    def backward(self, x):
        return x

    def limit(self, low, high, smallest):
        return low, high

    def locators(self):
        from matplotlib import ticker
        return ticker.AutoLocator(), ticker.ScalarFormatter(), ticker.NullLocator(), ticker.NullFormatter()


class LogScale:
    """Places are logarithms; what is not above 0 lies far out."""
    name = 'log'

    def __init__(self, base=10, subs=None, nonpositive='clip'):
        self.base, self.subs, self.nonpositive = base, subs, nonpositive
        if base <= 0 or base == 1:
            raise ValueError('The log base cannot be <= 0 or == 1')

    def forward(self, x):
        x = np.asarray(x, dtype=float)
        with np.errstate(all='ignore'):
            result = np.log10(x) / np.log10(self.base)
        return np.where(x > 0, result, np.nan if self.nonpositive == 'mask' else -1000)

    def backward(self, x):
        return np.power(float(self.base), x)

    def limit(self, low, high, smallest):
        smallest = smallest if np.isfinite(smallest) and smallest > 0 else 1e-300
        return (smallest if low <= 0 else low), (smallest if high <= 0 else high)

    def locators(self):
        from matplotlib import ticker
        return (ticker.LogLocator(self.base), ticker.LogFormatterSciNotation(self.base),
                ticker.LogLocator(self.base, self.subs or 'auto'),
                ticker.LogFormatterSciNotation(self.base, labelOnlyBase=bool(self.subs)))


class SymLogScale:
    """Straight around 0, logarithms beyond `linthresh`."""
    name = 'symlog'

    def __init__(self, base=10, linthresh=2, subs=None, linscale=1):
        self.base, self.linthresh, self.linscale, self.subs = base, linthresh, linscale, subs
        self._unit = linscale / (1.0 - 1.0 / base)

    def forward(self, x):
        x = np.asarray(x, dtype=float)
        size = np.abs(x)
        with np.errstate(all='ignore'):
            out = np.sign(x) * self.linthresh * (
                self._unit + np.log(np.maximum(size, self.linthresh) / self.linthresh) / np.log(self.base))
        return np.where(size <= self.linthresh, x * self._unit, out)

    def backward(self, x):
        x = np.asarray(x, dtype=float)
        size = np.abs(x)
        border = self.linthresh * self._unit
        out = np.sign(x) * self.linthresh * np.power(float(self.base), size / self.linthresh - self._unit)
        return np.where(size <= border, x / self._unit, out)

    def limit(self, low, high, smallest):
        return low, high

    def locators(self):
        from matplotlib import ticker
        return (ticker.SymmetricalLogLocator(base=self.base, linthresh=self.linthresh),
                ticker.LogFormatterSciNotation(self.base, linthresh=self.linthresh),
                ticker.SymmetricalLogLocator(base=self.base, linthresh=self.linthresh, subs=self.subs),
                ticker.NullFormatter())


class LogitScale:
    """Places are logarithms of odds."""
    name = 'logit'

    def __init__(self, nonpositive='mask', **kwargs):
        self.nonpositive = nonpositive

    def forward(self, x):
        x = np.asarray(x, dtype=float)
        with np.errstate(all='ignore'):
            return np.where((x > 0) & (x < 1), np.log10(x / (1 - x)), np.where(x <= 0, -1000, 1000))

    def backward(self, x):
        return 1 / (1 + 10.0 ** (-np.asarray(x, dtype=float)))

    def limit(self, low, high, smallest):
        return (1e-7 if low <= 0 else low), (1 - 1e-7 if high >= 1 else high)

    def locators(self):
        from matplotlib import ticker
        return (ticker.LogitLocator(), ticker.LogitFormatter(), ticker.LogitLocator(minor=True),
                ticker.NullFormatter())


class AsinhScale:
    """Places are inverse hyperbolic sines."""
    name = 'asinh'

    def __init__(self, linear_width=1.0, base=10, subs='auto', **kwargs):
        self.linear_width, self.base = linear_width, base
        self.subs = {3: (2,), 4: (2,), 5: (2,), 8: (2, 4), 10: (2, 5), 16: (2, 4, 8)}.get(base) if subs == 'auto' else subs

    def forward(self, x):
        return self.linear_width * np.arcsinh(np.asarray(x, dtype=float) / self.linear_width)

    def backward(self, x):
        return self.linear_width * np.sinh(np.asarray(x, dtype=float) / self.linear_width)

    def limit(self, low, high, smallest):
        return low, high

    def locators(self):
        from matplotlib import ticker
        return (ticker.AsinhLocator(self.linear_width, base=self.base), ticker.LogFormatterSciNotation(self.base),
                ticker.AsinhLocator(self.linear_width, base=self.base, subs=self.subs), ticker.NullFormatter())


class FunctionScale(LinearScale):
    """Places by functions of the program: there and back."""
    name = 'function'

    def __init__(self, functions, **kwargs):
        self.forward, self.backward = functions


_SCALES = {'linear': LinearScale, 'log': LogScale, 'symlog': SymLogScale, 'logit': LogitScale,
           'function': FunctionScale, 'asinh': AsinhScale}


def make_scale(value, **kwargs):
    """A scale by its name."""
    if not isinstance(value, str):
        return value
    if value not in _SCALES:
        raise ValueError(suggestion('scale', value, _SCALES))
    return _SCALES[value](**kwargs)
