"""Every function of NumPy's that has a derivative: derive gives a text whose gradients are grad's, or says clearly that it
has none yet. The cases are those of Tests/Differential/derivatives.py. With names of functions it prints the texts of these;
with `part 0 4` it takes every fourth function."""
import os
import sys
import numpy as np
from autograd import derive

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, '..', 'Differential', 'derivatives.py')) as file:
    text = file.read()
exec(text[:text.rindex('\n\nmain()')].replace('from autograd.test_util import check_grads', ''))


def loss_of(function):
    def loss(*arguments):
        result = function(*arguments)
        return np.sum(result * np.cos(np.arange(float(np.size(result)))).reshape(np.shape(result)))
    return loss


texts, refused, wrong = 0, {}, 0
names = sys.argv[1:]
part, parts = 0, 1
if names[:1] == ['part']:
    part, parts, names = int(names[1]), int(names[2]), []
for number, (name, function) in enumerate(functions()):
    if number % parts != part:
        continue
    for wrap, *arguments in CASES.get(name, ()):
        if names and name not in names:
            continue
        try:
            derived = derive(loss_of(wrap(function) if wrap else function), *arguments)
            texts += 1
            if names:
                print(derived)
        except NotImplementedError as error:
            if not str(error).startswith('derive: no text for'):
                wrong += 1
                print(f'{name}: {error}')
            else:
                refused.setdefault(name, str(error)[8:])
        except Exception as error:
            wrong += 1
            print(f'{name}: {type(error).__name__}: {error}')
for name in sorted(refused):
    print(f'{name}: {refused[name]}')
print(f'{texts} texts, {len(refused)} functions without one yet, {wrong} wrong')
