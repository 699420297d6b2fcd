"""The cotangent of a value, handed on to the operands of its step."""

import numpy as np
from autograd._recording import Constant, Value, refuse
from autograd._sums import bracket, text_of
from autograd._texts.names import canonical, is_constant
from autograd._texts.rules import Here, _rules, _slopes, one


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
