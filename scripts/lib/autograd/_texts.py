"""Each operation as a text: what it computes, and how its cotangent goes on to the operands."""

import re
import numpy as np
from fractions import Fraction
from autograd._recording import Constant, Value, literal_of, refuse
from autograd._sums import Factor, Sum, bracket, text_of

_operators = {'+': 1, '-': 1, '*': 2, '/': 2, '@': 2, '//': 2, '%': 2, '**': 3}

# Names of the same function.
_same = {
    'numpy.add': '+', 'numpy.subtract': '-', 'numpy.multiply': '*', 'numpy.divide': '/', 'numpy.true_divide': '/',
    'numpy.power': '**', 'numpy.float_power': '**', 'math.pow': '**', 'numpy.negative': 'neg', 'numpy.positive': 'pos',
    'abs': 'absolute', 'numpy.absolute': 'absolute', 'numpy.abs': 'absolute', 'numpy.fabs': 'absolute',
    'math.fabs': 'absolute', 'math.asin': 'arcsin', 'math.acos': 'arccos', 'math.atan': 'arctan',
    'math.asinh': 'arcsinh', 'math.acosh': 'arccosh', 'math.atanh': 'arctanh', 'math.atan2': 'arctan2',
    'numpy.matmul': '@', 'numpy.mod': '%', 'numpy.remainder': '%', 'numpy.deg2rad': 'radians',
    'numpy.rad2deg': 'degrees', 'numpy.conj': 'conjugate', 'math.fmod': 'fmod',
}

# The functions written in the language that have a text here; what others do is read operation by operation.
whole = ('numpy.cumsum', 'numpy.prod', 'numpy.var', 'numpy.std', 'numpy.sort', 'numpy.stack', 'numpy.outer', 'numpy.einsum', 'numpy.tril', 'numpy.triu',
         'numpy.roll', 'numpy.linalg.norm', 'math.log', 'numpy.diff', '_linalg.solve', '_linalg.slogdet')

# Arguments that say nothing.
_defaults = {
    ('numpy.concatenate', 'axis'): 0, ('numpy.stack', 'axis'): 0, ('numpy.sort', 'axis'): -1,
    ('numpy.swapaxes', 'axis1'): None, ('numpy.tril', 'k'): 0, ('numpy.triu', 'k'): 0, ('numpy.diff', 'n'): 1,
    ('numpy.diff', 'axis'): -1, ('numpy.split', 'axis'): 0, ('numpy.array_split', 'axis'): 0,
}
_quiet = {'out': None, 'dtype': None, 'where': True, 'casting': 'same_kind', 'subok': True, 'keepdims': False,
          'order': None, 'axis': None, 'initial': None, 'copy': True, 'optimize': False, 'ndmin': 0, 'like': None,
          'ord': None, 'kind': None, 'stable': None, 'device': None, 'prepend': None, 'append': None, 'offset': 0, 'ddof': 0, 'correction': None}

_constant = ('numpy.argmax', 'numpy.argmin', 'numpy.argsort', 'numpy.sign', 'numpy.zeros_like', 'numpy.ones_like',
             'numpy.empty_like', 'numpy.floor', 'numpy.ceil', 'numpy.rint', 'numpy.trunc', 'numpy.heaviside')


def canonical(operation):
    known = _same.get(operation)
    if known is not None:
        return known
    return operation[operation.find('.') + 1:] if operation.startswith(('numpy.', 'math.')) else operation


def is_constant(operation):
    return operation in _constant


# What an operation computes

def forward(writer, step, value):
    """The text of a value, and how tightly it binds."""
    operation = step.operation
    text = writer.operand_text
    if operation in _operators:
        level = _operators[operation]
        if operation == '**':
            return f'{text(step.operands[0], 4)} ** {text(step.operands[1], 3)}', 3
        if operation == '+':
            for own, other in (step.operands, step.operands[::-1]):
                if isinstance(own, Constant) and np.ndim(own.value) == 0 and own.value == 0 and other.shape == value.shape:
                    if isinstance(other, Value) and other.name is None:
                        return forward(writer, other.step, other)
        right = level if operation in '+*' and operation != '*' else level + 1
        return f'{text(step.operands[0], level)} {operation} {text(step.operands[1], right)}', level
    if operation == 'neg':
        return '-' + text(step.operands[0], 2.5), 2.5
    if operation == 'pos':
        return '+' + text(step.operands[0], 2.5), 2.5
    if operation == '[]':
        return f'{text(step.operands[0], 4)}[{key_text(writer, step.operands[1])}]', 4
    if operation == 'constant':
        initial = value.initial
        if not np.any(initial):
            return f'{writer.np}zeros({initial.shape if initial.ndim != 1 else initial.shape[0]})', 4
        if np.all(initial == initial.flat[0]):
            return f'{writer.np}full({initial.shape}, {initial.flat[0].item()!r})', 4
        return writer.texts.keep(initial, None, step) + '.copy()', 4
    if operation == 'copy of memory':
        return f'{text(step.operands[0], 4)}.copy()', 4
    if operation == '_linalg.solve':
        return f'{writer.np}linalg.solve({text(step.operands[0])}, {text(step.operands[1])})', 4
    if operation == '_linalg.slogdet':
        return f'{writer.np}linalg.slogdet({text(step.operands[0])})[{1 if value is step.result[1] else 0}]', 4
    call = called(writer, step)
    if isinstance(step.result, list):
        place = [id(item) for item in step.result].index(id(value))
        return f'{call}[{place}]', 4
    return call, 4


