"""What the programs here share: a derivation is printed, run as a program, and compared with grad."""

import numpy as np
from autograd import derive, grad


def leaves(value):
    if isinstance(value, (tuple, list)):
        return [leaf for item in value for leaf in leaves(item)]
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    return [value]


def show(function, *args, argnum=None):
    derived = derive(function, *args, argnum=argnum)
    print(derived)
    if argnum is None:
        floats = tuple(n for n, a in enumerate(args) if not isinstance(a, int)
                       and (not isinstance(a, np.ndarray) or a.dtype.kind == 'f'))
        argnum = floats if len(floats) > 1 else floats[0]
    scope = derived.scope()
    exec(derived.source, scope)
    expected = leaves(grad(function, argnum)(*args))
    assert len(derived.gradients) == len(expected), derived.gradients
    for name, right in zip(derived.gradients, expected):
        own = scope[name]
        assert np.shape(own) == np.shape(right), (name, np.shape(own), np.shape(right))
        distance = np.max(np.abs(own - right), initial=0.0)
        assert distance <= 1e-12 * max(1.0, np.max(np.abs(right), initial=0.0)), (name, distance)
    print('# gradients:', ', '.join(derived.gradients))
    print()
