"""Where ticks are and what they say."""

import math

import numpy as np
from matplotlib import rcParams


def _floor(x):
    """The integer below, where one within 1e-10 counts as reached."""
    near = round(x)
    return near if abs(x - near) < 1e-10 else math.floor(x)


def _ceil(x):
    near = round(x)
    return near if abs(x - near) < 1e-10 else math.ceil(x)


def _widened(low, high, tiny=1e-13, expander=1e-3):
    """A range that is not too narrow."""
    if low > high:
        low, high = high, low
    size = max(abs(low), abs(high))
    if not math.isfinite(low) or not math.isfinite(high) or size < 1e6 * 2.3e-308:
        return -expander, expander
    if high - low <= size * tiny:
        if low == 0 and high == 0:
            return -expander, expander
        return low - expander * abs(low), high + expander * abs(high)
    return low, high


class TickHelper:
    axis = None

    def set_axis(self, axis):
        self.axis = axis


class Formatter(TickHelper):
    """The text of a tick."""
    locs = ()

    def __call__(self, x, pos=None):
        raise NotImplementedError('Derived must override')

    def set_locs(self, locs):
        self.locs = locs

    def format_ticks(self, values):
        self.set_locs(values)
        return [self(value, i) for i, value in enumerate(values)]

    def get_offset(self):
        return ''

    def format_data(self, value):
        return self(value)

    format_data_short = format_data

    @staticmethod
    def fix_minus(s):
        return s.replace('-', '\u2212') if rcParams['axes.unicode_minus'] else s


class NullFormatter(Formatter):
    def __call__(self, x, pos=None):
        return ''


class FixedFormatter(Formatter):
    """Texts from a list."""

    def __init__(self, seq):
        self.seq = list(seq)
        self.offset_string = ''

    def __call__(self, x, pos=None):
        return self.seq[pos] if pos is not None and pos < len(self.seq) else ''

    def get_offset(self):
        return self.offset_string

    def set_offset_string(self, ofs):
        self.offset_string = ofs


class FuncFormatter(Formatter):
    """Texts from a function of the value and its number."""

    def __init__(self, func):
        self.func = func

    def __call__(self, x, pos=None):
        return self.func(x, pos)


class FormatStrFormatter(Formatter):
    """Texts by the % operator."""

    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt % x


class StrMethodFormatter(Formatter):
    """Texts by `format`, with the fields x and pos."""

    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fix_minus(self.fmt.format(x=x, pos=pos))


class PercentFormatter(Formatter):
    """Parts of `xmax` in per cent."""

    def __init__(self, xmax=100, decimals=None, symbol='%', is_latex=False):
        self.xmax, self.decimals, self.symbol = xmax, decimals, symbol or ''

    def __call__(self, x, pos=None):
        low, high = self.axis.get_view_interval()
        value = 100.0 * x / self.xmax
        if self.decimals is None:
            width = 100.0 * abs(high - low) / self.xmax
            decimals = 0 if width > 50 else min(5, max(0, math.ceil(2 - math.log10(2 * width)))) if width > 0 else 0
        else:
            decimals = self.decimals
        return self.fix_minus(f'{value:.{int(decimals)}f}') + self.symbol


