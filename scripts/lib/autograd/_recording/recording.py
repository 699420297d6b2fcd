"""One run of a function: its steps, and the names of their values."""

import inspect
import re
import numpy as np
import _autograd
from autograd._recording.operand_texts import Texts
from autograd._recording.steps import Constant, Step, Value, flat, refuse

_augmented = ('+', '-', '*', '/', '//', '%', '**', '@')
_assigned = re.compile(r'^\s*([A-Za-z_][A-Za-z_0-9]*)\s*=\s*$')
most_steps = 2000


class Recording:
    def __init__(self, function, args, argnum, whole):
        self.function, self.args, self.whole = function, args, whole
        self.by_id = {}
        self.alive = []
        self.steps = []
        self.leaves = []
        self.befores = {}
        self.locals = {}
        self.first_locals = None
        numbers = argnum if isinstance(argnum, (tuple, list)) else (argnum,)

        def run(*inner):
            for number in numbers:
                self.number = number % len(inner)
                self.add_leaves(inner[number], ())
            self.arguments = inner
            _autograd.observe(self.note, whole)
            try:
                result = function(*inner)
            finally:
                _autograd.observe(None)
            self.result = self.value_of(result)
            self.result_value = result
            return result

        argnums = tuple(numbers) if isinstance(argnum, (tuple, list)) else argnum
        self.value, self.gradient = _autograd.gradient(run, argnums, args, {}, 1)
        self.argnum = argnum
        if self.result is None:
            refuse('the result does not depend on the arguments')
        self.steps = collapsed(self.steps)
        for number, step in enumerate(self.steps):
            step.number = number
        self.texts = Texts(self)
        self.find_names()
        for step in self.steps:
            self.texts.describe(step)
        self.find_additions()
        self.find_repetitions()
        self.name_old_values()
        for value in self.values:
            value.is_memory = value.root.is_memory
            if value.is_memory and value.base is not None:
                value.path = value.base.path + self.texts.path_of(value)

    # While the function runs

    def add_leaves(self, value, path):
        if isinstance(value, (tuple, list)):
            for place, item in enumerate(value):
                self.add_leaves(item, path + (place,))
        elif isinstance(value, dict):
            for key, item in value.items():
                self.add_leaves(item, path + (key,))
        elif isinstance(value, np.ndarray) or _autograd.is_traced(value):
            leaf = Value(value)
            leaf.is_leaf, leaf.path_of_leaf, leaf.argument = True, path, self.number
            self.alive.append(value)
            self.by_id[id(value)] = leaf
            self.leaves.append(leaf)

    def value_of(self, value):
        return self.by_id.get(id(value))

    def note(self, told):
        operation, operands, names, result, places, traced = told
        operation = operation.replace(' or pow()', '')
        if operation[:-1] in _augmented and operation[-1] == '=' and result is not operands[0]:
            # A number: the variable gets a new one.
            operation = operation[:-1]
        if operation == 'before':
            # An array of constants that is written to: what was in it.
            target = operands[0]
            known = Value(target)
            known.is_constant = True
            known.initial = np.array(target)
            self.alive.append(target)
            self.by_id[id(target)] = known
            known.step = Step('constant', (), (), known, places, len(self.steps))
            known.step.is_write = False
            self.steps.append(known.step)
            return
        if len(self.steps) >= most_steps:
            refuse(f'the function takes more than {most_steps} operations: their text would be no help')
        self.see(places)
        step = Step(operation, operands, names, None, places, len(self.steps))
        step.by_id = self.by_id
        for operand, is_traced in zip(operands, traced):
            step.operands.append(self.operand(operand, is_traced))
        self.alive.append((operands, result))
        is_write = operation == '[]=' or operation.endswith('=') and result is operands[0]
        if is_write:
            target = step.operands[0]
            if isinstance(target, Constant):
                return
            if operation != '[]=' and self.is_alone(target):
                # All of an array that nothing else is a view of: its next value.
                step.operation, step.is_write = operation[:-1], False
                self.steps.append(step)
                step.result = Value(result, step)
                self.by_id[id(result)] = step.result
                return
            step.is_write = True
            target.root.is_memory = True
            self.steps.append(step)
            return
        step.is_write = False
        self.steps.append(step)
        if isinstance(result, (tuple, list)):
            step.result = [self.make(item, step) for item in result]
        else:
            step.result = self.make(result, step)

    def find_additions(self):
        """`y[i] = y[i] + x`, which `y[i] += x` is, as one step."""
        dropped = set()
        for place, step in enumerate(self.steps):
            if step.operation != '[]=' or place < 2 or not isinstance(step.operands[2], Value):
                continue
            addition = step.operands[2].step
            if addition is not self.steps[place - 1] or addition.operation not in ('+', '-'):
                continue
            first = addition.operands[0]
            if not isinstance(first, Value) or first.step is None or first.step.operation != '[]':
                continue
            item = first.step
            key, own = step.operands[1], item.operands[1]
            if item.operands[0] is step.operands[0] and isinstance(key, Constant) and key.text == own.text:
                if first is addition.operands[1] or step.operands[2].seen or first.seen:
                    continue
                numbers = np.arange(int(np.prod(step.operands[0].shape))).reshape(step.operands[0].shape)[own.value]
                if np.unique(numbers).size != np.size(numbers) or np.shape(numbers) != step.operands[2].shape:
                    continue
                step.operation = '[]' + addition.operation + '='
                step.operands[2] = addition.operands[1]
                dropped |= {addition, item}
        self.steps = [step for step in self.steps if step not in dropped]
        for number, step in enumerate(self.steps):
            step.number = number

    def find_repetitions(self):
        """What is computed twice of the same values, and has no name of its own the second time, is taken from the first."""
        known, other, kept = {}, {}, []
        memories = any(step.is_write for step in self.steps)

        def settled(operand):
            if isinstance(operand, list):
                return [settled(item) for item in operand]
            return other.get(operand, operand) if isinstance(operand, Value) else operand

        for step in self.steps:
            step.operands = [settled(operand) for operand in step.operands]
            value = step.result
            if isinstance(value, Value) and value.step is step and value.base is None and not memories:
                parts = [step.operation]
                for operand in step.operands:
                    if isinstance(operand, list) or isinstance(operand, Constant) and operand.text is None:
                        parts = None
                        break
                    parts.append(id(operand) if isinstance(operand, Value) else operand.text)
                if parts is not None and np.ndim(value.value) > 0:
                    first = known.setdefault(tuple(parts), value)
                    if first is not value and value.wish is None and value is not self.result:
                        other[value] = first
                        continue
            kept.append(step)
        self.steps = kept
        for number, step in enumerate(kept):
            step.number = number
        self.values = [value for value in self.values if value not in other]

    def name_old_values(self):
        """What is made of an array's elements and used after a write to it gets a name, so that it stands before that."""
        writes = [(step.number, step.operands[0].root) for step in self.steps if step.is_write]
        if not writes:
            return
        uses = {}
        for step in self.steps:
            for operand in flat(step.operands):
                if isinstance(operand, Value):
                    uses[operand] = step.number
        for value in self.values:
            if value.name is None and value.base is None and value.step is not None and value in uses:
                sources = self.sources_of(value)
                if any(value.step.number < number < uses[value] and root in sources for number, root in writes):
                    value.wish = value.name = self.fresh('old')

    def sources_of(self, value):
        """The arrays that the text of a value reads."""
        found, waiting = set(), [value]
        while waiting:
            step = waiting.pop().step
            for operand in flat(step.operands) if step is not None else ():
                if isinstance(operand, Value):
                    found.add(operand.root)
                    if operand.name is None or operand.base is not None:
                        waiting.append(operand)
        return found

    def is_alone(self, target):
        if target.is_leaf or target.base is not None or target.is_memory:
            return False
        return not any(isinstance(value, Value) and value.base is target
                       for step in self.steps for value in [step.result])

    def operand(self, value, is_traced):
        known = self.by_id.get(id(value)) if isinstance(value, np.ndarray) or is_traced else None
        if known is not None:
            return known
        if isinstance(value, (list, tuple)) and is_traced:
            return [self.operand(item, _autograd.is_traced(item) or id(item) in self.by_id) for item in value]
        if isinstance(value, tuple):
            return Constant(value)
        if is_traced:
            refuse('an array comes from an operation that was not heard of')
        return Constant(value)

    def make(self, result, step):
        known = self.by_id.get(id(result))
        if known is not None:
            # The function gave back its own argument.
            return known
        made = Value(result, step)
        if isinstance(result, np.ndarray) and step.operation != 'numpy.broadcast_to':
            for operand in step.operands:
                if isinstance(operand, Value) and isinstance(operand.value, np.ndarray) and np.ndim(result) > 0:
                    if np.shares_memory(result, operand.value):
                        made.base = operand
        if isinstance(result, np.ndarray) or isinstance(result, (float, complex, np.generic)):
            self.by_id[id(result)] = made
        return made

    def see(self, places):
        if places:
            # The last reading of a variable takes its value out of it.
            own = places[-1][4]
            for name, value in self.locals.items():
                if value is not None and own.get(name, 0) is None:
                    own[name] = value
            self.locals = own
        for depth, place in enumerate(reversed(places)):
            if depth and str(getattr(place[0], '__module__', '')).startswith(('autograd', 'numpy', '_numpy')):
                continue
            for name, value in place[4].items():
                known = self.by_id.get(id(value))
                if known is not None and (depth, name) not in known.seen:
                    known.seen.append((depth, name))

    # Afterwards

    def find_names(self):
        """The variable that the function itself keeps each value in; the same name twice gets numbers."""
        values = list(self.leaves)
        for step in self.steps:
            self.restore_variables(step)
        for step in self.steps:
            results = step.result if isinstance(step.result, list) else [step.result]
            values += [value for value in results if isinstance(value, Value)]
        self.values = values
        for value in values:
            own = [name for depth, name in value.seen if depth == 0]
            value.wish = own[0] if own else None
        last = {}
        for step in self.steps:
            for depth, place in enumerate(step.places[::-1]):
                if depth > 0:
                    break
                match = _assigned.match(place[1])
                rest = place[3].strip()
                if match and (not rest or rest.startswith('#') or rest.startswith(';')):
                    last[(place[1], place[2])] = step
                    if len(step.places) == 1 and isinstance(step.result, Value) and step.result.wish is None:
                        step.result.wish = match.group(1)
        for (before, _), step in last.items():
            if isinstance(step.result, Value) and step.result.wish is None:
                step.result.wish = _assigned.match(before).group(1)
        for leaf in self.leaves:
            if leaf.wish is None:
                path = leaf.path_of_leaf
                if path and isinstance(path[-1], str) and path[-1].isidentifier():
                    leaf.wish = path[-1]
                else:
                    leaf.wish = self.parameter_names()[leaf.argument] + ''.join(f'{part}' for part in path)
        counts = {}
        for value in values:
            if value.wish is not None:
                counts.setdefault(value.wish, []).append(value)
        taken = set(counts)
        for wish, sharing in counts.items():
            if len(sharing) == 1:
                sharing[0].name = wish
                continue
            start = 0
            if sharing[0].is_leaf and not sharing[1].is_leaf:
                sharing[0].name = wish
                sharing = sharing[1:]
            separator = '_' if wish[-1].isdigit() else ''
            for value in sharing:
                start += 1
                while f'{wish}{separator}{start}' in taken:
                    start += 1
                value.name = f'{wish}{separator}{start}'
                taken.add(value.name)
        self.taken = taken

    def restore_variables(self, step):
        """Puts operands back into the variables that the operation took them out of, as their last reading."""
        if not step.places:
            return
        texts, step.callee = self.texts.operand_texts(step)
        step.texts = texts
        frame = step.places[0][4]
        for place, text in texts.items():
            if text.isidentifier() and frame.get(text, 0) is None and place < len(step.operands):
                operand = step.operands[place]
                frame[text] = step.raw[place]
                if str(getattr(step.places[0][0], '__module__', '')).startswith(('autograd', 'numpy', '_numpy')):
                    continue
                if isinstance(operand, Value) and (len(step.places) - 1, text) not in operand.seen:
                    operand.seen.append((len(step.places) - 1, text))

    def parameter_names(self):
        """The names of the positional arguments, those of *args by their numbers."""
        try:
            parameters = list(inspect.signature(self.function).parameters.values())
        except (TypeError, ValueError):
            parameters = []
        names = []
        for parameter in parameters:
            if parameter.kind == parameter.VAR_POSITIONAL:
                names += [f'{parameter.name}{number}' for number in range(len(self.args) - len(names))]
            elif parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
                names.append(parameter.name)
        return names + [f'x{number}' for number in range(len(names), len(self.args))]

    def fresh(self, wish):
        """A name that nothing has."""
        name, number = wish, 1
        while name in self.taken or self.texts.globals.get(name, self.function) is not self.function:
            number += 1
            name = f'{wish}{number}'
        self.taken.add(name)
        return name