def key_text(writer, key):
    if isinstance(key, Value):
        return writer.expression(key)
    if isinstance(key, list):
        refuse('no text for a traced index yet')
    return key.text if key.text is not None else literal_of(key.value)


def called(writer, step):
    """A call in the names of the arguments."""
    operation = step.operation
    owner, _, name = operation.rpartition('.')
    first = step.operands[0]
    if owner == 'ndarray' and step.names == ('self',):
        return f'{writer.operand_text(first, 4)}.{name}'
    parts = []
    for place, (argument, operand) in enumerate(zip(step.names, step.operands)):
        if isinstance(operand, Constant):
            known = _defaults.get((operation, argument), _quiet.get(argument, 'none'))
            if known != 'none' and _is(operand.value, known) or argument in ('copy', 'keepdims') and operand.value is None:
                continue
            if argument == 'order' and operand.value in ('C', 'K'):
                continue
        if argument == '*':
            items = operand if isinstance(operand, list) else None
            if items is None:
                values = operand.value if isinstance(operand.value, tuple) else (operand.value,)
                parts += [bracketed(item) for item in values]
            else:
                parts += [writer.operand_text(item) for item in items]
            continue
        text = writer.operand_text(operand)
        positional = place == 0 or operation in _positional or argument in ('x1', 'x2') or isinstance(operand, Value) and len(parts) == place
        parts.append(text if positional and len(parts) == place else f'{argument}={text}')
    if owner == 'ndarray':
        return f'{writer.operand_text(first, 4)}.{name}({", ".join(parts[1:])})'
    if owner == 'numpy' or owner.startswith('numpy.'):
        operation = operation.replace('numpy.absolute', 'numpy.abs')
        return f'{writer.np}{operation[6:]}({", ".join(parts)})'
    if owner == 'math' and 'math' not in writer.texts.globals:
        return f'{writer.np}{canonical(operation)}({", ".join(parts)})'
    if owner.startswith('_'):
        refuse(f'no text for {operation.lstrip("_")} yet')
    return f'{operation}({", ".join(parts)})'


_positional = ('numpy.dot', 'numpy.maximum', 'numpy.minimum', 'numpy.where', 'numpy.outer', 'numpy.swapaxes',
               'numpy.moveaxis', 'numpy.reshape', 'numpy.einsum', 'numpy.broadcast_to', 'numpy.split', 'numpy.power',
               'numpy.matmul', 'numpy.arctan2', 'numpy.hypot', 'numpy.logaddexp', 'numpy.roll', 'numpy.expand_dims',
               'numpy.transpose', 'numpy.multiply', 'numpy.add', 'numpy.subtract', 'numpy.divide')


def _is(value, known):
    return value is known or type(value) is type(known) and value == known


def bracketed(value):
    text = literal_of(value)
    if text is None:
        refuse('no text for an argument yet')
    return '(' + text + ')' if isinstance(value, tuple) and text != '()' else text


# Cotangents

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


def relu_in_place(w, step, value, total):
    """`dhidden[hidden <= 0] = 0` where the cotangent is an array of its own that only this operation reads."""
    if canonical(step.operation) != 'maximum' or w.plain:
        return False
    lone = total.lone()
    active = [o for o in step.operands[:2] if w.is_active(o)]
    other = [o for o in step.operands[:2] if not w.is_active(o)]
    if lone is None or lone.text not in w.owned or len(active) != 1 or len(other) != 1:
        return False
    z = active[0]
    if value.is_memory or w.temporary.get(value) != lone.text or z.shape != value.shape or value.shape == ():
        return False
    if not isinstance(other[0], Constant) or np.ndim(other[0].value) != 0 or z.wish is not None or z.is_memory:
        return False
    bound = w.operand_text(other[0])
    if np.any(np.asarray(z.value) == other[0].value):
        inner = text_of(w.sum_of(z)) if z.name is not None else w.need(z)
        w.write(f'{lone.text}[{inner} < {bound}] = 0', None, lone.text)
        w.write(f'{lone.text}[{inner} == {bound}] /= 2', None, lone.text)
    else:
        w.write(f'{lone.text}[{w.need(value)} <= {bound}] = 0', None, lone.text)
    w.give(z, total, value.shape)
    return True


