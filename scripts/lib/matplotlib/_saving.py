"""Figures as files."""

import os

import _canvas
import numpy as np
from matplotlib import rcParams
from matplotlib._renderer import Renderer
from matplotlib.artist import warn_once

_KINDS = {'png': 'pixels', 'svg': 'svg', 'pdf': 'pdf', 'jpg': None, 'jpeg': None, 'eps': None, 'ps': None,
          'tif': None, 'tiff': None, 'webp': None, 'gif': None, 'pgf': None, 'avif': None, 'raw': 'pixels', 'rgba': 'pixels'}


# What a file holds whose own kind is not written.
_INSTEAD = {'jpg': 'png', 'jpeg': 'png', 'tif': 'png', 'tiff': 'png', 'webp': 'png', 'gif': 'png', 'eps': 'pdf', 'ps': 'pdf',
            'pgf': 'pdf', 'avif': 'png'}


class _Moved(Renderer):
    """Draws everything moved, onto a smaller sheet."""

    def __init__(self, kind, width, height, dpi, dx, dy, full_height):
        Renderer.__init__(self, kind, width, height, dpi)
        self._move = (dx, dy)

    def _flip(self, points):
        return Renderer._flip(self, np.asarray(points, dtype=float) - np.array(self._move))

    def clip(self, box=None, path=None, codes=None):
        if box is not None:
            dx, dy = self._move
            x0, y0, x1, y1 = box
            whole = tuple(float(np.floor(v + 0.5)) for v in (x0 - dx, self.height - y1 + dy, x1 - dx,
                                                             self.height - y0 + dy))
            self.canvas.clip(whole, None if path is None else self._flip(path), codes)
        else:
            self.canvas.clip(None, None if path is None else self._flip(path), codes)

    def run(self, text, font, size, x, y, angle, colour):
        Renderer.run(self, text, font, size, x - self._move[0], y - self._move[1], angle, colour)

    def image(self, pixels, x, y):
        dx, dy = self._move
        self.canvas.image(np.ascontiguousarray(pixels), int(round(x - dx)), int(round(y + dy)))


def render(figure, kind='pixels', dpi=None, box=None, prepare=None):
    """The renderer after the figure was drawn; `box` is the part (pixels) that is wanted, `prepare` gets it before."""
    before = figure._drawing_dpi
    figure._drawing_dpi = float(before if dpi is None else dpi)
    try:
        width, height = (max(1, int(v + 1e-6)) for v in figure._pixel_size())
        if box is None:
            renderer = Renderer(kind, width, height, figure._drawing_dpi)
        else:
            x0, y0, x1, y1 = box
            renderer = _Moved(kind, max(1, int(x1 - x0)), max(1, int(y1 - y0)), figure._drawing_dpi, x0, y0, height)
        if prepare is not None:
            prepare(renderer)
        figure.draw(renderer)
        return renderer
    finally:
        figure._drawing_dpi = before


def pixels(figure, dpi=None):
    """The figure as an array (rows, columns, 4) of bytes."""
    return render(figure, 'pixels', dpi).canvas.array()


def drawn_box(figure):
    """The box in pixels around everything that is drawn."""
    boxes = []
    for ax in figure._axes:
        box = ax._tight_extent()
        if box:
            boxes.append(box)
    for child in [*figure._children, *figure.legends]:
        box = child._pixel_extent() if child._visible else None
        if box:
            boxes.append(box)
    if not boxes:
        return (0.0, 0.0, *figure._pixel_size())
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


_OPTIONS = {'format', 'bbox_inches', 'pad_inches', 'facecolor', 'edgecolor', 'metadata', 'pil_kwargs', 'backend',
            'orientation', 'papertype', 'bbox_extra_artists', 'frameon', 'quality', 'optimize', 'progressive'}


def _write(path, data):
    """Write a file whole or not at all."""
    path = os.fspath(path)
    temporary = f'{path}.{os.getpid()}.part'
    try:
        file = open(temporary, 'wb')
    except OSError as problem:
        raise type(problem)(problem.errno, problem.strerror, path) from None
    try:
        with file:
            file.write(data)
        os.replace(temporary, path)
    except BaseException:
        if os.path.exists(temporary):
            os.remove(temporary)
        raise


def encode(figure, kind, dpi, box=None):
    """The bytes of a file of that kind."""
    if _KINDS.get(kind, 0) == 0:
        raise ValueError(f"Format {kind!r} is not supported (supported formats: pdf, png, svg)")
    if kind in _INSTEAD:
        kind, name = _INSTEAD[kind], kind
        warn_once(f'{name.upper()} files are not written: the file holds the picture as {kind.upper()}')
    if kind in ('svg', 'pdf'):
        if box is not None:
            box = tuple(v * 72 / dpi for v in box)
        return render(figure, kind, 72.0, box).canvas.finish()
    array = render(figure, 'pixels', dpi, box).canvas.array()
    return array.tobytes() if kind in ('raw', 'rgba') else _canvas.encode_png(array, float(dpi))


def save(figure, fname, transparent, options):
    """What `savefig` does."""
    dpi = options.pop('dpi', None)
    dpi = rcParams['savefig.dpi'] if dpi is None else dpi
    dpi = figure.dpi if dpi == 'figure' else float(dpi)
    if not dpi > 0:
        raise ValueError('dpi must be positive')
    unknown = [k for k in options if k not in _OPTIONS]
    if unknown:
        raise TypeError(f"savefig() got an unexpected keyword argument '{unknown[0]}'")
    if fname == '':
        raise FileNotFoundError(2, 'No such file or directory', '')
    kind = options.pop('format', None)
    kind = kind if kind is None else kind.lower()
    is_file = hasattr(fname, 'write')
    if kind is None:
        name = '' if is_file else os.fspath(fname)
        tail = os.path.splitext(name)[1][1:].lower()
        kind = tail or rcParams['savefig.format']
        if not is_file and not tail:
            fname = name.rstrip('.') + '.' + kind
    bounds = options.pop('bbox_inches', rcParams['savefig.bbox'])
    pad = options.pop('pad_inches', rcParams['savefig.pad_inches'])
    face, edge = (options.pop(name, rcParams['savefig.' + name]) for name in ('facecolor', 'edgecolor'))
    saved = [(p, p._facecolor, p._edgecolor) for p in (figure.patch, *(ax.patch for ax in figure._axes))]
    transparent = rcParams['savefig.transparent'] if transparent is None else transparent
    try:
        if transparent:
            for patch, _, _ in saved:
                patch._facecolor = patch._edgecolor = 'none'
        if not (isinstance(face, str) and face == 'auto'):
            figure.patch._facecolor = face
        if not (isinstance(edge, str) and edge == 'auto'):
            figure.patch._edgecolor = edge
        box = None
        if bounds is not None:
            before, figure._drawing_dpi = figure._drawing_dpi, dpi
            try:
                if isinstance(bounds, str):
                    x0, y0, x1, y1 = drawn_box(figure)
                    more = (0.1 if pad == 'layout' else pad) * dpi
                    box = (x0 - more, y0 - more, x1 + more, y1 + more)
                else:
                    box = tuple(float(v) * dpi for v in bounds.extents)
            finally:
                figure._drawing_dpi = before
        data = encode(figure, kind, dpi, box)
        figure._was_saved = True
    finally:
        for patch, face, edge in saved:
            patch._facecolor, patch._edgecolor = face, edge
    if is_file:
        fname.write(data)
    else:
        _write(fname, data)