class ScalarFormatter(Formatter):
    """Plain numbers of as many decimals as tell them apart, with a common offset and power of ten."""

    def __init__(self, useOffset=None, useMathText=None, useLocale=None):
        self._useMathText = useMathText or False
        self._scientific = True
        self._limits = rcParams['axes.formatter.limits']
        self.offset, self.orderOfMagnitude, self._decimals = 0, 0, 0
        self._fixed = False
        self._useOffset = True
        self.set_useOffset(True if useOffset is None else useOffset)

    def set_useOffset(self, val):
        if isinstance(val, bool) or val in (0, 1):
            self._useOffset, self._fixed, self.offset = bool(val), False, 0
        else:
            self._useOffset, self._fixed, self.offset = False, True, val

    def set_scientific(self, b):
        self._scientific = bool(b)

    def set_powerlimits(self, lims):
        self._limits = list(lims)

    def set_useMathText(self, val):
        self._useMathText = bool(val)

    def set_locs(self, locs):
        self.locs = np.asarray(locs, dtype=float)
        if len(self.locs):
            if not self._fixed:
                self.offset = 0
                if self._useOffset:
                    self._find_offset()
            self._find_order()
            self._find_decimals()

    def _view(self):
        low, high = self.axis.get_view_interval()
        return min(low, high), max(low, high)

    def _find_offset(self):
        low, high = self._view()
        inside = [v for v in self.locs.tolist() if low <= v <= high]
        if not inside:
            return
        lmin, lmax = min(inside), max(inside)
        if lmin == lmax or lmin <= 0 <= lmax:
            return
        small, great = sorted([abs(lmin), abs(lmax)])
        sign = math.copysign(1, lmin)
        power = math.ceil(math.log10(great))

        def apart(e, by):
            return great // 10.0 ** e - small // 10.0 ** e > by

        order = power
        while not apart(order, 0) and order > power - 400:
            order -= 1
        order += 1
        if (great - small) / 10.0 ** order <= 1e-2:
            order = power
            while not apart(order, 1) and order > power - 400:
                order -= 1
            order += 1
        threshold = 10 ** (rcParams['axes.formatter.offset_threshold'] - 1)
        quotient = great // 10.0 ** order
        if quotient >= threshold:
            self.offset = sign * quotient * 10.0 ** order

    def _find_order(self):
        self.orderOfMagnitude = 0
        low_limit, high_limit = self._limits
        if not self._scientific:
            return
        if low_limit == high_limit != 0:
            self.orderOfMagnitude = low_limit
            return
        low, high = self._view()
        inside = [abs(v) for v in self.locs.tolist() if low <= v <= high]
        if not inside:
            return
        if self.offset:
            order = math.floor(math.log10(high - low)) if high > low else 0
        else:
            top = max(inside)
            order = 0 if top == 0 else math.floor(math.log10(top))
        if order <= low_limit or order >= high_limit:
            self.orderOfMagnitude = order

    def _find_decimals(self):
        values = self.locs.tolist()
        if len(values) < 5:
            values = values + list(self.axis.get_view_interval())
        scaled = [(v - self.offset) / 10.0 ** self.orderOfMagnitude for v in values]
        width = max(scaled) - min(scaled)
        if width == 0:
            width = max(abs(v) for v in scaled)
        if width == 0:
            width = 1
        scaled = scaled[:len(self.locs)]
        order = math.floor(math.log10(width))
        decimals = max(0, 3 - order)
        limit = 10.0 ** (order - 3)
        while decimals >= 0:
            if max(abs(v - round(v, decimals)) for v in scaled) < limit:
                decimals -= 1
            else:
                break
        self._decimals = max(0, decimals + 1)

    def __call__(self, x, pos=None):
        if len(self.locs) == 0:
            return ''
        value = (x - self.offset) / 10.0 ** self.orderOfMagnitude
        if abs(value) < 1e-8:
            value = 0.0
        return self.fix_minus(f'{value:.{self._decimals}f}')

    def get_offset(self):
        if len(self.locs) == 0 or not (self.orderOfMagnitude or self.offset):
            return ''
        offset = power = ''
        if self.offset:
            offset = _short(self.offset)
            if self.offset > 0:
                offset = '+' + offset
        if self.orderOfMagnitude:
            power = (r'$\times\mathdefault{10^{%d}}$' % self.orderOfMagnitude if self._useMathText
                     else f'1e{self.orderOfMagnitude}')
        return self.fix_minus(power + offset)

    def format_data(self, value):
        return self.fix_minus(_short(value))

    def format_data_short(self, value):
        return self.fix_minus('%g' % value)


def _short(value):
    """A number as few digits as it needs: 1e5, 1.2e3."""
    exponent = math.floor(math.log10(abs(value))) if value else 0
    mantissa = round(value / 10.0 ** exponent, 10)
    text = '%1.10g' % mantissa
    if exponent == 0:
        return text
    return f'{text}e{exponent}'


class EngFormatter(Formatter):
    """Powers of a thousand by their prefix."""
    _PREFIXES = {-15: 'f', -12: 'p', -9: 'n', -6: '\u00b5', -3: 'm', 0: '', 3: 'k', 6: 'M', 9: 'G', 12: 'T', 15: 'P'}

    def __init__(self, unit='', places=None, sep=' ', **kwargs):
        self.unit, self.places, self.sep = unit, places, sep

    def __call__(self, x, pos=None):
        power = 0 if x == 0 else min(15, max(-15, math.floor(math.log10(abs(x)) / 3) * 3))
        value = x / 10.0 ** power
        text = ('%g' % value) if self.places is None else f'{value:.{self.places}f}'
        tail = self._PREFIXES[power] + self.unit
        return self.fix_minus(text) + (self.sep + tail if tail else '')


from matplotlib._locators import (AsinhLocator, AutoLocator, AutoMinorLocator, FixedLocator, IndexLocator, LinearLocator, Locator,
                                  LogitLocator, LogLocator, MaxNLocator, MultipleLocator, NullLocator,
                                  SymmetricalLogLocator)
from matplotlib._log_formatters import (LogFormatter, LogFormatterExponent, LogFormatterMathtext,
                                        LogFormatterSciNotation, LogitFormatter)