def back(w, step, value, total):
    """Hands a cotangent on to the operands."""
    if np.iscomplexobj(value.value):
        refuse('no text for complex numbers yet')
    if relu_in_place(w, step, value, total):
        return
    name = canonical(step.operation)
    if step.operation in ('numpy.dot', '@', 'numpy.matmul') and () in [np.shape(o.value) for o in step.operands[:2]]:
        name = '*'
    rule = _slopes.get(name)
    if rule is not None:
        here = Here(w, step, value)
        for operand, part in zip(step.operands, rule(w, here, total)):
            if w.is_active(operand):
                w.give(operand, part() if callable(part) else part, value.shape)
        return
    rule = _rules.get(name) or _rules.get(step.operation)
    if rule is None:
        if is_constant(step.operation):
            return
        refuse(f'no text for {name.lstrip("_")} yet')
    rule(w, step, value, total)


# Folding, products, shapes

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


def is_name_like(text):
    from autograd._derive import binding
    return binding(text) == 4


@rule('sum')
def _sum(w, step, value, total):
    operand = step.operands[0]
    if isinstance(operand, list):
        refuse('no text for a sum of a list yet')
    axes = axes_of(step, len(operand.shape))
    w.give(operand, spread_out(w, value, total, axes, operand.shape, step.plain('keepdims') is True), operand.shape)


def sized_like(operand):
    """A variable with as many elements as an operand, which it was made of."""
    waiting = [operand]
    for _ in range(20):
        if not waiting:
            return None
        value = waiting.pop(0)
        if isinstance(value, Value) and value.shape == operand.shape and value.shape:
            if value.wish is not None or value.is_leaf:
                return value.name
            if value.step is not None:
                waiting += value.step.operands
    return None


@rule('mean')
def _mean(w, step, value, total):
    operand = step.operands[0]
    axes = axes_of(step, len(operand.shape))
    count = 1
    for axis in axes:
        count *= operand.shape[axis]
    total = spread_out(w, value, total, axes, operand.shape, step.plain('keepdims') is True)
    like = sized_like(operand) if axes == list(range(len(operand.shape))) else None
    if w.is_active(operand) and like is not None:
        w.give(operand, total * w.factor(f'{like}.size', ()).inverse(), operand.shape)
        return
    w.give(operand, total.scaled(Fraction(1, count)), operand.shape)


@rule('var', 'std')
def _variance(w, step, value, total):
    operand = step.operands[0]
    axes = axes_of(step, len(operand.shape))
    count = -(step.plain('correction') or step.plain('ddof') or 0)
    size = 1
    for axis in axes:
        size *= operand.shape[axis]
    here = Here(w, step, value)
    if step.operation == 'numpy.std':
        if np.any(np.asarray(value.value) == 0):
            refuse('no text for the standard deviation of equal numbers yet')
        total = w.product(total, here.out.inverse()).scaled(Fraction(1, 2))
    g = spread_out(w, value, total, axes, operand.shape, step.plain('keepdims') is True)
    x = text_of(here.x)
    inside = '' if len(axes) == len(operand.shape) else f', axis={axes[0] if len(axes) == 1 else tuple(axes)}, keepdims=True'
    centred = w.factor(f'({x} - {w.np}mean({x}{inside}))', operand.shape)
    w.give(operand, (g * centred).scaled(Fraction(2, size + count)), operand.shape)


@rule('max', 'min')
def _largest(w, step, value, total):
    operand = step.operands[0]
    axes = axes_of(step, len(operand.shape))
    keeps = step.plain('keepdims') is True
    here = Here(w, step, value)
    out = text_of(spread_out(w, value, here.out, axes, operand.shape, keeps))
    x = text_of(here.x)
    mask = f'{x} == {out}'
    array = np.asarray(operand.value)
    reduce = np.max if step.operation.endswith('max') else np.min
    places = array == reduce(array, axis=tuple(axes), keepdims=True)
    g = spread_out(w, value, total, axes, operand.shape, keeps)
    if np.all(np.sum(places, axis=tuple(axes)) == 1):
        w.give(operand, g * Sum.of(Factor(mask, operand.shape, 'mask')), operand.shape)
        return
    if keeps or value.shape == ():
        count = f'{w.np}sum({mask}{"" if value.shape == () else f", axis={axes[0] if len(axes) == 1 else tuple(axes)}, keepdims=True"})'
    else:
        count = f'{w.np}sum({mask}, axis={axes[0] if len(axes) == 1 else tuple(axes)}, keepdims=True)'
    w.give(operand, g * Sum.of(Factor(mask, operand.shape, 'mask')) * w.factor(count, ()).inverse(), operand.shape)


