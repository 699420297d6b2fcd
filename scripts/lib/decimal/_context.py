"""Contexts of decimal arithmetic: precision, rounding and what is an error."""

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
_roundings = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
              ROUND_05UP)


def _check_rounding(rounding):
    if rounding not in _roundings:
        raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n'
                        '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')


def _checked_rounding(rounding, context):
    """The rounding that is asked for, else the context's."""
    if rounding is None:
        return context.rounding
    _check_rounding(rounding)
    return rounding


MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997


_ranges = {'Emin': (MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]'),
           'Emax': (0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]'),
           'capitals': (0, 1, 'valid values for capitals are 0 or 1'),
           'clamp': (0, 1, 'valid values for clamp are 0 or 1')}


class DecimalException(ArithmeticError):
    """What can be special about an operation."""

    __module__ = 'decimal'


class Clamped(DecimalException):
    __module__ = 'decimal'


class InvalidOperation(DecimalException):
    __module__ = 'decimal'


class ConversionSyntax(InvalidOperation):
    __module__ = 'decimal'


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = 'decimal'


class DivisionImpossible(InvalidOperation):
    __module__ = 'decimal'


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = 'decimal'


class Inexact(DecimalException):
    __module__ = 'decimal'


class InvalidContext(InvalidOperation):
    __module__ = 'decimal'


class Rounded(DecimalException):
    __module__ = 'decimal'


class Subnormal(DecimalException):
    __module__ = 'decimal'


class Overflow(Inexact, Rounded):
    __module__ = 'decimal'


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = 'decimal'


class FloatOperation(DecimalException, TypeError):
    __module__ = 'decimal'


signals = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped)
_order = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped)
_listed = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Rounded, Overflow, Subnormal, Underflow)


def _flags(given):
    if given is None:
        return dict.fromkeys(signals, False)
    if isinstance(given, dict):
        return {s: bool(given.get(s, False)) for s in signals}
    return {s: s in given for s in signals}


