"""derive: the text of a forward and a backward pass, tried before it is shown."""

import re
import numpy as np
from autograd._expressions import word_pattern
import autograd._texts as _texts
from autograd._derive import Again, Derivation, Writer
from autograd._recording import Constant, Recording, Value, flat, refuse

_width = 72


def derive(function, *args, argnum=None):
    """See autograd.derive."""
    if not args:
        raise TypeError('derive() needs the arguments to call the function with')
    if argnum is None:
        found = tuple(number for number, value in enumerate(args) if _is_float(value))
        if not found:
            raise TypeError('derive: no argument is made of floats (write 8.0, not 8)')
        argnum = found[0] if len(found) == 1 else found
    recording = Recording(function, args, argnum, _texts.whole)
    shifts = any(step.operation in ('numpy.max', 'numpy.min') for step in recording.steps)
    for plain, is_invariant in ((False, True), (False, False), (True, False)):
        if is_invariant and not shifts:
            continue
        try:
            source = written(recording, plain, is_invariant)
        except (IndexError, KeyError, AttributeError, ValueError, TypeError):
            if _debug:
                raise
            continue
        result = finished(recording, source, argnum, args)
        problem = differs(recording, result)
        if problem is None:
            return result
        if _debug:
            print(source)
            print('#', problem)
    names = sorted({step.operation.replace('numpy.', '') for step in recording.steps})
    refuse(f'no text for this function yet: what was written of {", ".join(names)} does not give its gradients')


# Something here prints what was tried in vain.
_debug = []


def _is_float(value):
    if isinstance(value, (tuple, list)):
        return len(value) > 0 and any(_is_float(item) for item in value)
    if isinstance(value, dict):
        return any(_is_float(item) for item in value.values())
    if isinstance(value, np.ndarray):
        return value.dtype.kind == 'f'
    return isinstance(value, float) or isinstance(value, np.floating)


def written(recording, plain, is_invariant=False):
    """The source, with names for as many cotangents as make it readable."""
    forced = set()
    for _ in range(60):
        reset(recording)
        writer = Writer(recording, forced, plain, is_invariant)
        try:
            writer.backward()
            return Program(writer).source()
        except Again as again:
            if again.values <= forced:
                raise
            forced |= again.values
    refuse('the text does not get simple')


def reset(recording):
    for value in recording.values:
        if value.wish is None and not value.is_leaf and value.name is not None:
            recording.taken.discard(value.name)
            value.name = None