@rule('prod')
def _prod(w, step, value, total):
    operand = step.operands[0]
    if np.any(np.asarray(operand.value) == 0):
        refuse('no text for a product with zeros yet')
    here = Here(w, step, value)
    axes = axes_of(step, len(operand.shape))
    keeps = step.plain('keepdims') is True
    g = spread_out(w, value, total * here.out, axes, operand.shape, keeps)
    w.give(operand, g * bracket(here.x).inverse(), operand.shape)


def turned_over(operand):
    """What an operand without a name is the transposed matrix of, or the stack of them; None where it is not."""
    if not isinstance(operand, Value) or operand.step is None or operand.wish is not None or operand.is_memory:
        return None
    step = operand.step
    inner = step.operands[0] if step.operands else None
    if not isinstance(inner, Value):
        return None
    rank = len(operand.shape)
    if step.operation == 'ndarray.T' and rank == 2 or step.operation == 'ndarray.mT':
        return inner
    if step.operation == 'numpy.swapaxes' and rank >= 2:
        if {step.plain('axis1') % rank, step.plain('axis2') % rank} == {rank - 1, rank - 2}:
            return inner
    return None


def transposed(w, operand):
    """The text of a matrix turned over."""
    inner = turned_over(operand)
    if inner is not None:
        return operand_name(w, inner)
    text = operand_name(w, operand)
    return text[:-2] if text.endswith('.T') else text + '.T'


def operand_name(w, operand):
    """The text of an operand in a product of the backward pass."""
    total = w.sum_of(operand)
    text = text_of(total)
    return text if is_name_like(text) else '(' + text + ')'


def argument(w, operand):
    return text_of(w.sum_of(operand))


@rule('dot', '@')
def _dot(w, step, value, total):
    a, b = step.operands[:2]
    x, y = a.shape, b.shape
    infix = step.operation == '@'

    def product(left, right):
        if infix:
            return f'{left} @ {right}'
        return f'{w.np}{"matmul" if step.operation == "numpy.matmul" else "dot"}({left}, {right})'
    if len(x) == 1 and len(y) == 1:
        here = Here(w, step, value)
        if w.is_active(a):
            w.give(a, w.product(total, bracket(here.y)), x)
        if w.is_active(b):
            w.give(b, w.product(total, bracket(here.x)), y)
        return
    if any(isinstance(o, Constant) and not np.any(o.value) for o in (a, b)):
        return
    g = w.text_name(value, total)
    if len(x) == 2 and len(y) == 2:
        g_turned = g[:-2] if g.endswith('.T') else g + '.T'
        if w.is_active(b):
            inner = turned_over(b)
            if inner is not None and len(b.consumers) == 1:
                w.give_text(inner, product(g_turned, operand_name(w, a)))
            else:
                w.give_text(b, product(transposed(w, a), g))
        if w.is_active(a):
            inner = turned_over(a)
            if inner is not None and len(a.consumers) == 1:
                w.give_text(inner, product(operand_name(w, b), g_turned))
            else:
                w.give_text(a, product(g, transposed(w, b)))
    elif len(x) == 2 and len(y) == 1:
        if w.is_active(b):
            w.give_text(b, product(transposed(w, a), g))
        if w.is_active(a):
            w.give_text(a, f'{w.np}outer({g}, {argument(w, b)})')
    elif len(x) == 1 and len(y) == 2:
        if w.is_active(b):
            w.give_text(b, f'{w.np}outer({argument(w, a)}, {g})')
        if w.is_active(a):
            w.give_text(a, product(operand_name(w, b), g))
    elif step.operation == 'numpy.dot' and len(y) == 2:
        if w.is_active(b):
            axes = tuple(range(len(x) - 1))
            w.give_text(b, f'{w.np}tensordot({argument(w, a)}, {g}, ({axes}, {axes}))')
        if w.is_active(a):
            w.give_text(a, product(g, transposed(w, b)))
    elif len(x) >= 2 and len(y) >= 2 and step.operation != 'numpy.dot':
        if w.is_active(a):
            _stacked(w, a, product(g, swapped(w, b)), value.shape[:-2])
        if w.is_active(b):
            inner = turned_over(b)
            if inner is not None and len(b.consumers) == 1 and len(y) > 2:
                g_turned = f'{w.np}swapaxes({g}, -1, -2)'
                _stacked(w, inner, product(g_turned, argument(w, a)), value.shape[:-2])
            else:
                _stacked(w, b, product(swapped(w, a), g), value.shape[:-2])
    else:
        refuse('no text for a product of these shapes yet')


def swapped(w, operand):
    if len(operand.shape) == 2:
        return transposed(w, operand)
    inner = turned_over(operand)
    if inner is not None:
        return operand_name(w, inner)
    return f'{w.np}swapaxes({argument(w, operand)}, -1, -2)'


