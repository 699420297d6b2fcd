"""Files of several pages: one file a page."""

import os

from matplotlib.artist import warn_once


class PdfPages:
    """Figures as pages; those behind the first go to files of their own."""

    def __init__(self, filename, keep_empty=None, metadata=None):
        self._name, self._count = os.fspath(filename), 0

    def savefig(self, figure=None, **kwargs):
        from matplotlib import pyplot
        figure = pyplot.gcf() if figure is None else pyplot.figure(figure) if isinstance(figure, int) else figure
        self._count += 1
        base, tail = os.path.splitext(self._name)
        name = self._name
        if self._count > 1:
            name = f'{base}-{self._count}{tail}'
            warn_once(f'PdfPages: page {self._count} goes to {name}')
        figure.savefig(name, format='pdf', **kwargs)

    def get_pagecount(self):
        return self._count

    def infodict(self):
        return {}

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