class Program:
    """The lines of a derivation in order."""

    def __init__(self, writer):
        self.writer, self.recording = writer, writer.recording
        self.lines = ordered(writer.lines, len(self.recording.leaves))

    def source(self):
        lines = self.settle_copies(self.settle_memories(self.lines))
        words = set()
        for line in lines:
            words.update(word_pattern.findall(line.text))
        result = self.recording.result
        for value in self.recording.values:
            if value.wish is None and not value.is_leaf and value.name is not None and value.name not in words:
                if not getattr(value, 'is_wanted', False):
                    value.name = None
        if result.name is None:
            result.name = self.recording.fresh('loss' if result.shape == () else 'result')
        forward = self.forward(words)
        text = []
        if self.writer.texts.numpy is None and any('np.' in line for line, _ in forward + [(l.text, 0) for l in lines]):
            text.append('import numpy as np')
            text.append('')
        text.append('# forward')
        text += aligned(forward)
        text.append('')
        text.append('# backward')
        text += aligned([(line.text, line.shape) for line in lines])
        return '\n'.join(text) + '\n'

    def settle_memories(self, lines):
        """Zeros to whose whole something is added at once are that."""
        lines = list(lines)
        for line in list(lines):
            if not re.match(r'^d\w+ = (\w+\.)?zeros_like\(\w+\)$', line.text):
                continue
            place = lines.index(line)
            later = [other for other in lines[place + 1:] if other.reads(line.target)]
            if later and later[0].whole is not None:
                value, total, text = later[0].whole
                lone = total.lone()
                later[0].text = f'{line.target} = {text}' + ('.copy()' if lone is not None and lone.shape == value.shape else '')
                later[0].shape = value.shape
                lines.remove(line)
        return lines

    def settle_copies(self, lines):
        """A cotangent that begins as a value of the forward pass takes that over where nothing reads it later."""
        for number, line in enumerate(lines):
            if '\0' not in line.text:
                continue
            name = line.text.split('\0')[1].strip()
            is_alive = any(later.reads(name) for later in lines[number + 1:])
            made = {value.name: value for value in self.recording.values}
            if is_alive or name not in made or made[name].is_leaf:
                name += '.copy()'
            line.text = line.text.split('\0')[0] + name
        return lines

    def forward(self, words):
        """The statements of the forward pass that the result or the backward pass needs."""
        recording, writer = self.recording, self.writer
        wanted = set()
        waiting = [recording.result]
        waiting += [value for value in recording.values if value.name is not None and value.name in words]
        waiting += [value for value in recording.values if getattr(value, 'is_wanted', False)]
        writes = {}
        for step in recording.steps:
            if step.is_write:
                writes.setdefault(step.operands[0].root, []).append(step)
        while waiting:
            value = waiting.pop()
            if value in wanted:
                continue
            wanted.add(value)
            if value.base is not None:
                waiting.append(value.root)
            for step in writes.get(value, ()):
                waiting += [o for o in flat(step.operands) if isinstance(o, Value)]
            if value.step is not None:
                waiting += [o for o in flat(value.step.operands) if isinstance(o, Value)]
        lines = list(self.unpacking(words, wanted))
        statements = {}
        snapshots = sorted(writer.snapshots.values(), key=lambda entry: entry[0])
        for step in recording.steps:
            while snapshots and snapshots[0][0] <= step.number:
                _, name, source, shape = snapshots.pop(0)
                lines.append((f'{name} = {source}.copy()', shape))
            if step.is_write:
                target = step.operands[0]
                if target.root in wanted:
                    self.texts_before(step, lines, statements)
                    if step.before is not None:
                        lines.append((step.before, None))
                    lines.append((self.write_text(step), None))
                continue
            for value in step.result if isinstance(step.result, list) else [step.result]:
                if isinstance(value, Value) and value in wanted and value.name is not None and value.step is step:
                    text = writer.computed(value)
                    lines += self.statements_in(text, statements)
                    lines.append((f'{value.name} = {text}', value.shape))
        late = set(self.writer.texts.statements) - set(statements)
        early = []
        for name in late:
            if any(name in word_pattern.findall(line.text) for line in self.lines):
                early += self.statements_in(name, statements)
        return early + lines

    def texts_before(self, step, lines, statements):
        for operand in step.operands[1:]:
            if isinstance(operand, Constant) and operand.text:
                lines += self.statements_in(operand.text, statements)

    def statements_in(self, text, statements):
        """The function's own statements for its constants that a text names."""
        result = []
        known = self.writer.texts.statements
        for word in word_pattern.findall(text):
            if word in known and word not in statements:
                line = known[word][0]
                for part in line.split(' = ', 1)[0].split(','):
                    statements[part.strip()] = True
                result += self.statements_in(line.split(' = ', 1)[1], statements)
                result.append((line, None))
        return result

    def write_text(self, step):
        writer = self.writer
        target = step.operands[0]
        name = target.root.name + target.path
        if step.operation.startswith('[]'):
            key = _texts.key_text(writer, step.operands[1])
            return f'{name}[{key}] {step.operation[2:]} {writer.operand_text(step.operands[2])}'
        suffix = '' if target.path == '' or target.path.endswith(']') else '[...]'
        return f'{name}{suffix} {step.operation} {writer.operand_text(step.operands[1])}'

    def unpacking(self, words, wanted):
        """What takes the leaves out of the arguments they came in."""
        recording = self.recording
        numbers = recording.argnum if isinstance(recording.argnum, (tuple, list)) else (recording.argnum,)
        parameters = recording.parameter_names()
        for number in numbers:
            given = recording.arguments[number]
            parameter = parameters[number] if number < len(parameters) else parameters[-1]
            leaves = [leaf for leaf in recording.leaves if inside(leaf.value, given)]
            if isinstance(given, (tuple, list)) and len(leaves) <= 12:
                names = unpacked(given, leaves)
                if names is not None:
                    yield (f'{names[1:-1]} = {parameter}', None)
                    continue
            for leaf in leaves:
                path = ''.join(f'[{part!r}]' for part in leaf.path_of_leaf)
                if leaf.name != parameter + path:
                    yield (f'{leaf.name} = {parameter}{path}', leaf.shape)