def _stacked(w, operand, text, stack):
    """The sum over the axes of a stack of products along which an operand was repeated."""
    own = operand.shape[:-2]
    extra = len(stack) - len(own)
    if tuple(stack) == own:
        w.give_text(operand, text)
        return
    kept = [axis for axis in range(extra, len(stack)) if own[axis - extra] == 1 and stack[axis] != 1]
    if kept:
        text = f'{w.np}sum({text}, axis={tuple(kept)}, keepdims=True)'
    if extra:
        text = f'{w.np}sum({text}, axis={0 if extra == 1 else tuple(range(extra))})'
    w.give_text(operand, text)


@rule('outer')
def _outer(w, step, value, total):
    a, b = step.operands[:2]
    if len(a.shape) != 1 or len(b.shape) != 1:
        refuse('no text for outer of matrices yet')
    g = w.text_name(value, total)
    if w.is_active(a):
        w.give_text(a, f'{w.np}dot({g}, {argument(w, b)})')
    if w.is_active(b):
        w.give_text(b, f'{w.np}dot({g}.T, {argument(w, a)})')


@rule('einsum')
def _einsum(w, step, value, total):
    parts = step.operand('*')
    subscripts = step.operands[0]
    items = parts if isinstance(parts, list) else None
    if items is None or not isinstance(subscripts, Constant) or not isinstance(subscripts.value, str):
        refuse('no text for this form of einsum yet')
    text = subscripts.value.replace(' ', '')
    if '->' not in text or '.' in text:
        refuse('no text for einsum without an explicit result, or with an ellipsis, yet')
    inputs, output = text.split('->')
    inputs = inputs.split(',')
    if output == '' and len(items) == 2 and inputs[0] == inputs[1] and len(set(inputs[0])) == len(inputs[0]):
        for own, other in (items, items[::-1]):
            if w.is_active(own):
                w.give(own, w.product(total, bracket(w.sum_of(other))), own.shape)
        return
    g = w.text_name(value, total)
    for place, operand in enumerate(items):
        if not w.is_active(operand):
            continue
        own = inputs[place]
        others = [(letters, item) for other, (letters, item) in enumerate(zip(inputs, items)) if other != place]
        known = set(output).union(*[set(letters) for letters, _ in others])
        if len(set(own)) != len(own) or set(own) - known:
            refuse('no text for einsum with a diagonal, or a sum over an axis of one array alone, yet')
        terms = [output] + [letters for letters, _ in others]
        texts = [g] + [argument(w, item) for _, item in others]
        w.give_text(operand, f"{w.np}einsum('{','.join(terms)}->{own}', {', '.join(texts)})")


def reshaped(w, value, total, operand, text):
    """Gives a cotangent that is made of the result's by moving elements. text: of the name of that."""
    if total.shape == ():
        w.give(operand, total, operand.shape)
        return
    g = w.text_name(value, total)
    w.give(operand, w.factor(text(g), operand.shape, 'temporary'), operand.shape)


def shape_text(w, operand):
    return operand.name + '.shape' if operand.name is not None else str(operand.shape)


@rule('reshape', 'ndarray.reshape', 'ravel', 'ndarray.ravel', 'ndarray.flatten', 'squeeze', 'expand_dims', 'atleast_1d',
      'atleast_2d', 'atleast_3d')
def _reshape(w, step, value, total):
    operand = step.operands[0]
    if isinstance(operand, list) and len(operand) == 1:
        operand = operand[0]
    if step.plain('order') not in (None, 'C', 'K'):
        refuse('no text for a reshape in another order yet')
    if isinstance(value, list) or isinstance(operand, list):
        refuse(f'no text for {step.operation} of several arrays yet')
    reshaped(w, value, total, operand, lambda g: f'{g}.reshape({shape_text(w, operand)})')


@rule('ndarray.T')
def _turned(w, step, value, total):
    reshaped(w, value, total, step.operands[0], lambda g: g[:-2] if g.endswith('.T') else g + '.T')


@rule('transpose', 'ndarray.transpose', 'swapaxes', 'moveaxis', 'matrix_transpose', 'ndarray.mT', 'permute_dims')
def _permuted(w, step, value, total):
    operand = step.operands[0]
    rank = len(operand.shape)
    strides = np.arange(int(np.prod(operand.shape))).reshape(operand.shape)
    name = canonical(step.operation)
    if name == 'swapaxes':
        axes = [step.plain('axis1'), step.plain('axis2')]
        reshaped(w, value, total, operand, lambda g: f'{w.np}swapaxes({g}, {axes[0]}, {axes[1]})')
        return
    if name in ('matrix_transpose', 'ndarray.mT'):
        reshaped(w, value, total, operand, lambda g: f'{w.np}swapaxes({g}, -1, -2)')
        return
    if name == 'moveaxis':
        source, destination = step.operands[1].text, step.operands[2].text
        reshaped(w, value, total, operand, lambda g: f'{w.np}moveaxis({g}, {destination}, {source})')
        return
    axes = step.plain('axes', step.plain('*'))
    if isinstance(axes, tuple) and len(axes) == 1 and not isinstance(axes[0], int):
        axes = axes[0]
    if not axes:
        reshaped(w, value, total, operand, lambda g: g + '.T' if rank <= 2 else f'{w.np}transpose({g})')
        return
    axes = [axis % rank for axis in axes]
    inverse = tuple(axes.index(axis) for axis in range(rank))
    reshaped(w, value, total, operand, lambda g: f'{w.np}transpose({g}, {inverse})')


