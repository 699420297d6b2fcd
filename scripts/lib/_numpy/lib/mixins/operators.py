"""All operators by NumPy's ufuncs, for classes with an `__array_ufunc__`."""

import numpy as np

__name__ = 'numpy.lib.mixins'


def _leaves(other):
    try:
        return other.__array_ufunc__ is None
    except AttributeError:
        return False


def _operators(names):
    members = {}

    def add(method, name):
        function = getattr(np, name)

        def forward(self, other):
            return NotImplemented if _leaves(other) else function(self, other)

        def reflected(self, other):
            return NotImplemented if _leaves(other) else function(other, self)

        def inPlace(self, other):
            return function(self, other, out=(self,))

        for prefix, made in (('', forward), ('r', reflected), ('i', inPlace)):
            made.__name__ = f'__{prefix}{method}__'
            members[made.__name__] = made

    for method, name in names:
        add(method, name)
    return members


def _unary(name, function):
    def method(self):
        return function(self)

    method.__name__ = f'__{name}__'
    return method


def _comparison(name, function):
    def method(self, other):
        return NotImplemented if _leaves(other) else function(self, other)

    method.__name__ = f'__{name}__'
    return method


class NDArrayOperatorsMixin:
    """Defines all operators by NumPy's ufuncs."""

    __slots__ = ()

    def __divmod__(self, other):
        return NotImplemented if _leaves(other) else np.divmod(self, other)

    def __rdivmod__(self, other):
        return NotImplemented if _leaves(other) else np.divmod(other, self)


for _name, _made in _operators([
        ('add', 'add'), ('sub', 'subtract'), ('mul', 'multiply'), ('matmul', 'matmul'), ('truediv', 'true_divide'),
        ('floordiv', 'floor_divide'), ('mod', 'remainder'), ('pow', 'power'), ('lshift', 'left_shift'),
        ('rshift', 'right_shift'), ('and', 'bitwise_and'), ('xor', 'bitwise_xor'), ('or', 'bitwise_or')]).items():
    setattr(NDArrayOperatorsMixin, _name, _made)
for _name, _function in [('lt', np.less), ('le', np.less_equal), ('eq', np.equal), ('ne', np.not_equal),
                         ('gt', np.greater), ('ge', np.greater_equal)]:
    setattr(NDArrayOperatorsMixin, f'__{_name}__', _comparison(_name, _function))
for _name, _function in [('neg', np.negative), ('pos', np.positive), ('abs', np.absolute), ('invert', np.invert)]:
    setattr(NDArrayOperatorsMixin, f'__{_name}__', _unary(_name, _function))
