"""Displaying things: as text, and images as files are named."""

import os
import sys


class DisplayObject:
    """Something to display."""

    def __init__(self, data=None, url=None, filename=None, metadata=None, **kwargs):
        self.data, self.url, self.filename = data, url, filename
        self._options = kwargs

    def __repr__(self):
        return f'<IPython.core.display.{type(self).__name__} object>'

    def _show(self):
        print(repr(self))


class HTML(DisplayObject):
    """A page, of which a terminal shows the text."""

    def _show(self):
        print(_harmless(_plain(str(self.data or ''))))


class Markdown(DisplayObject):
    def _show(self):
        print(self.data)


class Latex(Markdown):
    pass


class Math(Markdown):
    pass


class Pretty(Markdown):
    pass


class JSON(Markdown):
    pass


class Javascript(DisplayObject):
    def _show(self):
        pass


class _File(DisplayObject):
    def __init__(self, data=None, url=None, filename=None, format=None, embed=None, width=None, height=None, **kwargs):
        if isinstance(data, str) and filename is None and os.path.exists(data):
            data, filename = None, data
        DisplayObject.__init__(self, data, url, filename, **kwargs)

    def _show(self):
        print(f'<{type(self).__name__}: {self.filename or self.url or "data"}>')


class Image(_File):
    """An image."""

    def _show(self):
        data = self.data
        if data is None and self.filename is not None:
            with open(self.filename, 'rb') as file:
                data = file.read()
        if isinstance(data, bytes) and sys.stdout.isatty() and os.environ.get('NN_INLINE') != '0':
            import _canvas
            pixels = _canvas.decode_png(data)
            if pixels is not None:
                from matplotlib import _terminal
                _terminal.show(pixels)
                return
        _File._show(self)


class SVG(_File):
    pass


class Video(_File):
    pass


class Audio(_File):
    pass


class YouTubeVideo(_File):
    pass


class IFrame(_File):
    pass


class FileLink(_File):
    pass


def _plain(text):
    """The text of a page without its marks."""
    import html
    import re
    text = re.sub(r'(?is)<(script|style|video|img)\b.*?(</\1>|>)', '', text)
    text = re.sub(r'(?i)<(br|/p|/tr|/li|/h[1-6]|/div)\b[^>]*>', '\n', text)
    text = re.sub(r'(?i)</t[dh]>', '  ', text)
    return html.unescape(re.sub(r'<[^>]+>', '', text)).strip()


def _harmless(text):
    """A text without characters that are commands to a terminal."""
    return ''.join(c if c in '\n\t' or c.isprintable() else repr(c)[1:-1] for c in text)


def display(*objs, display_id=None, clear=False, **kwargs):
    """Show things one after the other."""
    if clear:
        clear_output()
    for one in objs:
        if isinstance(one, DisplayObject):
            one._show()
        elif hasattr(one, 'savefig') and hasattr(one, '_axes'):
            from matplotlib import pyplot
            pyplot._show_figure(one)
        else:
            print(one if isinstance(one, str) else repr(one))


def display_html(*objs, **kwargs):
    display(*(HTML(o) if isinstance(o, str) else o for o in objs))


display_markdown = display_png = display_pretty = display_svg = display_latex = display


def clear_output(wait=False):
    """Clear the screen, where there is one."""
    if sys.stdout.isatty():
        print('\x1b[H\x1b[2J', end='')
        sys.stdout.flush()


def set_matplotlib_formats(*formats, **kwargs):
    pass


set_matplotlib_close = set_matplotlib_formats
