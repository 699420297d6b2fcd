"""Images."""

import math

import _canvas
import numpy as np
from matplotlib import rcParams
from matplotlib.artist import Artist, check_in
from matplotlib.cm import ScalarMappable

_KERNELS = {'nearest': 0, 'none': 0, 'bilinear': 1, 'hanning': 2, 'bicubic': 3, 'antialiased': None, 'auto': None}
_LIKE = {'gaussian': 3, 'lanczos': 2, 'spline16': 3, 'spline36': 3, 'hamming': 2, 'hermite': 1, 'kaiser': 2,
         'quadric': 3, 'catrom': 3, 'bessel': 2, 'mitchell': 3, 'sinc': 2, 'blackman': 2}


class AxesImage(Artist, ScalarMappable):
    """An array as an image on a plot."""
    zorder = 0

    def __init__(self, ax, *, cmap=None, norm=None, interpolation=None, origin=None, extent=None,
                 interpolation_stage=None):
        Artist.__init__(self)
        ScalarMappable.__init__(self, norm, cmap)
        self.axes = ax
        self.origin = rcParams['image.origin'] if origin is None else origin
        check_in('origin', self.origin, ('upper', 'lower'))
        self._extent = None if extent is None else tuple(float(v) for v in extent)
        self._interpolation_stage = interpolation_stage
        self.set_interpolation(interpolation)

    def __str__(self):
        return f'AxesImage(shape={self._A.shape})' if self._A is not None else 'AxesImage()'

    def set_interpolation(self, s):
        s = rcParams['image.interpolation'] if s is None else s.lower()
        check_in('interpolation', s, [*_KERNELS, *_LIKE])
        self._interpolation = s

    def set_data(self, A):
        if hasattr(A, 'mask'):
            A = A.astype(float).filled(np.nan)
        A = np.asarray(A)
        if A.ndim == 3 and A.shape[-1] == 1:
            A = A[..., 0]
        if A.ndim not in (2, 3) or A.ndim == 3 and A.shape[-1] not in (3, 4):
            raise TypeError(f'Invalid shape {A.shape} for image data')
        if A.dtype.kind not in 'fiub':
            raise TypeError(f'Image data of dtype {A.dtype} cannot be converted to float')
        self._A = A

    set_array = set_data

    def set_clim(self, vmin=None, vmax=None):
        ScalarMappable.set_clim(self, vmin, vmax)

    def set_cmap(self, cmap):
        ScalarMappable.set_cmap(self, cmap)

    def set_norm(self, norm):
        ScalarMappable.set_norm(self, norm)

    def get_size(self):
        return self._A.shape[:2]

    def set_extent(self, extent, **kwargs):
        self._extent = tuple(float(v) for v in extent)
        self.axes.set_xlim(extent[0], extent[1])
        self.axes.set_ylim(extent[2], extent[3])

    def get_extent(self):
        if self._extent is not None:
            return self._extent
        rows, columns = self._A.shape[:2]
        if self.origin == 'upper':
            return -0.5, columns - 0.5, rows - 0.5, -0.5
        return -0.5, columns - 0.5, -0.5, rows - 0.5

    def _pixels(self):
        """The image as bytes, before it is looked up."""
        A = self._A
        if A.ndim == 2:
            return self.cmap(self.norm(A), alpha=None, bytes=True)
        if A.dtype.kind == 'f':
            A = (np.clip(A, 0, 1) * 255).astype(np.uint8)
        else:
            A = np.clip(A, 0, 255).astype(np.uint8)
        if A.shape[-1] == 3:
            A = np.concatenate([A, np.full((*A.shape[:2], 1), 255, dtype=np.uint8)], axis=-1)
        return A

    def _draw(self, renderer):
        if self._A.size == 0:
            return
        x0, x1, y0, y1 = self.get_extent()
        corners = self.get_transform().transform(np.array([[x0, y0], [x1, y1]]))
        (px0, py0), (px1, py1) = corners.tolist()
        clip = self.axes._clip_box()
        left, right = sorted((px0, px1))
        bottom, top = sorted((py0, py1))
        if not all(map(math.isfinite, (left, right, bottom, top))) or right <= left or top <= bottom:
            return
        # The pixels that the image has on the plot.
        first = math.floor(max(left, clip[0]) + 0.5)
        last = math.floor(min(right, clip[2]) + 0.5)
        low = math.ceil(max(bottom, clip[1]) - 0.5)
        high = math.ceil(min(top, clip[3]) - 0.5)
        if last <= first or high <= low:
            return
        rows, columns = self._A.shape[:2]
        xstep, ystep = columns / (right - left), rows / (top - bottom)
        xstart, ystart = (first - left) * xstep, (top - high) * ystep
        xflip, yflip = px0 > px1, (py0 < py1) == (self.origin == 'lower')
        if xflip:
            xstart, xstep = columns - xstart, -xstep
        if yflip:
            ystart, ystep = rows - ystart, -ystep
        kernel = self._kernel(1 / abs(xstep), 1 / abs(ystep))
        result = self._resampled(high - low, last - first, xstart, xstep, ystart, ystep, kernel)
        if self._alpha is not None:
            alpha = self._alpha
            if np.ndim(alpha):
                alpha = _canvas.resample(np.asarray(alpha, dtype=float)[..., None], high - low, last - first, xstart,
                                         xstep, ystart, ystep, 0)[..., 0]
            result = result.copy()
            result[..., 3] = np.round(result[..., 3] * np.asarray(alpha)).astype(np.uint8)
        renderer.image(result, first, renderer.height - high)

    def _kernel(self, xzoom, yzoom):
        """The number of the kernel; 'auto' blurs where cells would differ in size."""
        name = self._interpolation
        kernel = _KERNELS.get(name, _LIKE.get(name))
        if kernel is not None:
            return kernel
        plain = (xzoom > 3 or xzoom in (1, 2)) and (yzoom > 3 or yzoom in (1, 2))
        return 0 if plain else 2

    def _resampled(self, height, width, xstart, xstep, ystart, ystep, kernel):
        def look(values, how):
            return _canvas.resample(values, height, width, xstart, xstep, ystart, ystep, how)

        A = self._A
        if kernel == 0:
            pixels = self._pixels()
            places = np.arange(pixels.shape[0] * pixels.shape[1], dtype=float).reshape(*pixels.shape[:2], 1)
            at = look(places, 0)[..., 0].astype(int)
            return pixels.reshape(-1, 4)[at]
        by_data = A.ndim == 2 and self._interpolation_stage != 'rgba' and (
            self._interpolation_stage == 'data' or min(1 / abs(xstep), 1 / abs(ystep)) >= 3
            or self._interpolation not in ('auto', 'antialiased'))
        if by_data:
            values = np.asarray(A, dtype=float)
            blurred = look(values[..., None], kernel)[..., 0]
            low, high = np.nanmin(values), np.nanmax(values)
            return self.cmap(self.norm(np.clip(blurred, low, high)), bytes=True)
        pixels = self._pixels().astype(float)
        return np.clip(np.round(look(pixels, kernel)), 0, 255).astype(np.uint8)