class Context:
    """Precision, rounding, limits of exponents, and what has happened."""

    __module__ = 'decimal'

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        base = globals().get('DefaultContext')
        self.prec = (base.prec if base else 28) if prec is None else prec
        self.rounding = (base.rounding if base else ROUND_HALF_EVEN) if rounding is None else rounding
        self.Emin = (base.Emin if base else -999999) if Emin is None else Emin
        self.Emax = (base.Emax if base else 999999) if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = _flags(flags)
        self.traps = _flags((InvalidOperation, DivisionByZero, Overflow)) if traps is None else _flags(traps)

    def __setattr__(self, name, value):
        if name == 'prec':
            if not isinstance(value, int):
                raise TypeError('an integer is required' if not isinstance(value, float) else
                                "'float' object cannot be interpreted as an integer")
            if not 1 <= value <= MAX_PREC:
                raise ValueError('valid range for prec is [1, MAX_PREC]')
        elif name == 'rounding':
            _check_rounding(value)
        elif name in _ranges:
            low, high, message = _ranges[name]
            if not isinstance(value, int):
                raise TypeError('an integer is required')
            if not low <= value <= high:
                raise ValueError(message)
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ', '.join([s.__name__ for s in _listed if self.flags[s]])
        traps = ', '.join([s.__name__ for s in (InvalidOperation, DivisionByZero, Overflow, Clamped, Inexact,
                                                FloatOperation, Rounded, Subnormal, Underflow) if self.traps[s]])
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])')

    def raised(self, condition, result=None):
        """Notes a condition: an error if it is trapped, else the result."""
        signal = condition
        if condition in (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext):
            signal = InvalidOperation
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])
        return result

    def clear_flags(self):
        """Forgets what has happened."""
        self.flags = _flags(None)

    def clear_traps(self):
        """Makes nothing an error."""
        self.traps = _flags(None)

    def copy(self):
        """A context with the same settings."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags,
                       self.traps)

    __copy__ = copy

    def Etiny(self):
        """The least exponent."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The largest exponent of a number with all digits."""
        return self.Emax - self.prec + 1

    def create_decimal(self, num='0'):
        """A number rounded to this context."""
        from decimal._number import Decimal
        return Decimal(num, self)._fix(self)

    def create_decimal_from_float(self, f):
        """A float rounded to this context."""
        from decimal._number import Decimal
        return Decimal.from_float(f)._fix(self)

    def plus(self, a):
        return _decimal(a)._fix(self)

    def minus(self, a):
        return _decimal(a).__neg__(self)

    def abs(self, a):
        return _decimal(a).__abs__(context=self)

    def add(self, a, b):
        return _decimal(a).__add__(_decimal(b), self)

    def subtract(self, a, b):
        return _decimal(a).__sub__(_decimal(b), self)

    def multiply(self, a, b):
        return _decimal(a).__mul__(_decimal(b), self)

    def divide(self, a, b):
        return _decimal(a).__truediv__(_decimal(b), self)

    def divide_int(self, a, b):
        return _decimal(a).__floordiv__(_decimal(b), self)

    def remainder(self, a, b):
        return _decimal(a).__mod__(_decimal(b), self)

    def divmod(self, a, b):
        return _decimal(a).__divmod__(_decimal(b), self)

    def power(self, a, b, modulo=None):
        return _decimal(a).__pow__(_decimal(b), None if modulo is None else _decimal(modulo), self)

    def sqrt(self, a):
        return _decimal(a).sqrt(self)

    def exp(self, a):
        return _decimal(a).exp(self)

    def ln(self, a):
        return _decimal(a).ln(self)

    def log10(self, a):
        return _decimal(a).log10(self)

    def quantize(self, a, b):
        return _decimal(a).quantize(_decimal(b), context=self)

    def normalize(self, a):
        return _decimal(a).normalize(self)

    def compare(self, a, b):
        return _decimal(a).compare(_decimal(b), self)

    def max(self, a, b):
        return _decimal(a).max(_decimal(b), self)

    def min(self, a, b):
        return _decimal(a).min(_decimal(b), self)

    def fma(self, a, b, c):
        return _decimal(a).fma(_decimal(b), _decimal(c), self)

    def to_sci_string(self, a):
        return _decimal(a).__str__(context=self)

    def to_eng_string(self, a):
        return _decimal(a).to_eng_string(self)

    def copy_decimal(self, a):
        return _decimal(a)

    def copy_sign(self, a, b):
        return _decimal(a).copy_sign(_decimal(b))

    def radix(self):
        return _decimal(10)

    def canonical(self, a):
        return _decimal(a).canonical()

    def copy_abs(self, a):
        return _decimal(a).copy_abs()

    def copy_negate(self, a):
        return _decimal(a).copy_negate()

    def is_canonical(self, a):
        return _decimal(a).is_canonical()

    def is_finite(self, a):
        return _decimal(a).is_finite()

    def is_infinite(self, a):
        return _decimal(a).is_infinite()

    def is_nan(self, a):
        return _decimal(a).is_nan()

    def is_qnan(self, a):
        return _decimal(a).is_qnan()

    def is_signed(self, a):
        return _decimal(a).is_signed()

    def is_snan(self, a):
        return _decimal(a).is_snan()

    def is_zero(self, a):
        return _decimal(a).is_zero()

    def is_normal(self, a):
        return _decimal(a).is_normal(context=self)

    def is_subnormal(self, a):
        return _decimal(a).is_subnormal(context=self)

    def logb(self, a):
        return _decimal(a).logb(context=self)

    def logical_invert(self, a):
        return _decimal(a).logical_invert(context=self)

    def next_minus(self, a):
        return _decimal(a).next_minus(context=self)

    def next_plus(self, a):
        return _decimal(a).next_plus(context=self)

    def number_class(self, a):
        return _decimal(a).number_class(context=self)

    def to_integral_exact(self, a):
        return _decimal(a).to_integral_exact(context=self)

    def to_integral_value(self, a):
        return _decimal(a).to_integral_value(context=self)

    def compare_signal(self, a, b):
        return _decimal(a).compare_signal(_decimal(b), self)

    def compare_total(self, a, b):
        return _decimal(a).compare_total(_decimal(b), self)

    def compare_total_mag(self, a, b):
        return _decimal(a).compare_total_mag(_decimal(b), self)

    def logical_and(self, a, b):
        return _decimal(a).logical_and(_decimal(b), self)

    def logical_or(self, a, b):
        return _decimal(a).logical_or(_decimal(b), self)

    def logical_xor(self, a, b):
        return _decimal(a).logical_xor(_decimal(b), self)

    def max_mag(self, a, b):
        return _decimal(a).max_mag(_decimal(b), self)

    def min_mag(self, a, b):
        return _decimal(a).min_mag(_decimal(b), self)

    def next_toward(self, a, b):
        return _decimal(a).next_toward(_decimal(b), self)

    def remainder_near(self, a, b):
        return _decimal(a).remainder_near(_decimal(b), self)

    def rotate(self, a, b):
        return _decimal(a).rotate(_decimal(b), self)

    def same_quantum(self, a, b):
        return _decimal(a).same_quantum(_decimal(b), self)

    def scaleb(self, a, b):
        return _decimal(a).scaleb(_decimal(b), self)

    def shift(self, a, b):
        return _decimal(a).shift(_decimal(b), self)


def _decimal(a):
    from decimal._number import Decimal
    if isinstance(a, Decimal):
        return a
    if isinstance(a, int):
        return Decimal(a)
    raise TypeError(f'conversion from {type(a).__name__} to Decimal is not supported')


DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow])
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_current = [DefaultContext.copy()]


def getcontext():
    """The context that operations use."""
    return _current[0]


def setcontext(context, /):
    """Makes a context the one that operations use."""
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current[0] = context


class localcontext:
    """Makes a copy of a context the one that operations use in a block."""

    def __init__(self, ctx=None, **kwargs):
        self._new = (getcontext() if ctx is None else ctx).copy()
        for name, value in kwargs.items():
            setattr(self._new, name, value)

    def __enter__(self):
        self._old = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, t, v, tb):
        _current[0] = self._old
