"""Operations that move entries without changing them."""

import numpy as np
from autograd._recording import Value, refuse
from autograd._sums import Factor, Sum
from autograd._texts.names import canonical
from autograd._texts.rules import negated, reshaped, rule, scatter, shape_text


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