class FigureImage(Artist):
    """An image on the figure itself."""

    def __init__(self, fig, X, xo=0, yo=0, cmap=None, norm=None, vmin=None, vmax=None, origin=None):
        Artist.__init__(self)
        self.figure, self._xo, self._yo = fig, xo, yo
        image = AxesImage(None, cmap=cmap, norm=norm, origin=origin)
        image.set_data(X)
        image.set_clim(vmin, vmax)
        self._bytes = image._pixels() if image.origin == 'upper' else image._pixels()[::-1]

    def _draw(self, renderer):
        renderer.clip(None)
        renderer.image(self._bytes, self._xo, renderer.height - self._yo - len(self._bytes))


def imread(fname, format=None):
    """The pixels of a PNG file, as numbers in 0...1."""
    data = fname.read() if hasattr(fname, 'read') else open(fname, 'rb').read()
    pixels = _canvas.decode_png(data)
    if pixels is None:
        raise ValueError(f'{fname} is no PNG file that can be read: pictures are read from PNG files of eight bits')
    kind = data[25]
    pixels = pixels[..., :3] if kind in (2, 3) else pixels[..., 0] if kind == 0 else pixels
    return (pixels / 255).astype(np.float32)


def imsave(fname, arr, vmin=None, vmax=None, cmap=None, format=None, origin=None, dpi=100, **kwargs):
    """Write an array as a PNG file."""
    image = AxesImage(None, cmap=cmap, origin=origin)
    image.set_data(arr)
    image.set_clim(vmin, vmax)
    pixels = image._pixels()
    data = _canvas.encode_png(np.ascontiguousarray(pixels if image.origin == 'upper' else pixels[::-1]), float(dpi))
    if hasattr(fname, 'write'):
        fname.write(data)
    else:
        with open(fname, 'wb') as file:
            file.write(data)
