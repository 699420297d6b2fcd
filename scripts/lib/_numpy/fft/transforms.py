"""Discrete Fourier transforms."""

import operator

import _fourier
import numpy as np

__name__ = 'numpy.fft'


def _scale(n, norm, is_inverse, dtype):
    """The factor of a transform, rounded to the type of its numbers."""
    if norm == 'ortho':
        return float(np.reciprocal(np.sqrt(n, dtype=dtype)))
    if norm is None or norm == 'backward':
        return float(np.reciprocal(n, dtype=dtype)) if is_inverse else 1.0
    if norm == 'forward':
        return 1.0 if is_inverse else float(np.reciprocal(n, dtype=dtype))
    raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')


def _transformed(a, n, axis, norm, out, is_inverse, form):
    a = np.asarray(a)
    if n is None:
        n = a.shape[axis] if form != 2 else (a.shape[axis] - 1) * 2
    n = operator.index(n)
    if n < 1:
        raise ValueError(f'Invalid number of FFT data points ({n}) specified.')
    if a.ndim == 0 or not -a.ndim <= axis < a.ndim:
        raise np.exceptions.AxisError(axis, a.ndim)
    name = ('ifft' if is_inverse else 'fft', 'rfft_n_odd' if n % 2 else 'rfft_n_even', 'irfft')[form]
    if a.dtype.kind not in 'biufc' or form == 1 and a.dtype.kind == 'c':
        raise TypeError(
            f"ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any "
            "supported types according to the casting rule ''safe''")
    is_single = a.dtype.name in ('float16', 'float32', 'complex64')
    axis %= a.ndim
    rows = a if axis == a.ndim - 1 else np.moveaxis(a, axis, -1)
    dtype = np.result_type(a.real.dtype, 1.0)
    result = _fourier.transform(rows, n, is_inverse, _scale(n, norm, is_inverse, dtype), form, is_single)
    if form == 2 and dtype == np.float16:
        result = result.astype(dtype)
    if axis != a.ndim - 1:
        result = np.moveaxis(result, -1, axis).copy()
    if out is None:
        return result
    if out.shape != result.shape:
        raise ValueError('output array has wrong shape.')
    out[...] = result
    return out


def fft(a, n=None, axis=-1, norm=None, out=None):
    """Return the Fourier transform along an axis.

    >>> np.fft.fft([1.0, 0.0, 0.0, 0.0])
    array([1.+0.j, 1.+0.j, 1.+0.j, 1.+0.j])
    """
    return _transformed(a, n, axis, norm, out, False, 0)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    """Return the inverse Fourier transform along an axis.

    >>> np.fft.ifft([4.0, 0.0, 0.0, 0.0])
    array([1.+0.j, 1.+0.j, 1.+0.j, 1.+0.j])
    """
    return _transformed(a, n, axis, norm, out, True, 0)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    """Return the half of the Fourier transform of real numbers that says all.

    >>> np.fft.rfft([1.0, 0.0, 0.0, 0.0])
    array([1.+0.j, 1.+0.j, 1.+0.j])
    """
    return _transformed(a, n, axis, norm, out, False, 1)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    """Return the real numbers whose transform's half is given.

    >>> np.fft.irfft([4.0, 0.0, 0.0])
    array([1., 1., 1., 1.])
    """
    return _transformed(a, n, axis, norm, out, True, 2)


_swapped = {None: 'forward', 'backward': 'forward', 'ortho': 'ortho', 'forward': 'backward'}


def _swap(norm):
    try:
        return _swapped[norm]
    except KeyError:
        raise ValueError(f'Invalid norm value {norm}; should be "backward", "ortho" or "forward".') from None


def hfft(a, n=None, axis=-1, norm=None, out=None):
    """Return the real transform of numbers of which a half is given, the other being its conjugate.

    >>> np.fft.hfft([1.0, 0.0, 0.0])
    array([1., 1., 1., 1.])
    """
    a = np.asarray(a)
    if n is None:
        n = (a.shape[axis] - 1) * 2
    return irfft(np.conjugate(a), n, axis, norm=_swap(norm), out=out)


def ihfft(a, n=None, axis=-1, norm=None, out=None):
    """Return the half of the inverse transform of real numbers.

    >>> np.fft.ihfft([4.0, 0.0, 0.0, 0.0])
    array([1.-0.j, 1.-0.j, 1.-0.j])
    """
    a = np.asarray(a)
    if n is None:
        n = a.shape[axis]
    result = np.conjugate(rfft(a, n, axis, norm=_swap(norm)))
    if out is None:
        return result
    out[...] = result
    return out


def _lengths(a, s, axes, is_inverse_real=False):
    """The lengths and the axes of a transform along several."""
    is_short = s is None
    if is_short:
        s = list(a.shape) if axes is None else np.take(a.shape, axes).tolist()
    else:
        if axes is None:
            import warnings
            warnings.warn(
                '`axes` should not be `None` if `s` is not `None` (Deprecated in NumPy 2.0). In a future version of '
                'NumPy, this will raise an error and `s[i]` will correspond to the size along the transformed axis '
                'specified by `axes[i]`. To retain current behaviour, pass a sequence [0, ..., k-1] to `axes` for an '
                'array of dimension k.', DeprecationWarning, stacklevel=4)
        s = list(s)
    if axes is None:
        axes = list(range(-len(s), 0))
    if len(s) != len(axes):
        raise ValueError('Shape and axes have different lengths.')
    if is_inverse_real and is_short:
        s[-1] = (a.shape[axes[-1]] - 1) * 2
    return [a.shape[axis] if length == -1 else length for length, axis in zip(s, axes)], axes


