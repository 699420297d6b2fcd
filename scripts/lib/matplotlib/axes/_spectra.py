"""Plots of spectra and correlations, and of many points by hexagons."""

import numpy as np


def _segments(x, size, overlap, detrend):
    x = np.asarray(x, dtype=float).ravel()
    if len(x) < size:
        x = np.append(x, np.zeros(size - len(x)))
    step = size - overlap
    if not 0 <= overlap < size:
        raise ValueError('noverlap must be less than NFFT')
    starts = range(0, len(x) - size + 1, step)
    parts = np.stack([x[s:s + size] for s in starts], axis=1)
    if detrend == 'mean':
        parts = parts - parts.mean(axis=0)
    return parts


def _window(window, size):
    if window is None:
        return np.hanning(size)
    return np.asarray(window(np.ones(size)) if callable(window) else window, dtype=float)


def _spectra(x, y, NFFT, Fs, window, noverlap, detrend, scale_by_freq, pad_to, sides):
    """The cross spectra of the segments, their frequencies and the middles of their times."""
    NFFT, noverlap = int(NFFT or 256), int(noverlap or 0)
    Fs, pad_to = 2 if Fs is None else Fs, pad_to or NFFT
    w = _window(window, NFFT)[:, None]
    one = np.fft.rfft(_segments(x, NFFT, noverlap, detrend) * w, n=pad_to, axis=0)
    two = one if y is x else np.fft.rfft(_segments(y, NFFT, noverlap, detrend) * w, n=pad_to, axis=0)
    power = np.conj(one) * two
    last = power.shape[0] - (1 if pad_to % 2 == 0 else 0)
    power[1:last] *= 2
    if scale_by_freq is None or scale_by_freq:
        power = power * (1 / (Fs * float((w ** 2).sum())))
    else:
        power = power * (1 / float(w.sum()) ** 2)
    times = np.arange(NFFT / 2, max(len(x), NFFT) - NFFT / 2 + 1, NFFT - noverlap) / Fs
    return power, np.fft.rfftfreq(pad_to, 1 / Fs), times[:power.shape[1]]


