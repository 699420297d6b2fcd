"""Entries chosen by index: items, sorting, differences, and writes in place."""

import numpy as np
from autograd._recording import Constant, Value, refuse
from autograd._sums import bracket, text_of
from autograd._texts.expressions import argument, key_text
from autograd._texts.rules import key_as_value, rule, scatter


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
