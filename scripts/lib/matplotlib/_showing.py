"""Showing figures: files in the working folder, and a view at the terminal."""

import os
import sys
import time

from matplotlib import _saving

_state = {'watching': False, 'number': 0}


def folder():
    """Where figures are written: what --figures says, or the working folder."""
    return os.environ.get('NN_FIGURES') or '.'


def watch_end():
    """See to it that figures that were never shown are written at the end of the program."""
    if not _state['watching']:
        _state['watching'] = True
        import atexit
        atexit.register(at_end)


def at_end():
    pyplot = sys.modules.get('matplotlib.pyplot')
    if pyplot is not None:
        left = {n: f for n, f in pyplot._figures.items() if f._axes and not getattr(f, '_was_saved', False)
                and not getattr(f, '_was_shown', False)}
        if left:
            show_all(left)
        pyplot._figures.clear()


def end_of_cell():
    """Show a notebook cell's figures; the next one has new ones."""
    from matplotlib import pyplot
    show_all(pyplot._figures)
    pyplot._figures.clear()
    pyplot._active[0] = None


def _path(figure):
    number = getattr(figure, '_file_number', None)
    if number is None:
        _state['number'] += 1
        number = figure._file_number = _state['number']
    where = folder()
    if where != '.':
        os.makedirs(where, exist_ok=True)
    return os.path.join(where, f'figure-{number}.png') if where != '.' else f'figure-{number}.png'


def mark_changed(figure):
    figure._was_shown = False


def write(figure):
    """Write a figure's file and say where."""
    pixels = _saving.pixels(figure)
    import _canvas
    path = _path(figure)
    _saving._write(path, _canvas.encode_png(pixels, float(figure.dpi)))
    figure._was_shown = True
    return path


def show_all(figures):
    """Write all figures, and show them at a terminal."""
    for number in sorted(figures):
        figure = figures[number]
        if not (figure._axes or figure._children):
            continue
        for moving in getattr(figure, '_animations', []):
            if _is_terminal() and os.environ.get('NN_INLINE') != '0':
                moving._show_live()
        path = write(figure)
        _view(figure)
        sys.stdout.flush()
        print(f'figure: {path}', file=sys.stderr)


def _view(figure):
    if os.environ.get('NN_INLINE') == '0' or not _is_terminal():
        return
    from matplotlib import _terminal
    _terminal.show_figure(figure)


def _is_terminal():
    try:
        return sys.stdout.isatty()
    except (AttributeError, ValueError, OSError):
        return False


def pause(figure, interval):
    """What `plt.pause` does: at a terminal the figure appears and the program waits."""
    if figure is None or not _is_terminal() or os.environ.get('NN_INLINE') == '0':
        if figure is not None:
            figure._was_shown = False
        return
    from matplotlib import _terminal
    _terminal.show_figure(figure, again=True)
    time.sleep(max(0.0, interval))
