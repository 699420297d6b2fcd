"""What an operation computes, as a text."""

import numpy as np
from autograd._expressions import binding
from autograd._recording import Constant, Value, literal_of, refuse
from autograd._sums import text_of
from autograd._texts.names import _defaults, _operators, _quiet, canonical


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


def is_name_like(text):
    return binding(text) == 4


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


def operand_name(w, operand):
    """The text of an operand in a product of the backward pass."""
    total = w.sum_of(operand)
    text = text_of(total)
    return text if is_name_like(text) else '(' + text + ')'


def argument(w, operand):
    return text_of(w.sum_of(operand))
