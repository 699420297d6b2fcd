"""The examples of autograd's docstrings, which the reference shows. `nn autograd_examples.py`"""

import inspect

import numpy as np
import autograd
import autograd.extend
import autograd.misc.flatten
import autograd.test_util

MODULES = (autograd, autograd.extend, autograd.test_util, autograd.misc.flatten)
NAMES = {name: value for module in MODULES for name, value in vars(module).items() if not name.startswith('_')}


def answer(code, scope):
    """The text of an example's value; an empty one for a statement."""
    try:
        value = eval(code, scope)
    except SyntaxError:
        exec(code, scope)
        return ''
    return '' if value is None else repr(value)


def wrong_examples(name, text):
    """The examples of a docstring that give something else, and how many there are."""
    scope, wrong, count = {**NAMES, 'np': np}, [], 0
    for block in text.split('\n\n'):
        if not block.startswith('>>>'):
            continue
        for example in block[4:].split('\n>>> '):
            code, _, expected = example.partition('\n')
            count += 1
            own = answer(code, scope)
            if own != expected:
                wrong.append(f'{name}: {code}\n{own}')
    return wrong, count


total, wrong = 0, []
for name, value in sorted(NAMES.items()):
    text = inspect.getdoc(value) if callable(value) else None
    if text and '>>>' in text:
        found, count = wrong_examples(name, text)
        total += count
        wrong += found
print('\n'.join(wrong))
print(f'{total} examples, {len(wrong)} wrong')
