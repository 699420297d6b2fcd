"""Matrix products, einsum and linear systems."""

import numpy as np
from autograd._recording import Constant, refuse
from autograd._sums import bracket
from autograd._texts.expressions import argument, operand_name, turned_over
from autograd._texts.rules import Here, rule, swapped, transposed


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
    if value is step.result[0]:
        return
    if len(a.shape) != 2:
        refuse('no text for determinants of stacks yet')
    w.give(a, total * w.factor(f'{w.np}linalg.inv({argument(w, a)}).T', a.shape), a.shape)
