"""Sums, means, extremes, products, running sums and norms."""

import numpy as np
from fractions import Fraction
from autograd._recording import Value, refuse
from autograd._sums import Factor, Sum, bracket, text_of
from autograd._texts.rules import Here, axes_of, rule, shape_text, spread_out


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
