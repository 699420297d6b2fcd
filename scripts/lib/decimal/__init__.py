"""Decimal numbers as people write them, with a precision that can be chosen."""

from decimal._context import (BasicContext, Clamped, Context, ConversionSyntax, DecimalException, DefaultContext,
                              DivisionByZero, DivisionImpossible, DivisionUndefined, ExtendedContext, FloatOperation,
                              Inexact, InvalidContext, InvalidOperation, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY,
                              Overflow, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN,
                              ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Rounded, Subnormal, Underflow, getcontext,
                              localcontext, setcontext)
from decimal._number import Decimal

HAVE_THREADS = True
HAVE_CONTEXTVAR = True


def __getattr__(name):
    if name == 'DecimalTuple':
        from decimal._number import tuple_class
        return tuple_class()
    raise AttributeError(f"module 'decimal' has no attribute {name!r}")