def _several(a, s, axes, function, norm, out):
    a = np.asarray(a)
    s, axes = _lengths(a, s, axes)
    for length, axis in zip(reversed(s), reversed(list(axes))):
        a = function(a, n=length, axis=axis, norm=norm)
    if out is not None:
        out[...] = a
        return out
    return a


def fftn(a, s=None, axes=None, norm=None, out=None):
    """Return the Fourier transform along several axes.

    >>> np.fft.fftn([[1.0, 0.0], [0.0, 0.0]])
    array([[1.+0.j, 1.+0.j],
           [1.+0.j, 1.+0.j]])
    """
    return _several(a, s, axes, fft, norm, out)


def ifftn(a, s=None, axes=None, norm=None, out=None):
    """Return the inverse Fourier transform along several axes.

    >>> np.fft.ifftn([[4.0, 0.0], [0.0, 0.0]])
    array([[1.+0.j, 1.+0.j],
           [1.+0.j, 1.+0.j]])
    """
    return _several(a, s, axes, ifft, norm, out)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """Return the Fourier transform along two axes.

    >>> np.fft.fft2([[1.0, 0.0], [0.0, 0.0]])
    array([[1.+0.j, 1.+0.j],
           [1.+0.j, 1.+0.j]])
    """
    return _several(a, s, axes, fft, norm, out)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """Return the inverse Fourier transform along two axes.

    >>> np.fft.ifft2([[4.0, 0.0], [0.0, 0.0]])
    array([[1.+0.j, 1.+0.j],
           [1.+0.j, 1.+0.j]])
    """
    return _several(a, s, axes, ifft, norm, out)


def rfftn(a, s=None, axes=None, norm=None, out=None):
    """Return the half of the Fourier transform of real numbers along several axes.

    >>> np.fft.rfftn([[1.0, 0.0], [0.0, 0.0]])
    array([[1.+0.j, 1.+0.j],
           [1.+0.j, 1.+0.j]])
    """
    a = np.asarray(a)
    s, axes = _lengths(a, s, axes)
    a = rfft(a, s[-1], axes[-1], norm)
    for length, axis in zip(s[-2::-1], list(axes)[-2::-1]):
        a = fft(a, length, axis, norm)
    if out is not None:
        out[...] = a
        return out
    return a


def irfftn(a, s=None, axes=None, norm=None, out=None):
    """Return the real numbers whose transform's half along several axes is given.

    >>> np.fft.irfftn([[4.0, 0.0], [0.0, 0.0]])
    array([[1., 1.],
           [1., 1.]])
    """
    a = np.asarray(a)
    s, axes = _lengths(a, s, axes, True)
    for length, axis in zip(s[:-1], list(axes)[:-1]):
        a = ifft(a, length, axis, norm)
    return irfft(a, s[-1], axes[-1], norm, out=out)


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """Return the half of the Fourier transform of real numbers along two axes.

    >>> np.fft.rfft2([[1.0, 0.0], [0.0, 0.0]])
    array([[1.+0.j, 1.+0.j],
           [1.+0.j, 1.+0.j]])
    """
    return rfftn(a, s, axes, norm, out=out)


def irfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """Return the real numbers whose transform's half along two axes is given.

    >>> np.fft.irfft2([[4.0, 0.0], [0.0, 0.0]])
    array([[1., 1.],
           [1., 1.]])
    """
    return irfftn(a, s, axes, norm, out=out)


def fftfreq(n, d=1.0, device=None):
    """Return the frequencies of a transform's n points, with d between the samples.

    >>> np.fft.fftfreq(4)
    array([ 0.  ,  0.25, -0.5 , -0.25])
    """
    if not isinstance(n, (int, np.integer)):
        raise ValueError('n should be an integer')
    values = np.empty(n, int)
    half = (n - 1) // 2 + 1
    values[:half] = np.arange(0, half)
    values[half:] = np.arange(-(n // 2), 0)
    return values * (1.0 / (n * d))


def rfftfreq(n, d=1.0, device=None):
    """Return the frequencies of the points of a real transform.

    >>> np.fft.rfftfreq(4)
    array([0.  , 0.25, 0.5 ])
    """
    if not isinstance(n, (int, np.integer)):
        raise ValueError('n should be an integer')
    return np.arange(0, n // 2 + 1) * (1.0 / (n * d))


def _shifted(x, axes, sign):
    x = np.asarray(x)
    if axes is None:
        axes = tuple(range(x.ndim))
        shift = [sign(extent) for extent in x.shape]
    elif isinstance(axes, (int, np.integer)):
        shift = sign(x.shape[axes])
    else:
        shift = [sign(x.shape[axis]) for axis in axes]
    return np.roll(x, shift, axes)


def fftshift(x, axes=None):
    """Return the points with frequency zero in the middle.

    >>> np.fft.fftshift([0, 1, 2, -2, -1])
    array([-2, -1,  0,  1,  2])
    """
    return _shifted(x, axes, lambda extent: extent // 2)


def ifftshift(x, axes=None):
    """Return the points with frequency zero in front.

    >>> np.fft.ifftshift([-2, -1, 0, 1, 2])
    array([ 0,  1,  2, -2, -1])
    """
    return _shifted(x, axes, lambda extent: -(extent // 2))
