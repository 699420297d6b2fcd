"""What a function did with the arrays that it was called with, in the names of its own program: what derive reads."""

import inspect
import re
import numpy as np
import _autograd

_word = re.compile(r'[A-Za-z_][A-Za-z_0-9]*')
_assigned = re.compile(r'^\s*([A-Za-z_][A-Za-z_0-9]*)\s*=\s*$')
most_steps = 2000


class Value:
    """A value that depends on the arguments: what an operation made, or a leaf."""

    def __init__(self, value, step=None):
        self.value, self.step = value, step
        self.shape = np.shape(value)
        self.name = None
        # The variables that it was seen in: the depth of the call and the name.
        self.seen = []
        self.uses = 0
        self.is_leaf = False
        self.is_constant = False
        # A view: what of, and the text behind that.
        self.base, self.path = None, ''
        self.places = None
        # Whether its memory is written to, and so its cotangent stands in memory of the same layout.
        self.is_memory = False

    @property
    def root(self):
        value = self
        while value.base is not None:
            value = value.base
        return value


class Constant:
    """An operand that depends on no argument."""

    def __init__(self, value, text=None, step=None):
        self.value, self.text, self.step = value, text, step
        self.shape = np.shape(value) if isinstance(value, (np.ndarray, np.generic, int, float)) else ()


class Step:
    """An operation: its name, its operands by their names, and the place in the program."""

    def __init__(self, operation, operands, names, result, places, number):
        self.operation, self.raw, self.names, self.result = operation, operands, names, result
        self.places, self.number = places, number
        self.operands = []
        self.statement = number
        self.callee = None
        # A statement that has to come first.
        self.before = None

    def operand(self, name, default=None):
        for known, operand in zip(self.names, self.operands):
            if known == name:
                return operand
        return default

    def plain(self, name, default=None):
        """An operand that has to be a constant, as its value."""
        operand = self.operand(name)
        return operand.value if isinstance(operand, Constant) else default


def refuse(what):
    raise NotImplementedError('derive: ' + what)


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
        value, self.gradient = _autograd.gradient(run, argnums, args, {}, 1)
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


# Texts of operands

def outside_strings(text):
    """The places and characters outside strings, with the number of brackets around each; a bracket is inside its own
    only where it closes."""
    depth, quote, place = 0, '', 0
    while place < len(text):
        character = text[place]
        if quote:
            if character == '\\':
                place += 1
            elif character == quote:
                quote = ''
        elif character in '"\'':
            quote = character
        else:
            yield place, character, depth
            if character in '([{':
                depth += 1
            elif character in ')]}':
                depth -= 1
        place += 1


def top_level(text):
    """The places and characters outside brackets and strings."""
    for place, character, depth in outside_strings(text):
        if depth == 0 and character not in '([{)]}':
            yield place, character


def split_commas(text):
    parts, start = [], 0
    for place, character in top_level(text):
        if character == ',':
            parts.append(text[start:place].strip())
            start = place + 1
    rest = text[start:].strip()
    return parts + ([rest] if rest else [])


def stripped(text):
    """Without brackets around the whole."""
    text = text.strip()
    while text.startswith('(') and text.endswith(')') and not list(top_level(text)) and ',' not in text:
        text = text[1:-1].strip()
    return text


def split_binary(text, operator):
    """The texts left and right of the operator that is computed last; None where it is another one."""
    text = stripped(text)
    found = None
    for place, character in top_level(text):
        if text[place:place + len(operator)] != operator:
            continue
        if operator == '*' and (text[place:place + 2] == '**' or text[place - 1:place] == '*'):
            continue
        if operator == '/' and (text[place:place + 2] == '//' or text[place - 1:place] == '/'):
            continue
        if operator in '+-':
            before = text[:place].rstrip()
            if not before or before[-1] in '+-*/%@(,=<>&|^':
                continue
            if before[-1] in 'eE' and re.search(r'(^|[^A-Za-z_0-9])[0-9.]+[eE]$', before):
                continue
        found = place
        if operator == '**':
            break
    if found is None:
        return None
    return text[:found].strip(), text[found + len(operator):].strip()


