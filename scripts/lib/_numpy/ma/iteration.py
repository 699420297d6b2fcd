"""Going through masked arrays."""

from _numpy.ma.masks import getdata as _getdata, nomask as _nomask

__name__ = 'numpy.ma'


class MaskedIterator:
    """The elements of a masked array one after the other: `a.flat`."""

    def __init__(self, ma):
        self.ma = ma
        self._row = ma.ravel()
        self._place = 0

    def __iter__(self):
        return self

    def __getitem__(self, index):
        return self._row[index]

    def __setitem__(self, index, value):
        self._row[index] = value
        data = self.ma._data
        data.flat[index] = _getdata(value)
        if self._row._mask is not _nomask:
            self.ma._mask = self._row._mask.reshape(self.ma.shape)

    def __next__(self):
        if self._place >= self._row.size:
            raise StopIteration
        self._place += 1
        return self._row[self._place - 1]

    next = __next__
