"""The rules of the backward pass by operation, what a rule is given, and what several of them use."""

import re
from fractions import Fraction
from autograd._expressions import top_level
from autograd._sums import Factor, Sum, bracket, text_of
from autograd._texts.expressions import argument, is_name_like, operand_name, turned_over
from autograd._texts.names import canonical

_slopes = {}


def slope(*names):
    def declare(rule):
        for name in names:
            _slopes[name] = rule
        return rule
    return declare


def is_elementwise(operation):
    return canonical(operation) in _slopes


def is_linear_product(writer, step, value):
    return False


class Here:
    """What a formula reads: the operands, the result, functions of them."""

    def __init__(self, writer, step, value):
        self.writer, self.step, self.value = writer, step, value

    @property
    def x(self):
        return self.writer.sum_of(self.step.operands[0])

    @property
    def y(self):
        return self.writer.sum_of(self.step.operands[1])

    @property
    def out(self):
        return self.writer.sum_of(self.value)

    def call(self, name, total, shape=None):
        return self.writer.factor(f'{self.writer.np}{name}({text_of(total)})', total.shape if shape is None else shape)


one = Sum.number(Fraction(1))


def over(g, divisor):
    divisor = bracket(divisor)
    return g * divisor.inverse()


_rules = {}


def rule(*names):
    def declare(function):
        for name in names:
            _rules[name] = function
        return function
    return declare


def axes_of(step, rank, name='axis'):
    axis = step.plain(name)
    if axis is None:
        return list(range(rank))
    return sorted(a % rank for a in (axis if isinstance(axis, (tuple, list)) else (axis,)))


def spread_out(w, value, total, axes, shape, keeps):
    """A cotangent of sums over axes, as it stands along the axes of what was summed."""
    if keeps or total.shape == () or value.shape == () or axes == list(range(len(axes))):
        return total
    if any(f.kind in ('scatter', 'bracket', 'mask') for f in total.factors()):
        total = w.named(value, total)
    index = ', '.join('None' if axis in axes else ':' for axis in range(len(shape)))
    result = Sum()
    for product, coefficient in total.terms.items():
        changed = []
        for factor, power in product:
            if factor.shape:
                text = factor.text if is_name_like(factor.text) else f'({factor.text})'
                wide = tuple(1 if a in axes else n for a, n in enumerate(shape))
                factor = Factor(f'{text}[{index}]', wide, factor.kind)
            changed.append((factor, power))
        result = result + Sum({tuple(changed): coefficient})
    return result


def transposed(w, operand):
    """The text of a matrix turned over."""
    inner = turned_over(operand)
    if inner is not None:
        return operand_name(w, inner)
    text = operand_name(w, operand)
    return text[:-2] if text.endswith('.T') else text + '.T'


def swapped(w, operand):
    if len(operand.shape) == 2:
        return transposed(w, operand)
    inner = turned_over(operand)
    if inner is not None:
        return operand_name(w, inner)
    return f'{w.np}swapaxes({argument(w, operand)}, -1, -2)'


def reshaped(w, value, total, operand, text):
    """Gives a cotangent that is made of the result's by moving elements. text: of the name of that."""
    if total.shape == ():
        w.give(operand, total, operand.shape)
        return
    g = w.text_name(value, total)
    w.give(operand, w.factor(text(g), operand.shape, 'temporary'), operand.shape)


def shape_text(w, operand):
    return operand.name + '.shape' if operand.name is not None else str(operand.shape)


def negated(text):
    match = re.match(r'^([^<>=!&|]+) (<=|>=|<|>|==|!=) ([^<>=!&|]+)$', text)
    if match:
        other = {'<': '>=', '>': '<=', '<=': '>', '>=': '<', '==': '!=', '!=': '=='}[match.group(2)]
        return f'{match.group(1)} {other} {match.group(3)}'
    return '~' + (text if is_name_like(text) else f'({text})')


def key_as_value(w, text):
    """The text of a key where it is an argument."""
    marks = [c for _, c in top_level(text) if c in ',:']
    if ':' in marks:
        return f'{w.np}s_[{text}]'
    return f'({text})' if marks else text


def scatter(w, base, text, value, total, one_a_row, repeats, numbers=None):
    if not w.is_active(base):
        return
    if base.shape == () == value.shape:
        w.give(base, total, ())
        return
    if any(f.kind == 'scatter' for f in total.factors()):
        total = w.named(value, total)
    like = Factor('', base.shape, 'scatter', total, text)
    like.key_shape, like.is_one_a_row, like.repeats = value.shape, one_a_row, repeats
    like.numbers = numbers
    w.give(base, w.scatter_of(base, total, like), base.shape)