def split_last_bracket(text, opening):
    """The text before the bracket that ends the text, and inside it."""
    text = text.strip()
    closing = {'(': ')', '[': ']'}[opening]
    if not text.endswith(closing):
        return None
    found = None
    for place, character, depth in outside_strings(text):
        if depth == 0 and character in '([{':
            found = place
    return (text[:found], text[found + 1:-1]) if found is not None and text[found] == opening else None


class Texts:
    """The texts of operands in the function's own names, each tried before it is believed."""

    def __init__(self, recording):
        self.recording = recording
        function = recording.function
        self.globals = getattr(function, '__globals__', {})
        self.captured = {}
        code = getattr(function, '__code__', None)
        for name, cell in zip(getattr(code, 'co_freevars', ()), getattr(function, '__closure__', None) or ()):
            try:
                self.captured[name] = cell.cell_contents
            except ValueError:
                pass
        self.arguments = dict(zip(recording.parameter_names(), recording.args))
        # Texts of statements that stand for local variables, and constants without any text.
        self.statements = {}
        self.kept = {}
        self.source_lines = None
        self.numpy = self.numpy_name()
        # Where the function calls `tanh` by that name alone, its text does.
        self.is_bare = self.numpy is None and any(calls_bare(step) for step in recording.steps)
        self.prefix = '' if self.is_bare else (self.numpy or 'np') + '.'

    def numpy_name(self):
        for name in ['np', 'anp', 'numpy'] + list(self.globals):
            value = self.globals.get(name, self.captured.get(name))
            if getattr(value, '__name__', None) in ('numpy', 'autograd.numpy') and inspect.ismodule(value):
                return name
        return None

    # The places of operands

    def describe(self, step):
        """Gives the constant operands of a step their texts."""
        if not step.places:
            return
        for place, operand in enumerate(step.operands):
            self.give(step, operand, step.texts.get(place))

    def give(self, step, operand, text):
        if isinstance(operand, list):
            inner = split_commas(stripped_list(text)) if text else []
            for number, item in enumerate(operand):
                self.give(step, item, inner[number] if len(inner) == len(operand) else None)
        elif isinstance(operand, Constant):
            if text is not None and '"' not in text and "'" not in text:
                text = re.sub(r'\s*,\s*(?!$)', ', ', text.strip())
            operand.text = self.constant(operand.value, text, step)

    def operand_texts(self, step):
        place = step.places[0]
        before, text, after = place[1], place[2], place[3]
        operation = step.operation
        if operation == '[]=':
            split = split_last_bracket(text, '[')
            value = after.split('=', 1)[1].strip() if re.match(r'^\s*=[^=]', after) else None
            return ({1: split[1]} if split else {}) | ({2: value} if value else {}), None
        if operation == '[]':
            split = split_last_bracket(text, '[')
            return ({1: split[1]} if split else {}), None
        if step.names:
            return self.call_texts(step, text)
        if len(step.operands) == 2:
            operator = operation.rstrip('=') if operation.endswith('=') else operation
            assigned = text.split(operator + '=', 1)
            if len(assigned) == 2 and re.match(r'^[A-Za-z_0-9.\[\], :]+$', assigned[0].strip()):
                return {0: assigned[0].strip(), 1: assigned[1].strip()}, None
            split = split_binary(text, operator)
            if split:
                return {0: split[0], 1: split[1]}, None
        return {}, None

    def call_texts(self, step, text):
        split = split_last_bracket(text, '(')
        if not split:
            return {}, None
        callee, inside = split
        given = split_commas(inside)
        result, position = {}, 0
        if callee.split('.')[-1] != step.operation.split('.')[-1]:
            return {}, None
        owner = callee.rsplit('.', 1)[0] if '.' in callee else ''
        owner_value = self.evaluate(owner, step) if owner else None
        if owner and not inspect.ismodule(owner_value):
            result[0], position = owner, 1
        for argument in given:
            match = re.match(r'^([A-Za-z_][A-Za-z_0-9]*)\s*=([^=].*)$', argument, re.S)
            if match and match.group(1) in step.names:
                result[step.names.index(match.group(1))] = match.group(2).strip()
            elif argument.startswith('*'):
                break
            else:
                result[position] = argument
                position += 1
        return result, callee

    def path_of(self, value):
        step = value.step
        if step.operation == '[]':
            return '[' + step.operands[1].text + ']'
        if step.operation == 'ndarray.T':
            return '.T'
        if step.operation in ('ndarray.reshape', 'numpy.reshape', 'numpy.ravel', 'ndarray.ravel'):
            return f'.reshape({value.shape if len(value.shape) != 1 else -1})'
        refuse('no text for writing into what is a view by ' + step.operation + ' yet')

    # Constants

    def evaluate(self, text, step):
        try:
            names = {**self.globals, **self.captured, **step.places[0][4]}
            return eval(text.strip(), names)
        except Exception:
            return None

    def constant(self, value, text, step):
        """The text of a constant: a name, the program's own expression, a literal, or a name that derive keeps."""
        is_own = len(step.places) == 1
        if isinstance(value, np.ndarray):
            name = self.name_of(value, step)
            if name is not None:
                return name
        if text is not None:
            found = self.believed(value, text, step, is_own)
            if found is not None:
                return found
        literal = literal_of(value)
        if literal is not None:
            return literal
        if isinstance(value, np.ndarray):
            found = self.part_of(value, step)
            if found is not None:
                return found
            if value.ndim == 1 and 0 < value.size <= 10 and value.dtype == np.int64:
                return f'{self.prefix}array({value.tolist()})'
            if value.size and not np.any(value) and value.dtype in (np.float64, np.bool):
                kind = '' if value.dtype == np.float64 else ', dtype=bool'
                return f'{self.prefix}zeros({value.shape}{kind})'
        if isinstance(value, tuple):
            parts = [self.constant(item, None, step) for item in value]
            return ', '.join(parts) if len(parts) > 1 else parts[0] + ','
        return self.keep(value, text, step)

    def part_of(self, value, step):
        """A row of an array, or an entry of a list, that has a name: what a loop over that reads."""
        frame = step.places[-1][4]
        for names in (self.arguments, self.captured, self.globals):
            for name, known in names.items():
                if names is not self.arguments and name in frame or frame.get(name, known) is not known:
                    continue
                if isinstance(known, (list, tuple)) and len(known) < 1000:
                    for place, item in enumerate(known):
                        if item is value:
                            return f'{name}[{place}]'
                elif isinstance(known, np.ndarray) and known.ndim == value.ndim + 1 and known.shape[1:] == value.shape:
                    if np.shares_memory(known, value):
                        for place in range(len(known)):
                            if np.shares_memory(known[place], value) and same(known[place], value):
                                return f'{name}[{place}]'
        return None

    def name_of(self, value, step):
        frame = step.places[-1][4]
        for name, known in frame.items():
            if known is value and self.stands_for(name, value, step):
                return name
        for names in (self.captured, self.globals):
            for name, known in names.items():
                if known is value and name not in frame:
                    return name
        return None

    def stands_for(self, name, value, step):
        """Whether a local variable of the function can be named in the text."""
        if name in self.arguments:
            return self.arguments[name] is value or same(self.arguments[name], value)
        return self.statement_of(name, value, step)

    def statement_of(self, name, value, step):
        """Finds the statement that makes a local variable of constants; False where that is not simple."""
        if name in self.statements:
            return same(self.statements[name][1], value)
        if name in self.recording.taken:
            return False
        if self.source_lines is None:
            try:
                self.source_lines = inspect.getsource(self.recording.function).split('\n')
            except (OSError, TypeError):
                self.source_lines = []
        pattern = re.compile(r'^(\s+)((?:[A-Za-z_]\w*\s*,\s*)*[A-Za-z_]\w*)\s*=\s*([^=].*)$')
        found = []
        for number, line in enumerate(self.source_lines):
            match = pattern.match(line)
            if match and name in [part.strip() for part in match.group(2).split(',')]:
                found.append((number, match))
            elif re.match(r'^\s*(for|with|import|def|class)\b.*\b' + name + r'\b', line) and ':' in line:
                return False
            elif re.match(r'^\s*' + name + r'\s*[-+*/]=', line):
                return False
        if len(found) != 1:
            return False
        number, match = found[0]
        text = re.sub(r'\s+#.*$', '', match.group(3))
        if match.group(1) != self.indentation() or 'random' in text:
            return False
        saved = dict(self.statements)
        expression = self.renamed(text, step, is_own=True, exclude=name)
        if expression is None:
            return False
        try:
            scope = {**self.globals, **self.captured, **step.places[-1][4]}
            scope.pop(name, None)
            exec(f'{match.group(2)} = {text}', scope)
        except Exception:
            self.statements = saved
            return False
        if not same(scope[name], value):
            self.statements = saved
            return False
        line = f'{match.group(2)} = {expression}'
        for part in match.group(2).split(','):
            self.statements[part.strip()] = (line, scope[part.strip()], number)
            self.recording.taken.add(part.strip())
        return True

    def indentation(self):
        inside = False
        for line in self.source_lines:
            if inside and line.strip() and not line.strip().startswith(('#', '"', "'")):
                return re.match(r'^\s*', line).group(0)
            if line.rstrip().endswith(':'):
                inside = True
        return ''

    def believed(self, value, text, step, is_own):
        """The program's own expression, with the numbers of its loops for their variables; None where it is not it."""
        is_key = step.operation in ('[]', '[]=')
        try:
            scope = {**self.globals, **self.captured, **step.places[0][4]}
            made = eval(f'_key_of[{text}]', {**scope, '_key_of': _Key()}) if is_key else eval(text.strip(), scope)
        except Exception:
            return None
        if not same(made, value):
            return self.mask_of_memory(value, text, step) if is_own and is_key else None
        result = self.renamed(text, step, is_own)
        if result is None and is_own and is_key:
            return self.mask_of_memory(value, text, step)
        if result is not None and result != text:
            literal = literal_of(value)
            if literal is not None and (not is_own or not _word.findall(re.sub(r'[0-9.]+e[0-9]+', '', result))):
                return literal
            if literal is not None and is_key and re.search(r'[0-9] *[-+*]', result):
                return literal
        return result

    def mask_of_memory(self, value, text, step):
        """A name for a condition on what is written to afterwards; the forward pass computes it in its place."""
        if not isinstance(value, np.ndarray) or value.dtype != bool or not step.is_write:
            return None
        frame = step.places[0][4]
        for word in _word.findall(text):
            known = self.recording.by_id.get(id(frame.get(word)))
            if known is not None and (known.root.name != word or known.root is not step.operands[0].root):
                return None
            if known is None and word in frame and not isinstance(frame[word], (int, float)):
                return None
        name, number = 'mask', 1
        while name in self.recording.taken or name in self.globals or name in self.arguments:
            number += 1
            name = f'mask{number}'
        self.recording.taken.add(name)
        step.before = f'{name} = {text}'
        return name

    def renamed(self, text, step, is_own, exclude=None):
        """An expression in names that the text of the whole knows; None where there is one that it does not."""
        frame = step.places[0][4]
        failed = []

        def replaced(match):
            word, start = match.group(0), match.start()
            before = text[:start].rstrip()
            after = text[match.end():].lstrip()
            if before.endswith('.') and not before.endswith('..') or before[-1:] in '"\'' and before[-1:]:
                return word
            if after.startswith('=') and not after.startswith('==') and before[-1:] in '(,':
                return word
            if word in ('if', 'else', 'and', 'or', 'not', 'in', 'is', 'None', 'True', 'False', 'for', 'lambda', 'e', 'j'):
                if word not in frame:
                    return word
            if word not in frame:
                return word
            known = frame[word]
            traced = self.recording.by_id.get(id(known))
            if traced is not None:
                if traced.name is None or traced.is_memory:
                    failed.append(word)
                traced.is_wanted = True
                return traced.name or word
            if isinstance(known, (bool, int, str)) and not (is_own and word in self.arguments):
                if is_own and word != exclude and self.statement_of(word, known, step):
                    return word
                return repr(known) if known is not None else word
            if is_own and word != exclude and self.stands_for(word, known, step):
                return word
            if isinstance(known, np.ndarray):
                name = self.name_of(known, step)
                if name is not None:
                    return name
            elif isinstance(known, float):
                return repr(known)
            failed.append(word)
            return word
        result = _word.sub(replaced, text)
        return None if failed else result

    def keep(self, value, text, step):
        """A name for a constant that nothing else can be said of."""
        for name, known in self.kept.items():
            if known is value or same(known, value):
                return name
        wish = text.strip() if text and text.strip().isidentifier() else 'constant'
        name, number = wish, 1
        while name in self.recording.taken or name in self.globals or name in self.arguments:
            number += 1
            name = f'{wish}{number}'
        self.recording.taken.add(name)
        self.kept[name] = np.array(value) if isinstance(value, np.ndarray) else value
        return name