# Functions of NumPy's that are written in the language, and are one operation to a reader: by the variable that has
# their operands.
_collected = {('numpy', 'einsum'): 'operands', ('numpy.linalg', 'norm'): ('x', 'ord', 'axis', 'keepdims')}


def collapsed(steps):
    """The steps with those that were taken inside such a function in one."""
    result, group = [], None
    for step in steps:
        found = None
        for depth in range(len(step.places)):
            function = step.places[depth][0]
            key = (getattr(function, '__module__', None), getattr(function, '__name__', None))
            if key in _collected:
                found = (depth, key)
        if found is None:
            group = None
            result.append(step)
            continue
        depth, key = found
        outside = step.places[depth + 1:]
        activation = (key, len(outside), outside[0][1:4] if outside else None)
        frame, variables = step.places[depth][4], _collected[key]
        operands = frame.get(variables) if isinstance(variables, str) else [frame.get(name) for name in variables]
        if group is None or group[0] != activation:
            names = ('subscripts', '*') if isinstance(variables, str) else variables
            made = Step('.'.join(key), (), names, None, outside, 0)
            made.is_write = False
            group = (activation, made, operands)
            result.append(made)
            if not isinstance(variables, str):
                first = step.operands[0] if operands[0] is None else step.by_id.get(id(operands[0]))
                made.operands = [first] + [Constant(item) for item in operands[1:]]
                made.raw = tuple(operands)
                if step.result is not None and step.result is not first:
                    made.result = step.result
                    step.result.step = made
                continue
            inner = [step.by_id.get(id(item)) or Constant(item) for item in operands[1:]]
            made.operands = [Constant(operands[0]), inner]
            made.raw = (operands[0], tuple(operands[1:]))
        made = group[1]
        if isinstance(step.result, Value) and not isinstance(step.result.value, tuple):
            if step.result.step is step and (np.shape(step.result.value) != () or isinstance(step.result.value, (float, np.ndarray))):
                made.result = step.result
                step.result.step, step.result.base = made, None
    return result
