"""The slopes of elementwise operations."""

import numpy as np
from fractions import Fraction
from autograd._recording import Constant, Value, refuse
from autograd._sums import Factor, Sum, bracket, text_of
from autograd._texts.names import canonical
from autograd._texts.rules import one, over, slope


@slope('+')
def _add(w, h, g):
    return g, g


@slope('-')
def _subtract(w, h, g):
    return g, -g


@slope('*')
def _multiply(w, h, g):
    return (lambda: w.product(g, bracket(h.y))), (lambda: w.product(g, bracket(h.x)))


@slope('/')
def _divide(w, h, g):
    def of_divisor():
        return -w.product(g, h.out * bracket(h.y).inverse())
    return (lambda: w.product(g, bracket(h.y).inverse())), of_divisor


@slope('**')
def _power(w, h, g):
    def of_base():
        exponent = h.y.value()
        base = bracket(h.x)
        if exponent is not None and base.is_product and not isinstance(h.step.operands[1], Value):
            return w.product(g, base.power(exponent - 1).scaled(exponent))
        return w.product(g, bracket(h.y) * w.factor(
            f'{power_base(h.x)} ** ({text_of(h.y)} - 1)', h.value.shape))

    def of_exponent():
        return w.product(g, h.out * h.call('log', h.x))
    return of_base, of_exponent


def power_base(total):
    lone = total.lone()
    return lone.text if lone is not None else '(' + text_of(total) + ')'


def _unary(*names):
    def declare(formula):
        slope(*names)(lambda w, h, g: ((lambda: formula(w, h, g)),))
        return formula
    return declare


_unary('neg')(lambda w, h, g: -g)
_unary('pos', 'conjugate', 'float', 'real')(lambda w, h, g: g)
_unary('absolute')(lambda w, h, g: g * h.call('sign', h.x))
_unary('sqrt')(lambda w, h, g: w.product(g, h.out.inverse()).scaled(Fraction(1, 2)))
_unary('square')(lambda w, h, g: w.product(g, bracket(h.x)).scaled(2))
_unary('reciprocal')(lambda w, h, g: -w.product(g, h.out.power(2)))
_unary('exp')(lambda w, h, g: w.product(g, h.out))
_unary('exp2')(lambda w, h, g: w.product(g, h.out) * h.call('log', Sum.number(2), ()))
_unary('expm1')(lambda w, h, g: w.product(g, bracket(h.out + one)))
_unary('log')(lambda w, h, g: w.product(g, bracket(h.x).inverse()))
_unary('log2')(lambda w, h, g: over(over(g, h.x), h.call('log', Sum.number(2), ())))
_unary('log10')(lambda w, h, g: over(over(g, h.x), h.call('log', Sum.number(10), ())))
_unary('log1p')(lambda w, h, g: over(g, one + h.x))
_unary('sin')(lambda w, h, g: g * h.call('cos', h.x))
_unary('cos')(lambda w, h, g: -(g * h.call('sin', h.x)))
_unary('tan')(lambda w, h, g: w.product(g, bracket(one + h.out.power(2))))
_unary('arcsin')(lambda w, h, g: over(g, h.call('sqrt', one - bracket(h.x).power(2))))
_unary('arccos')(lambda w, h, g: -over(g, h.call('sqrt', one - bracket(h.x).power(2))))
_unary('arctan')(lambda w, h, g: over(g, one + bracket(h.x).power(2)))
_unary('sinh')(lambda w, h, g: g * h.call('cosh', h.x))
_unary('cosh')(lambda w, h, g: g * h.call('sinh', h.x))
_unary('tanh')(lambda w, h, g: w.product(g, bracket(one - h.out.power(2))))
_unary('arcsinh')(lambda w, h, g: over(g, h.call('sqrt', one + bracket(h.x).power(2))))
_unary('arccosh')(lambda w, h, g: over(g, h.call('sqrt', bracket(h.x).power(2) - one)))
_unary('arctanh')(lambda w, h, g: over(g, one - bracket(h.x).power(2)))
_unary('cbrt')(lambda w, h, g: w.product(g, h.out.power(-2)).scaled(Fraction(1, 3)))
_unary('degrees')(lambda w, h, g: g * w.factor(f'{w.np}degrees(1)', ()))
_unary('radians')(lambda w, h, g: g * w.factor(f'{w.np}radians(1)', ()))


@slope('arctan2')
def _arctan2(w, h, g):
    def square():
        return bracket(bracket(h.x).power(2) + bracket(h.y).power(2))
    return (lambda: over(g * h.y, square())), (lambda: -over(g * h.x, square()))


@slope('hypot')
def _hypot(w, h, g):
    if np.any(np.asarray(h.value.value) == 0):
        refuse('no text for hypot at zero yet')
    return (lambda: over(g * h.x, h.out)), (lambda: over(g * h.y, h.out))


@slope('logaddexp')
def _logaddexp(w, h, g):
    return (lambda: g * h.call('exp', h.x - h.out)), (lambda: g * h.call('exp', h.y - h.out))


@slope('logaddexp2')
def _logaddexp2(w, h, g):
    return (lambda: g * h.call('exp2', h.x - h.out)), (lambda: g * h.call('exp2', h.y - h.out))


@slope('%', 'fmod')
def _remainder(w, h, g):
    name = 'floor' if canonical(h.step.operation) == '%' else 'trunc'
    return g, (lambda: -(g * h.call(name, h.x * bracket(h.y).inverse())))


@slope('copysign')
def _copysign(w, h, g):
    return (lambda: g * h.call('sign', h.x) * h.call('sign', h.out)), Sum()


def _extreme(sign):
    def rule(w, h, g):
        operands = h.step.operands
        x, y = np.asarray(operands[0].value), np.asarray(operands[1].value)
        has_ties = bool(np.any(x == y))

        def of(place):
            own, other = (h.x, h.y) if place == 0 else (h.y, h.x)
            if other.value() == 0 and isinstance(operands[1 - place], Constant) and not has_ties and h.value.name and not h.value.is_memory:
                own = h.out
            a, b = side(own), side(other)
            a, b = '0' if a == '0.0' else a, '0' if b == '0.0' else b
            if not has_ties:
                return g * Sum.of(Factor(f'{a} {sign} {b}', h.value.shape, 'mask'))
            return g * w.factor(f'(({a} {sign} {b}) + 0.5 * ({a} == {b}))', h.value.shape)
        return (lambda: of(0)), (lambda: of(1))
    return rule


def side(total):
    """A side of a comparison."""
    return text_of(total)


slope('maximum', 'fmax')(_extreme('>'))
slope('minimum', 'fmin')(_extreme('<'))
