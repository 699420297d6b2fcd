"""How data become numbers in 0...1."""

import numpy as np


class Normalize:
    """From vmin...vmax to 0...1 along a line."""
    __module__ = 'matplotlib.colors'

    def __init__(self, vmin=None, vmax=None, clip=False):
        self.vmin = vmin if vmin is None else float(vmin)
        self.vmax = vmax if vmax is None else float(vmax)
        self.clip = clip

    def autoscale(self, A):
        self.vmin = self.vmax = None
        self.autoscale_None(A)

    def autoscale_None(self, A):
        """Take the limits that are not set from the data."""
        A = np.asarray(A)
        if A.size == 0:
            return
        if A.dtype.kind == 'f':
            A = A[np.isfinite(A)]
            if A.size == 0:
                return
        if self.vmin is None:
            self.vmin = float(A.min())
        if self.vmax is None:
            self.vmax = float(A.max())

    def scaled(self):
        return self.vmin is not None and self.vmax is not None

    def _forward(self, value):
        return value

    def _backward(self, value):
        return value

    def __call__(self, value, clip=None):
        value = np.asarray(value, dtype=float)
        self.autoscale_None(value)
        if not self.scaled():
            return value * 0.0
        if self.vmin > self.vmax:
            raise ValueError('minvalue must be less than or equal to maxvalue')
        if self.vmin == self.vmax:
            return np.zeros(value.shape)
        if clip if clip is not None else self.clip:
            value = np.clip(value, self.vmin, self.vmax)
        low, high = self._forward(self.vmin), self._forward(self.vmax)
        return (self._forward(value) - low) / (high - low)

    def inverse(self, value):
        low, high = self._forward(self.vmin), self._forward(self.vmax)
        return self._backward(low + np.asarray(value) * (high - low))


class NoNorm(Normalize):
    """Data as they are: indices of colours."""
    __module__ = 'matplotlib.colors'

    def __call__(self, value, clip=None):
        return np.asarray(value)


class LogNorm(Normalize):
    """Along logarithms."""
    __module__ = 'matplotlib.colors'

    def _forward(self, value):
        with np.errstate(all='ignore'):
            return np.log10(np.where(np.asarray(value) > 0, value, np.nan))

    def _backward(self, value):
        return 10.0 ** value

    def autoscale_None(self, A):
        A = np.asarray(A, dtype=float)
        Normalize.autoscale_None(self, A[A > 0])


class PowerNorm(Normalize):
    """Along a power of the distance from vmin."""
    __module__ = 'matplotlib.colors'

    def __init__(self, gamma, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self.gamma = gamma

    def __call__(self, value, clip=None):
        part = Normalize.__call__(self, value, clip)
        return np.where(part > 0, np.abs(part) ** self.gamma, part)

    def inverse(self, value):
        return self.vmin + np.asarray(value) ** (1 / self.gamma) * (self.vmax - self.vmin)


class SymLogNorm(Normalize):
    """Along logarithms on both sides of a straight middle."""
    __module__ = 'matplotlib.colors'

    def __init__(self, linthresh, linscale=1.0, vmin=None, vmax=None, clip=False, *, base=10):
        Normalize.__init__(self, vmin, vmax, clip)
        from matplotlib.scale import SymLogScale
        scale = SymLogScale(base=base, linthresh=linthresh, linscale=linscale)
        self._forward, self._backward = scale.forward, scale.backward


class TwoSlopeNorm(Normalize):
    """Two straight lines that meet at a centre."""
    __module__ = 'matplotlib.colors'

    def __init__(self, vcenter, vmin=None, vmax=None):
        Normalize.__init__(self, vmin, vmax)
        self.vcenter = float(vcenter)

    def __call__(self, value, clip=None):
        value = np.asarray(value, dtype=float)
        self.autoscale_None(value)
        return np.interp(value, [self.vmin, self.vcenter, self.vmax], [0, 0.5, 1])

    def inverse(self, value):
        return np.interp(value, [0, 0.5, 1], [self.vmin, self.vcenter, self.vmax])


class CenteredNorm(Normalize):
    """As far on both sides of a centre."""
    __module__ = 'matplotlib.colors'

    def __init__(self, vcenter=0, halfrange=None, clip=False):
        Normalize.__init__(self, None, None, clip)
        self.vcenter = vcenter
        if halfrange is not None:
            self.vmin, self.vmax = vcenter - halfrange, vcenter + halfrange

    def autoscale_None(self, A):
        if not self.scaled():
            half = float(np.max(np.abs(np.asarray(A, dtype=float) - self.vcenter)))
            self.vmin, self.vmax = self.vcenter - half, self.vcenter + half


class BoundaryNorm(Normalize):
    """A colour for each of some ranges."""
    __module__ = 'matplotlib.colors'

    def __init__(self, boundaries, ncolors, clip=False, *, extend='neither'):
        boundaries = np.asarray(boundaries, dtype=float)
        Normalize.__init__(self, boundaries[0], boundaries[-1], clip)
        self.boundaries, self.N, self.Ncmap, self.extend = boundaries, len(boundaries), ncolors, extend
        self._offset = 1 if extend in ('min', 'both') else 0
        self._regions = self.N - 1 + self._offset + (1 if extend in ('max', 'both') else 0)

    def __call__(self, value, clip=None):
        value = np.asarray(value, dtype=float)
        bins = np.digitize(value, self.boundaries) - 1 + self._offset
        if self.Ncmap > self._regions:
            if self._regions == 1:
                bins = np.where(bins == 0, (self.Ncmap - 1) // 2, bins)
            else:
                bins = ((self.Ncmap - 1) / (self._regions - 1) * bins).astype(int)
        bins = np.where(value < self.vmin, -1, bins)
        return np.where(value >= self.vmax, self.Ncmap if not clip else self.Ncmap - 1, bins).astype(int)

    def inverse(self, value):
        raise ValueError('BoundaryNorm is not invertible')


class FuncNorm(Normalize):
    """By a function of the program, and its inverse."""
    __module__ = 'matplotlib.colors'

    def __init__(self, functions, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self._forward, self._backward = functions


class AsinhNorm(Normalize):
    """Straight around 0, logarithmic far from it."""
    __module__ = 'matplotlib.colors'

    def __init__(self, linear_width=1, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self.linear_width = linear_width

    def _forward(self, value):
        return np.arcsinh(np.asarray(value) / self.linear_width)

    def _backward(self, value):
        return self.linear_width * np.sinh(value)