@rule('flip', 'fliplr', 'flipud')
def _flip(w, step, value, total):
    axis = step.plain('axis')
    name = canonical(step.operation)
    inside = '' if name != 'flip' or axis is None else f', axis={axis}'
    reshaped(w, value, total, step.operands[0], lambda g: f'{w.np}{name}({g}{inside})')


@rule('roll')
def _roll(w, step, value, total):
    shift, axis = step.plain('shift'), step.plain('axis')
    back_shift = tuple(-s for s in shift) if isinstance(shift, (tuple, list)) else -shift
    inside = '' if axis is None else f', axis={axis}'
    reshaped(w, value, total, step.operands[0], lambda g: f'{w.np}roll({g}, {back_shift}{inside})')


@rule('tril', 'triu')
def _triangle(w, step, value, total):
    k = step.plain('k', 0)
    name = canonical(step.operation)
    g = w.text_name(value, total)
    w.give_text(step.operands[0], f'{w.np}{name}({g}{f", {k}" if k else ""})')


@rule('diagonal')
def _diagonal(w, step, value, total):
    operand = step.operands[0]
    if len(operand.shape) != 2 or operand.shape[0] != operand.shape[1] or step.plain('offset', 0) != 0:
        refuse('no text for this diagonal yet')
    w.give_text(operand, f'{w.np}diag({w.text_name(value, total)})')


@rule('_linalg.solve')
def _solve(w, step, value, total):
    a, b = step.operands[:2]
    if len(a.shape) != 2:
        refuse('no text for stacks of equations yet')
    g = w.text_name(value, total)
    name = w.recording.fresh('solved')
    w.write(f'{name} = {w.np}linalg.solve({transposed(w, a)}, {g})', value.shape, name)
    if w.is_active(b):
        w.give_text(b, name, owns=False)
    if w.is_active(a):
        x = argument(w, value)
        if len(value.shape) == 1:
            w.give_text(a, f'-{w.np}outer({name}, {x})')
        else:
            w.give_text(a, f'-{w.np}dot({name}, {x}.T)')


@rule('_linalg.slogdet')
def _slogdet(w, step, value, total):
    a = step.operands[0]
    if len(a.shape) != 2 or value is not step.result[1]:
        refuse('no text for this determinant yet')
    w.give(a, total * w.factor(f'{w.np}linalg.inv({argument(w, a)}).T', a.shape), a.shape)


@rule('broadcast_to')
def _broadcast(w, step, value, total):
    w.give(step.operands[0], total, value.shape)


@rule('copy', 'ndarray.copy', 'array', 'asarray', 'ascontiguousarray', 'ndarray.astype', 'ndarray.item',
      'copy of memory', 'asanyarray', 'asfarray', 'ndarray.__array__')
def _copy(w, step, value, total):
    operand = step.operands[0]
    if isinstance(operand, list):
        _rows(w, operand, value, total)
        return
    if isinstance(operand, Value) and operand.shape != value.shape:
        reshaped(w, value, total, operand, lambda g: f'{w.np}reshape({g}, {shape_text(w, operand)})')
        return
    w.give(operand, total, value.shape)


def _rows(w, items, value, total):
    g = w.text_name(value, total) if total.shape != () else None
    for place, item in enumerate(items):
        if isinstance(item, list):
            refuse('no text for an array of nested lists yet')
        if w.is_active(item):
            part = total if g is None else w.factor(f'{g}[{place}]', item.shape, 'temporary')
            w.give(item, part, item.shape)


@rule('concatenate', 'stack')
def _joined(w, step, value, total):
    items = step.operands[0]
    axis = step.plain('axis', 0)
    if not isinstance(items, list) or axis is None:
        refuse('no text for a concatenation of this form yet')
    axis %= len(value.shape)
    g = w.text_name(value, total) if total.shape != () else None
    start = 0
    for item in items:
        size = 1 if canonical(step.operation) == 'stack' else item.shape[axis]
        if w.is_active(item):
            stop = start + size
            if canonical(step.operation) == 'stack':
                inside = ':, ' * axis + str(start)
            else:
                first = '' if start == 0 else start
                last = '' if stop == value.shape[axis] else stop
                inside = ':, ' * axis + f'{first}:{last}'
            part = total if g is None else w.factor(f'{g}[{inside}]', item.shape, 'temporary')
            w.give(item, part, item.shape)
        start += size


