"""Operands as texts in the names of the function that was run."""

import inspect
import re
import numpy as np
from autograd._expressions import split_binary, split_commas, split_last_bracket, stripped_list, word_pattern
from autograd._recording.literals import literal_of, same
from autograd._recording.steps import Constant, refuse

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
            if literal is not None and (not is_own or not word_pattern.findall(re.sub(r'[0-9.]+e[0-9]+', '', result))):
                return literal
            if literal is not None and is_key and re.search(r'[0-9] *[-+*]', result):
                return literal
        return result

    def mask_of_memory(self, value, text, step):
        """A name for a condition on what is written to afterwards; the forward pass computes it in its place."""
        if not isinstance(value, np.ndarray) or value.dtype != bool or not step.is_write:
            return None
        frame = step.places[0][4]
        for word in word_pattern.findall(text):
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
        result = word_pattern.sub(replaced, text)
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
