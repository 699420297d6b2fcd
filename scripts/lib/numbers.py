"""Abstract classes of numbers."""

from abc import ABCMeta, abstractmethod

__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


def _unmade(operand):
    """A new function of a number and an operand, which is still to be written."""
    if operand == '_':
        def function(self):
            raise NotImplementedError
    elif operand == 'other':
        def function(self, other):
            raise NotImplementedError
    elif operand == 'exponent':
        def function(self, exponent):
            raise NotImplementedError
    else:
        def function(self, base):
            raise NotImplementedError
    return abstractmethod(function)


def _operators(owner, **names):
    """The operators that every number of a class must have, by the name of their operand (`_`: they have none)."""
    made = {}
    for operand, words in names.items():
        for word in words.split():
            function = made[f'__{word}__'] = _unmade(operand)
            function.__name__ = f'__{word}__'
            function.__qualname__ = f'{owner}.__{word}__'
    return made


def _part(owner, name, doc=None):
    """A property that is still to be written."""
    function = _unmade('_')
    function.__name__ = name
    function.__qualname__ = f'{owner}.{name}'
    function.__doc__ = doc
    return property(function)


class Number(metaclass=ABCMeta):
    """Any number."""

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """A complex number."""

    __slots__ = ()

    vars().update(_operators('Complex', _='neg pos abs',
                             other='add radd mul rmul truediv rtruediv eq',
                             exponent='pow',
                             base='rpow'))

    @abstractmethod
    def __complex__(self):
        """A builtin complex number."""

    def __bool__(self):
        return self != 0

    real = _part('Complex', 'real', 'The real part.')
    imag = _part('Complex', 'imag', 'The imaginary part.')

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    @abstractmethod
    def conjugate(self):
        """The complex conjugate."""
        raise NotImplementedError


class Real(Complex):
    """A real number."""

    __slots__ = ()

    vars().update(_operators('Real', _='float trunc floor ceil',
                             other='floordiv rfloordiv mod rmod lt le'))

    @abstractmethod
    def __round__(self, ndigits=None):
        raise NotImplementedError

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    """A fraction."""

    __slots__ = ()

    numerator = _part('Rational', 'numerator')
    denominator = _part('Rational', 'denominator')

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """A whole number."""

    __slots__ = ()

    vars().update(_operators('Integral', _='int invert',
                             other='lshift rlshift rshift rrshift and rand xor rxor or ror'))

    def __index__(self):
        return int(self)

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


for _abstract, _concrete in ((Complex, complex), (Real, float), (Integral, int)):
    _abstract.register(_concrete)


def _register_fraction():
    from fractions import Fraction
    Rational.register(Fraction)


_register_fraction()