@rule('split', 'array_split', 'hsplit', 'vsplit', 'dsplit')
def _split(w, step, value, total):
    operand = step.operands[0]
    axis = {'hsplit': 1 if len(operand.shape) > 1 else 0, 'vsplit': 0, 'dsplit': 2}.get(
        canonical(step.operation), step.plain('axis', 0)) % len(operand.shape)
    start = 0
    for item in step.result:
        if item is value:
            break
        start += item.shape[axis]
    stop = start + value.shape[axis]
    first = '' if start == 0 else start
    last = '' if stop == operand.shape[axis] else stop
    scatter(w, operand, ':, ' * axis + f'{first}:{last}', value, total, False, False)


@rule('where')
def _where(w, step, value, total):
    condition = step.operands[0]
    text = w.operand_text(condition)
    if isinstance(condition, Value):
        refuse('no text for a condition of numbers yet')
    if np.asarray(condition.value).dtype != bool:
        text = f'{text} != 0'
    shape = np.shape(condition.value)
    for place, own in ((1, text), (2, negated(text))):
        operand = step.operands[place]
        if w.is_active(operand):
            w.give(operand, total * Sum.of(Factor(own, shape, 'mask')), value.shape)


def negated(text):
    match = re.match(r'^([^<>=!&|]+) (<=|>=|<|>|==|!=) ([^<>=!&|]+)$', text)
    if match:
        other = {'<': '>=', '>': '<=', '<=': '>', '>=': '<', '==': '!=', '!=': '=='}[match.group(2)]
        return f'{match.group(1)} {other} {match.group(3)}'
    return '~' + (text if is_name_like(text) else f'({text})')


@rule('[]')
def _item(w, step, value, total):
    base, key = step.operands
    text = key_text(w, key)
    index = key.value
    numbers = np.arange(int(np.prod(base.shape))).reshape(base.shape)[index]
    repeats = np.unique(numbers).size != np.size(numbers)
    if base.is_memory:
        g = w.plain_text(total)
        if repeats:
            w.write(f'{w.np}add.at({w.memory_cotangent(base).removesuffix("[...]")}, {key_as_value(w, text)}, {g})', None,
                    'd' + base.root.name)
        else:
            target = w.memory_cotangent(base).removesuffix('[...]')
            w.write(f'{target}[{text}] += {g}', None, 'd' + base.root.name)
        return
    one_a_row = (isinstance(index, tuple) and len(index) == 2 and len(base.shape) == 2
                 and not isinstance(index[0], (slice, int)) and not isinstance(index[1], (slice, int))
                 and np.ndim(index[1]) == 1 and np.ndim(index[0]) == 1
                 and len(index[0]) == base.shape[0] and bool(np.all(np.asarray(index[0]) == np.arange(base.shape[0]))))
    scatter(w, base, text, value, total, one_a_row, repeats, numbers)


def key_as_value(w, text):
    """The text of a key where it is an argument."""
    from autograd._recording import top_level
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


@rule('cumsum')
def _cumsum(w, step, value, total):
    operand, axis = step.operands[0], step.plain('axis')
    g = w.text_name(value, total)
    if len(operand.shape) == 1:
        w.give_text(operand, f'{w.np}cumsum({g}[::-1])[::-1]')
    elif axis is None:
        w.give_text(operand, f'{w.np}cumsum({g}[::-1])[::-1].reshape({shape_text(w, operand)})')
    else:
        w.give_text(operand, f'{w.np}flip({w.np}cumsum({w.np}flip({g}, {axis}), {axis}), {axis})')


@rule('sort')
def _sort(w, step, value, total):
    operand, axis = step.operands[0], step.plain('axis', -1)
    g = w.text_name(value, total)
    x = argument(w, operand)
    if axis is None:
        refuse('no text for sorting of all axes yet')
    order = f"{w.np}argsort({x}, axis={axis}, kind='stable')"
    w.give_text(operand, f'{w.np}take_along_axis({g}, {w.np}argsort({order}, axis={axis}), axis={axis})')


@rule('diff')
def _diff(w, step, value, total):
    operand = step.operands[0]
    if step.plain('n', 1) != 1 or step.plain('prepend') is not None or step.plain('append') is not None:
        refuse('no text for this form of diff yet')
    axis = step.plain('axis', -1) % len(operand.shape)
    for text, sign in ((':, ' * axis + '1:', 1), (':, ' * axis + ':-1', -1)):
        scatter(w, operand, text, value, total.scaled(sign), False, False)


