"""What linear algebra gives: tuples with named parts, and the error that it raises."""

__name__ = 'numpy.linalg'


class LinAlgError(ValueError):
    """What linear algebra raises where a matrix does not allow what was asked."""


class _Parts(tuple):
    """A tuple whose parts have names. Those of `typing` would make every program load that for its `norm`."""

    _fields = ()

    def __new__(cls, *parts, **named):
        names = cls._fields
        if len(parts) + len(named) != len(names) or any(name not in names[len(parts):] for name in named):
            raise TypeError(f'{cls.__name__} needs the parts {", ".join(names)}')
        return tuple.__new__(cls, parts + tuple(named[name] for name in names[len(parts):]))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={part!r}' for name, part in zip(self._fields, self))})"

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def __getnewargs__(self):
        return tuple(self)

    @classmethod
    def _make(cls, iterable):
        return cls(*iterable)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, **changes):
        return type(self)(**{**self._asdict(), **changes})


class EigResult(_Parts):
    _fields = ('eigenvalues', 'eigenvectors')


class EighResult(_Parts):
    _fields = ('eigenvalues', 'eigenvectors')


class QRResult(_Parts):
    _fields = ('Q', 'R')


class SlogdetResult(_Parts):
    _fields = ('sign', 'logabsdet')


class SVDResult(_Parts):
    _fields = ('U', 'S', 'Vh')