class SpectrumPlots:
    """What numbers hold, by frequency or shift."""

    def psd(self, x, *, NFFT=None, Fs=None, Fc=None, detrend=None, window=None, noverlap=None, pad_to=None, sides=None,
            scale_by_freq=None, return_line=None, data=None, **kwargs):
        """The power of a signal by frequency."""
        power, freqs, _ = _spectra(x, x, NFFT, Fs, window, noverlap, detrend, scale_by_freq, pad_to, sides)
        return self._decibels(power.real.mean(axis=1), freqs + (Fc or 0), 'Power Spectral Density (%s)', scale_by_freq,
                              return_line, kwargs)

    def csd(self, x, y, *, NFFT=None, Fs=None, Fc=None, detrend=None, window=None, noverlap=None, pad_to=None, sides=None,
            scale_by_freq=None, return_line=None, data=None, **kwargs):
        """What two signals have in common by frequency."""
        power, freqs, _ = _spectra(x, y, NFFT, Fs, window, noverlap, detrend, scale_by_freq, pad_to, sides)
        return self._decibels(power.mean(axis=1), freqs + (Fc or 0), 'Cross Spectrum Magnitude (dB)', scale_by_freq,
                              return_line, kwargs)

    def _decibels(self, power, freqs, label, scale_by_freq, return_line, kwargs):
        line = self.plot(freqs, 10 * np.log10(np.abs(power)), **kwargs)
        self.set_xlabel('Frequency')
        self.set_ylabel(label % ('dB/Hz' if scale_by_freq in (None, True) else 'dB') if '%' in label else label)
        self.grid(True)
        low, high = self.get_ylim()
        step = max(10 * int(np.log10(high - low)), 1)
        self.set_yticks(np.arange(np.floor(low), np.ceil(high) + 1, step))
        return (power, freqs, line) if return_line else (power, freqs)

    def cohere(self, x, y, *, NFFT=256, Fs=2, Fc=0, detrend=None, window=None, noverlap=0, pad_to=None, sides='default',
               scale_by_freq=None, data=None, **kwargs):
        """How far two signals go together, by frequency."""
        if len(x) < 2 * NFFT:
            raise ValueError('Coherence is calculated by averaging over *NFFT* length segments.  Your signal is too '
                             'short for your choice of *NFFT*.')
        own = [_spectra(a, b, NFFT, Fs, window, noverlap, detrend, scale_by_freq, pad_to, sides)[0].mean(axis=1)
               for a, b in ((x, x), (y, y), (x, y))]
        freqs = np.fft.rfftfreq(pad_to or NFFT, 1 / Fs) + Fc
        values = np.abs(own[2]) ** 2 / (own[0].real * own[1].real)
        self.plot(freqs, values, **kwargs)
        self.set_xlabel('Frequency')
        self.set_ylabel('Coherence')
        self.grid(True)
        return values, freqs

    def specgram(self, x, *, NFFT=None, Fs=None, Fc=None, detrend=None, window=None, noverlap=None, cmap=None,
                 xextent=None, pad_to=None, sides=None, scale_by_freq=None, mode=None, scale=None, vmin=None, vmax=None,
                 data=None, **kwargs):
        """The power of a signal by time and frequency."""
        NFFT = 256 if NFFT is None else NFFT
        noverlap = 128 if noverlap is None else noverlap
        power, freqs, times = _spectra(x, x, NFFT, Fs, window, noverlap, detrend, scale_by_freq, pad_to, sides)
        power, freqs = power.real, freqs + (Fc or 0)
        shown = power if scale == 'linear' else 10 * np.log10(power)
        half = (NFFT - noverlap) / (2 if Fs is None else Fs) / 2
        extent = (*(xextent or (times.min() - half, times.max() + half)), freqs[0], freqs[-1])
        image = self.imshow(np.flipud(shown), cmap=cmap, extent=extent, vmin=vmin, vmax=vmax, origin='upper',
                            aspect='auto', **kwargs)
        return power, freqs, times, image

    def _spectrum(self, x, Fs, Fc, window, pad_to, kind):
        x = np.asarray(x, dtype=float).ravel()
        w = _window(window, len(x))
        values = np.fft.rfft(x * w, n=pad_to or len(x))
        freqs = np.fft.rfftfreq(pad_to or len(x), 1 / (2 if Fs is None else Fs)) + (Fc or 0)
        if kind == 'magnitude':
            return np.abs(values) / w.sum(), freqs
        return (np.angle(values) if kind == 'angle' else np.unwrap(np.angle(values))), freqs

    def magnitude_spectrum(self, x, *, Fs=None, Fc=None, window=None, pad_to=None, sides=None, scale=None, data=None,
                           **kwargs):
        """The size of each frequency in a signal."""
        spectrum, freqs = self._spectrum(x, Fs, Fc, window, pad_to, 'magnitude')
        is_linear = scale in (None, 'default', 'linear')
        line, = self.plot(freqs, spectrum if is_linear else 20 * np.log10(spectrum), **kwargs)
        self.set_xlabel('Frequency')
        self.set_ylabel('Magnitude (energy)' if is_linear else 'Magnitude (dB)')
        return spectrum, freqs, line

    def angle_spectrum(self, x, *, Fs=None, Fc=None, window=None, pad_to=None, sides=None, data=None, **kwargs):
        """The phase of each frequency in a signal."""
        return self._phases(x, Fs, Fc, window, pad_to, 'angle', 'Angle (radians)', kwargs)

    def phase_spectrum(self, x, *, Fs=None, Fc=None, window=None, pad_to=None, sides=None, data=None, **kwargs):
        """The phase of each frequency, without jumps."""
        return self._phases(x, Fs, Fc, window, pad_to, 'phase', 'Phase (radians)', kwargs)

    def _phases(self, x, Fs, Fc, window, pad_to, kind, label, kwargs):
        spectrum, freqs = self._spectrum(x, Fs, Fc, window, pad_to, kind)
        line, = self.plot(freqs, spectrum, **kwargs)
        self.set_xlabel('Frequency')
        self.set_ylabel(label)
        return spectrum, freqs, line

    def acorr(self, x, *, data=None, **kwargs):
        """How a signal goes together with itself, shifted."""
        return self.xcorr(x, x, **kwargs)

    def xcorr(self, x, y, *, normed=True, detrend=None, usevlines=True, maxlags=10, data=None, **kwargs):
        """How two signals go together, one of them shifted."""
        if len(x) != len(y):
            raise ValueError('x and y must be equal length')
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        if detrend is not None:
            x, y = detrend(x), detrend(y)
        values = np.correlate(x, y, mode='full')
        if normed:
            values = values / np.sqrt(np.dot(x, x) * np.dot(y, y))
        maxlags = len(x) - 1 if maxlags is None else maxlags
        if not 1 <= maxlags < len(x):
            raise ValueError(f'maxlags must be None or strictly positive < {len(x)}')
        lags = np.arange(-maxlags, maxlags + 1)
        values = values[len(x) - 1 - maxlags:len(x) + maxlags]
        if usevlines:
            label = kwargs.pop('label', '')
            first = self.vlines(lags, [0], values, label=label, **kwargs)
            kwargs.pop('linewidth', None), kwargs.pop('lw', None)
            second = self.axhline(**kwargs)
        else:
            first, = self.plot(lags, values, **{'marker': 'o', 'linestyle': 'None', **kwargs})
            second = None
        return lags, values, first, second

    def hexbin(self, x, y, C=None, *, gridsize=100, bins=None, xscale='linear', yscale='linear', extent=None, cmap=None,
               norm=None, vmin=None, vmax=None, alpha=None, linewidths=None, edgecolors='face', reduce_C_function=np.mean,
               mincnt=None, marginals=False, colorizer=None, data=None, **kwargs):
        """Count points in hexagons."""
        from matplotlib.collections import PolyCollection
        x, y = np.asarray(x, dtype=float).ravel(), np.asarray(y, dtype=float).ravel()
        nx, ny = gridsize if np.iterable(gridsize) else (gridsize, int(gridsize / np.sqrt(3)))
        if extent is not None:
            xmin, xmax, ymin, ymax = extent
        else:
            xmin, xmax, ymin, ymax = (x.min(), x.max(), y.min(), y.max()) if len(x) else (0, 1, 0, 1)
            xmin, xmax = (xmin - 0.05, xmax + 0.05) if xmin == xmax else (xmin, xmax)
            ymin, ymax = (ymin - 0.05, ymax + 0.05) if ymin == ymax else (ymin, ymax)
        padding = 1e-9 * (xmax - xmin)
        xmin, xmax = xmin - padding, xmax + padding
        sx, sy = (xmax - xmin) / nx, (ymax - ymin) / ny
        ix, iy = (x - xmin) / sx, (y - ymin) / sy
        ix1, iy1 = np.round(ix).astype(int), np.round(iy).astype(int)
        ix2, iy2 = np.floor(ix).astype(int), np.floor(iy).astype(int)
        is_first = (ix - ix1) ** 2 + 3 * (iy - iy1) ** 2 < (ix - ix2 - 0.5) ** 2 + 3 * (iy - iy2 - 0.5) ** 2
        values = []
        for u, v, width, height, mine in ((ix1, iy1, nx + 1, ny + 1, is_first), (ix2, iy2, nx, ny, ~is_first)):
            mine = mine & (u >= 0) & (u < width) & (v >= 0) & (v < height)
            cells = (u * height + v)[mine]
            if C is None:
                found = np.bincount(cells, minlength=width * height).astype(float)
                if mincnt is not None:
                    found[found < mincnt] = np.nan
            else:
                found = np.full(width * height, np.nan)
                given = np.asarray(C, dtype=float).ravel()[mine]
                for cell in np.unique(cells).tolist():
                    part = given[cells == cell]
                    if len(part) >= max(1, mincnt or 0):
                        found[cell] = reduce_C_function(part)
            values.append(found)
        values = np.concatenate(values)
        places = [np.stack(np.meshgrid(np.arange(w) + d, np.arange(h) + d, indexing='ij'), -1).reshape(-1, 2)
                  for w, h, d in ((nx + 1, ny + 1, 0.0), (nx, ny, 0.5))]
        places = np.concatenate(places) * [sx, sy] + [xmin, ymin]
        keep = np.isfinite(values)
        places, values = places[keep], values[keep]
        corners = np.array([[0.5, -0.5], [0.5, 0.5], [0, 1], [-0.5, 0.5], [-0.5, -0.5], [0, -1]]) * [sx, sy / 3]
        made = PolyCollection(places[:, None] + corners[None], cmap=cmap, norm=norm, alpha=alpha, edgecolors=edgecolors,
                              linewidths=linewidths, **kwargs)
        if bins == 'log':
            from matplotlib.colors import LogNorm
            made.set_norm(LogNorm(vmin, vmax))
        elif bins is not None:
            bins = np.linspace(values.min(), values.max(), bins) if not np.iterable(bins) else np.sort(bins)
            values = np.searchsorted(bins, values).astype(float)
        made.set_array(values)
        made.set_clim(vmin, vmax)
        made.autoscale_None()
        made.get_offsets = lambda: places
        self._add(made)
        self._see(np.array([xmin, xmax]), np.array([ymin, ymax]))
        self.figure._note_mappable(self, made)
        self._current_image = made
        return made

    def ecdf(self, x, weights=None, *, complementary=False, orientation='vertical', compress=False, data=None, **kwargs):
        """The share of data up to each value."""
        x = np.asarray(x, dtype=float).ravel()
        if np.isnan(x).any():
            raise ValueError('ecdf() does not support NaNs')
        order = np.argsort(x)
        x = x[order]
        steps = np.arange(1, len(x) + 1) / len(x) if weights is None else np.cumsum(np.asarray(weights)[order]) / np.sum(weights)
        if complementary:
            xs, ys, style = np.append(x, x[-1]), np.concatenate([[1.0], 1 - steps]), 'steps-pre'
        else:
            xs, ys, style = np.concatenate([x[:1], x]), np.concatenate([[0.0], steps]), 'steps-post'
        if orientation == 'horizontal':
            xs, ys, style = ys, xs, 'steps-pre' if style == 'steps-post' else 'steps-post'
        line, = self.plot(xs, ys, **{**kwargs, 'drawstyle': style})
        self._sticky['y' if orientation == 'vertical' else 'x'] += [0.0, 1.0]
        return line