@rule('linalg.norm')
def _norm(w, step, value, total):
    operand = step.operands[0]
    kind, axis = step.plain('ord'), step.plain('axis')
    if kind not in (None, 2, 'fro') or len(operand.shape) > 1 and axis is None and kind == 2:
        refuse('no text for this norm yet')
    if np.any(np.asarray(value.value) == 0):
        refuse('no text for the norm at zero yet')
    here = Here(w, step, value)
    axes = axes_of(step, len(operand.shape))
    part = w.product(total, here.out.inverse())
    g = spread_out(w, value, part, axes, operand.shape, step.plain('keepdims') is True)
    w.give(operand, g * bracket(here.x), operand.shape)


# Compositions that have formulas of their own

def fused(w, step):
    """The rule of a logistic function, by the names of its own result."""
    if step.operation != '/':
        return None
    above, below = step.operands
    value = step.result
    if isinstance(above, Value) or not isinstance(below, Value) or not _is_one(above) or len(below.consumers) != 1:
        return None
    inner = below.step
    if inner is None or inner.operation != '+' or below.wish is not None:
        return None
    parts = [o for o in inner.operands if isinstance(o, Value)]
    numbers = [o for o in inner.operands if isinstance(o, Constant)]
    if len(parts) != 1 or len(numbers) != 1 or not _is_one(numbers[0]):
        return None
    e = parts[0]
    if e.step is None or canonical(e.step.operation) != 'exp' or len(e.consumers) != 1 or e.wish is not None:
        return None
    z = e.step.operands[0]
    if not isinstance(z, Value) or z.step is None or z.shape != value.shape:
        return None

    def rule(total):
        out = w.sum_of(value)
        slope_of = out * bracket(one - out)
        if z.step.operation == 'neg' and z.wish is None and len(z.consumers) == 1:
            w.give(z.step.operands[0], w.product(total, slope_of), value.shape)
        else:
            w.give(z, -w.product(total, slope_of), value.shape)
    return rule


def _is_one(operand):
    return isinstance(operand, Constant) and np.ndim(operand.value) == 0 and operand.value == 1


# Writes

def back_write(w, step):
    target = step.operands[0]
    if not w.is_active(target.root) or target.root not in w.memories:
        return
    name = 'd' + target.root.name
    if step.operation in ('[]+=', '[]-='):
        value = step.operands[2]
        if w.is_active(value):
            part = w.memory_cotangent(target).removesuffix('[...]') + f'[{key_text(w, step.operands[1])}]'
            shape = np.shape(np.asarray(target.value)[step.operands[1].value])
            g = w.kept_part(part, shape)
            if value.shape == tuple(shape) and not value.is_leaf and not value.is_memory:
                w.give(value, g if step.operation == '[]+=' else -g, shape)
            else:
                w.give(value, g if step.operation == '[]+=' else -g, shape)
        return
    if step.operation != '[]=':
        _back_in_place(w, step, target, name)
        return
    value = step.operands[2]
    text = key_text(w, step.operands[1])
    part = w.memory_cotangent(target).removesuffix('[...]') + f'[{text}]'
    zeroes = w.is_read_before(step)
    if w.is_active(value):
        shape = np.shape(np.asarray(target.value)[step.operands[1].value])
        copied = zeroes and len(shape) > 0
        if value.shape == tuple(shape) and not zeroes and w.stored(value) is not None:
            w.give(value, w.factor(part, shape, 'temporary'), shape)
        elif value.shape == tuple(shape) and (not zeroes or not value.is_memory):
            w.give_text(value, part + ('.copy()' if copied else ''), owns=copied or shape == ())
        else:
            w.give(value, w.kept_part(part, shape) if zeroes else w.factor(part, shape, 'temporary'), shape)
    elif isinstance(value, list):
        refuse('no text for assigning a list yet')
    if zeroes:
        w.write(f'{part} = 0', None, name)


def _back_in_place(w, step, target, name):
    operator = step.operation[:-1]
    part = w.memory_cotangent(target)
    other = step.operands[1]
    plain = part.removesuffix('[...]')
    shape = target.shape
    if operator in '+-':
        if w.is_active(other):
            g = w.kept_part(plain, shape)
            w.give(other, g if operator == '+' else -g, shape)
        return
    if isinstance(other, Value) and other.root is target.root or isinstance(other, list):
        refuse('no text for this operation in place yet')
    if w.is_active(other) and operator in '*/':
        before, factor = w.memory_sum(target), bracket(w.sum_of(other))
        g = w.factor(plain, shape, 'temporary')
        if operator == '*':
            w.give(other, g * before, shape)
        else:
            w.give(other, -(g * before * factor.power(-2)), shape)
    text = w.operand_text(other) if isinstance(other, Constant) else text_of(w.sum_of(other))
    if operator in '*/':
        w.write(f'{part} {operator}= {text}', None, name)
        return
    refuse('no text for this operation in place yet')
