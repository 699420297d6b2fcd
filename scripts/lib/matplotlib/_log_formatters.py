"""The texts of logarithmic ticks."""

import math

import numpy as np
from matplotlib.ticker import Formatter


class LogFormatter(Formatter):
    """Powers of a base, and between them a few numbers where there is room."""
    __module__ = 'matplotlib.ticker'

    def __init__(self, base=10.0, labelOnlyBase=False, minor_thresholds=None, linthresh=None):
        self.base, self.labelOnlyBase, self._linthresh = float(base), labelOnlyBase, linthresh
        self._sublabels = None

    def set_locs(self, locs=None):
        self.locs = locs
        low, high = sorted(self.axis.get_view_interval())
        border = self._linthresh
        if border is None and low <= 0:
            self._sublabels = {1.0}
            return
        ranges = [(low, high)] if border is None else [
            one for one in ((max(-high, border), -low), (max(low, border), high)) if one[1] > one[0]]
        majors, decades = 0, 0.0
        for one, other in ranges:
            first, last = math.log(one) / math.log(self.base), math.log(other) / math.log(self.base)
            # A power at the very beginning counts.
            majors += math.floor(last) - math.floor(np.nextafter(first, -math.inf))
            decades += last - first
        if majors > 1:
            self._sublabels = {1.0}
        elif decades > 0.4:
            self._sublabels = set(np.round(np.geomspace(1, self.base, int(self.base) // 2 + 1)).tolist())
        else:
            self._sublabels = set(np.arange(1, self.base + 1).tolist())

    def _parts(self, x):
        """The power below a number, and whether it is that power."""
        exponent = math.log(abs(x)) / math.log(self.base)
        near = round(exponent)
        is_decade = abs(exponent - near) < 1e-8
        return exponent, is_decade

    def _shows(self, x):
        exponent, is_decade = self._parts(x)
        power = round(exponent) if is_decade else math.floor(exponent)
        coefficient = round(abs(x) / self.base ** power)
        if self.labelOnlyBase and not is_decade:
            return False
        return self._sublabels is None or coefficient in self._sublabels

    def __call__(self, x, pos=None):
        if x == 0:
            return '0'
        if not self._shows(x):
            return ''
        return self.fix_minus('%g' % x)


class LogFormatterExponent(LogFormatter):
    __module__ = 'matplotlib.ticker'
    def __call__(self, x, pos=None):
        if x == 0:
            return '0'
        return self.fix_minus('%g' % round(self._parts(x)[0], 6)) if self._shows(x) else ''


class LogFormatterMathtext(LogFormatter):
    """Powers as superscripts."""
    __module__ = 'matplotlib.ticker'

    def __call__(self, x, pos=None):
        if x == 0:
            return r'$\mathdefault{0}$'
        if not self._shows(x):
            return ''
        sign = '-' if x < 0 else ''
        exponent, is_decade = self._parts(x)
        base = '%d' % self.base if self.base % 1 == 0 else '%s' % self.base
        if is_decade:
            return r'$\mathdefault{%s%s^{%d}}$' % (sign, base, round(exponent))
        return self._between(sign, base, exponent)

    def _between(self, sign, base, exponent):
        return r'$\mathdefault{%s%s^{%.2f}}$' % (sign, base, exponent)


class LogFormatterSciNotation(LogFormatterMathtext):
    """Numbers between powers as a factor times the power."""
    __module__ = 'matplotlib.ticker'

    def _between(self, sign, base, exponent):
        power = math.floor(exponent)
        factor = self.base ** (exponent - power)
        if abs(factor - round(factor)) < 1e-6:
            factor = round(factor)
        return r'$\mathdefault{%s%g\times%s^{%d}}$' % (sign, factor, base, power)


class LogitFormatter(Formatter):
    """Parts of one, as powers of ten near 0 and 1."""
    __module__ = 'matplotlib.ticker'

    def __call__(self, x, pos=None):
        if x <= 0 or x >= 1:
            return ''
        if abs(2 * x - 1) < 1e-9:
            return r'$\mathdefault{\frac{1}{2}}$'
        for value, form in ((x, r'$\mathdefault{10^{%d}}$'), (1 - x, r'$\mathdefault{1-10^{%d}}$')):
            power = math.log10(value)
            if abs(power - round(power)) < 1e-7:
                return form % round(power)
        return r'$\mathdefault{%g}$' % x