def calls_bare(step):
    if not step.places or not step.operation.startswith('numpy.') or len(step.places) > 1:
        return False
    return step.places[0][2].startswith(step.operation[6:] + '(')


class _Key:
    def __getitem__(self, key):
        return key


def stripped_list(text):
    text = text.strip()
    return text[1:-1] if text[:1] in '[(' and text[-1:] in '])' else text


def same(left, right):
    """Whether two constants are equal in all they have."""
    if left is right:
        return True
    if isinstance(left, np.ndarray) or isinstance(right, np.ndarray):
        if np.shape(left) != np.shape(right):
            return False
        try:
            return bool(np.all((np.asarray(left) == np.asarray(right))))
        except Exception:
            return False
    if isinstance(left, (tuple, list)) and isinstance(right, (tuple, list)):
        return len(left) == len(right) and all(same(a, b) for a, b in zip(left, right))
    try:
        return bool(left == right)
    except Exception:
        return False


def literal_of(value):
    """A constant as a literal; None where that is none, or long."""
    if value is None or value is Ellipsis or isinstance(value, (bool, int, str)):
        return '...' if value is Ellipsis else repr(value)
    if isinstance(value, (np.integer, np.bool)):
        return repr(value.item())
    if isinstance(value, float):
        text = repr(float(value))
        return text if text not in ('inf', '-inf', 'nan') else f"float('{text}')"
    if isinstance(value, slice):
        parts = ['' if part is None else literal_of(part) for part in (value.start, value.stop, value.step)]
        if None in parts:
            return None
        return ':'.join(parts[:2]) + (':' + parts[2] if parts[2] else '')
    if isinstance(value, (tuple, list)):
        parts = [literal_of(item) for item in value]
        if not parts:
            return '()' if isinstance(value, tuple) else '[]'
        if None in parts or len(parts) > 20:
            return None
        if isinstance(value, list):
            return '[' + ', '.join(parts) + ']'
        return ', '.join(parts) + (',' if len(parts) == 1 else '')
    if isinstance(value, range):
        return repr(value)
    if isinstance(value, np.dtype) or isinstance(value, type):
        return repr(getattr(value, 'name', getattr(value, '__name__', None)))
    return None