def unpacked(given, leaves):
    """The targets of an assignment that takes a structure apart; None where that is not one of tuples and lists."""
    parts = []
    for item in given:
        if isinstance(item, (tuple, list)):
            inner = unpacked(item, leaves)
            if inner is None:
                return None
            parts.append(inner)
        elif isinstance(item, dict):
            return None
        else:
            found = [leaf.name for leaf in leaves if leaf.value is item]
            parts.append(found[0] if found else '_')
    return '(' + ', '.join(parts) + (',' if len(parts) == 1 else '') + ')'


def inside(value, structure):
    if isinstance(structure, (tuple, list)):
        return any(inside(value, item) for item in structure)
    if isinstance(structure, dict):
        return any(inside(value, item) for item in structure.values())
    return value is structure


def ordered(lines, count):
    """The lines of a gradient before those of a cotangent that is handed on, within one statement; and those in the order
    of the arguments."""
    lines = list(lines)
    changed = True
    rounds = 0
    while changed and rounds < len(lines) + 2:
        changed, rounds = False, rounds + 1
        for place in range(1, len(lines)):
            upper, lower = lines[place - 1], lines[place]
            if lower.group != upper.group or lower.leaf is None or lower.group < 0:
                continue
            if lower.reads(upper.target) or upper.target == lower.target or upper.reads(lower.target):
                continue
            if upper.leaf is None and not upper.text.startswith(upper.target + ' = '):
                continue
            if upper.leaf is None or upper.leaf > lower.leaf:
                lines[place - 1], lines[place] = lower, upper
                changed = True
    return lines


def aligned(lines):
    """Statements with their shapes behind them."""
    width = max([len(text) for text, shape in lines if shape is not None and len(text) <= _width] + [0])
    result = []
    for text, shape in lines:
        if shape is None:
            result.append(text)
        else:
            result.append(f'{text.ljust(width)}  # {shape_of(shape)}')
    return result


def shape_of(shape):
    return str(tuple(shape)) if shape else 'a number'


def finished(recording, source, argnum, args):
    names = [recording_name(recording, leaf) for leaf in recording.leaves]
    numbers = argnum if isinstance(argnum, (tuple, list)) else (argnum,)
    taken = iter(names)
    structure = [structured(args[number], taken) for number in numbers]
    structure = structure[0] if not isinstance(argnum, (tuple, list)) else tuple(structure)
    scope = {**recording.texts.captured, **recording.texts.kept}
    if recording.texts.is_bare:
        for word in set(word_pattern.findall(source)):
            if hasattr(np, word) and word not in recording.taken and word not in scope and word not in recording.texts.globals:
                scope[word] = getattr(np, word)
    return Derivation(source, names, structure, scope, recording.parameter_names(), recording.function, args)


def recording_name(recording, leaf):
    return leaf.gradient_name


def structured(value, names):
    if isinstance(value, (tuple, list)):
        return type(value)(structured(item, names) if _is_float(item) or isinstance(item, (tuple, list)) else item
                           for item in value)
    if isinstance(value, dict):
        return {key: structured(item, names) for key, item in value.items()}
    return next(names)


def differs(recording, result):
    """What is wrong with a derivation; None where its gradients are those of grad."""
    scope = result.scope()
    try:
        exec(result.source, scope)
        own = result.gradients_in(scope)
    except Exception as problem:
        return f'{type(problem).__name__}: {problem}'
    name = recording.result.name
    if name in scope and compared(scope[name], recording.value) is not None:
        return 'the forward pass gives another result'
    return compared(own, recording.gradient)


def compared(own, other):
    if isinstance(own, (tuple, list)):
        for a, b in zip(own, other):
            problem = compared(a, b)
            if problem is not None:
                return problem
        return None
    if isinstance(own, dict):
        return compared([own[key] for key in own], [other[key] for key in own])
    if isinstance(own, str):
        return None
    if np.shape(own) != np.shape(other):
        return f'shape {np.shape(own)} instead of {np.shape(other)}'
    scale = np.max(np.abs(other)) if np.size(other) else 0.0
    distance = np.max(np.abs(np.asarray(own) - np.asarray(other))) if np.size(other) else 0.0
    if not distance <= 1e-12 * max(1.0, scale):
        return f'a gradient is off by {distance}'
    return None
