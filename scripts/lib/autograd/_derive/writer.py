"""The writer of the backward pass: it takes the steps from the last to the first."""

import re
from autograd._expressions import binding, stripped, word_pattern
import autograd._texts as _texts
from autograd._recording import Value, flat, literal_of, refuse
from autograd._sums import Sum, expanded, text_of
from fractions import Fraction
from autograd._derive.findings import Findings
from autograd._derive.operand_sums import OperandSums
from autograd._derive.reduced_sums import ReducedSums
from autograd._derive.spreading import Spreading

most_lines = 1000


class Again(Exception):
    """The text gets better where some more cotangents have names."""

    def __init__(self, values):
        self.values = values


class Line:
    def __init__(self, text, shape, target, group, leaf=None):
        self.text, self.shape, self.target, self.group, self.leaf = text, shape, target, group, leaf
        # The memory that the line adds to all of, what it adds, and the text of that alone.
        self.whole = None

    def reads(self, name):
        return name in word_pattern.findall(self.text)


class Writer(OperandSums, ReducedSums, Spreading, Findings):
    """Writes one derivation. plain: without shortcuts that take more than one rule."""

    def __init__(self, recording, forced, plain, is_invariant=False):
        self.recording, self.forced, self.plain = recording, forced, plain
        # Whether what subtracts the largest element is taken to depend on the differences alone, as softmax does.
        self.is_invariant = is_invariant
        self.texts = recording.texts
        self.np = self.texts.prefix
        self.lines = []
        self.pending = {}
        self.temporary = {}
        self.owned = set()
        self.through = {}
        self.quotients = {}
        self.group = 0
        self.active = set()
        self.needed = set()
        self.picked = {}
        self.snapshots = {}
        self.reading = None
        self.steps = recording.steps

    def need(self, value):
        """Asks for a value to stand in a variable of the forward pass."""
        if value.name is None:
            value.name = self.recording.fresh(self.hint(value))
        self.needed.add(value)
        return value.name

    def hint(self, value):
        if value.seen:
            return value.seen[0][1]
        step = value.step
        name = step.operation.split('.')[-1]
        operand = step.operands[0] if step.operands else None
        if name in ('reshape', 'ravel', 'flatten', 'T', 'transpose', 'swapaxes') and isinstance(operand, Value):
            if operand.name is not None and operand.wish is not None:
                return operand.name + ('_flat' if name in ('reshape', 'ravel', 'flatten') else '_T')
        if name in ('exp', 'log', 'sqrt', 'sin', 'cos', 'tanh', 'sum', 'mean', 'max', 'min', 'abs', 'norm', 'std', 'var', 'prod'):
            if isinstance(operand, Value) and operand.name is not None and operand.name.isidentifier():
                return f'{name}_{operand.name}'
            return {'sum': 'total', 'mean': 'average', 'max': 'largest', 'min': 'smallest', 'exp': 'e', 'sqrt': 'root',
                    'abs': 'size', 'sin': 'sine', 'cos': 'cosine', 'log': 'logarithm', 'tanh': 't', 'std': 'deviation', 'var': 'variance', 'prod': 'product'}.get(name, name)
        consumer = self.consumer(value)
        if consumer is not None and consumer.name is not None:
            digits = re.search(r'\d*$', consumer.name).group(0)
            if not digits and len(consumer.name) <= 2:
                return 'z_' + consumer.name
            wish = 'z' + digits
            return wish if wish not in self.recording.taken else 'z_' + consumer.name
        return {'/': 'ratio', '[]': 'part', 'dot': 'product', 'matmul': 'product'}.get(name, 'z')

    def consumer(self, value):
        """The variable that a value is on its way to."""
        seen = value
        for _ in range(6):
            if not seen.consumers:
                return None
            step = seen.consumers[0]
            seen = step.result if isinstance(step.result, Value) else None
            if seen is None or seen.wish is not None:
                return seen
        return None

    def expression(self, value, level=0):
        """The text of a value: its variable, or how it is computed. level: what it stands in binds so tightly."""
        if value.name is not None:
            return value.name
        return self.computed(value, level)

    def computed(self, value, level=0):
        text, own = _texts.forward(self, value.step, value)
        return '(' + text + ')' if own < level else text

    def operand_text(self, operand, level=0):
        if isinstance(operand, list):
            return '[' + ', '.join(self.operand_text(item) for item in operand) + ']'
        if isinstance(operand, Value):
            return self.expression(operand, level)
        text = operand.text if operand.text is not None else literal_of(operand.value)
        if text is None:
            text = repr(operand.value)
        if isinstance(operand.value, tuple) and stripped(text) == text and text != '()':
            text = '(' + text + ')'
        return '(' + text + ')' if level and binding(text) < level else text

    def is_active(self, operand):
        return isinstance(operand, Value) and operand in self.active

    def give(self, operand, total, full):
        """Adds to an operand's cotangent, which was repeated to a shape before it took part."""
        if not self.is_active(operand) or not total:
            return
        total = self.reduced(total, full, operand)
        if total is None:
            return
        if operand.is_memory:
            target = self.memory_cotangent(operand)
            last = self.lines[-1] if self.lines else None
            if last is not None and last.whole is not None and last.whole[0] is operand and operand.base is None:
                if not any(f.kind == 'scatter' for f in total.factors()) and not last.reads('d' + operand.root.name + '['):
                    total = last.whole[1] + total
                    self.lines.pop()
            negative = all(c < 0 for c in total.terms.values())
            text = self.plain_text(-total if negative else total)
            self.write(f'{target} {"-=" if negative else "+="} {text}', None, 'd' + operand.root.name)
            if operand.base is None:
                self.lines[-1].whole = (operand, total, self.sized_text(total, operand.shape, operand))
            return
        if operand.is_leaf and total.lone() is None and total.shape == operand.shape and self.mentions_cotangent(total):
            if not any(f.kind == 'scatter' for f in total.factors()):
                if operand in self.temporary and all(c < 0 for c in total.terms.values()):
                    self.give_text(operand, self.plain_text(-total), sign='-')
                else:
                    self.give_text(operand, self.plain_text(total))
                return
        self.pending[operand] = self.pending.get(operand, Sum()) + total
        kept = self.through.setdefault(operand, set())
        kept |= self.passing

    def give_text(self, operand, text, owns=True, sign='+'):
        """The same of an expression, which is written down at once."""
        if not self.is_active(operand):
            return
        if operand.is_memory:
            return self.write(f'{self.memory_cotangent(operand)} += {text}', None, 'd' + operand.root.name)
        name = self.temporary.get(operand)
        leaf = self.recording.leaves.index(operand) if operand.is_leaf else None
        if name is None:
            name = self.cotangent_name(operand)
            self.temporary[operand] = name
            self.write(f'{name} = {text}', operand.shape, name, leaf)
            if owns:
                self.owned.add(name)
        elif name in self.owned:
            self.write(f'{name} {sign}= {text}', operand.shape, name, leaf)
        else:
            self.write(f'{name} = {name} {sign} {text}', operand.shape, name, leaf)
            self.owned.add(name)

    def cotangent_name(self, value):
        if value.name is not None:
            wish = 'd' + value.name
        else:
            wish = 'd' + self.hint(value)
        name = wish
        if wish in self.recording.taken or wish in self.used_names:
            number = 1
            while name in self.recording.taken or name in self.used_names:
                number += 1
                name = f'{wish}{number}'
        self.used_names.add(name)
        return name

    def write(self, text, shape, target, leaf=None):
        if len(self.lines) >= most_lines:
            refuse(f'the backward pass takes more than {most_lines} lines: their text would be no help')
        self.lines.append(Line(text, shape, target, self.group, leaf))

    def backward(self):
        recording = self.recording
        self.used_names = set()
        self.passing = set()
        self.find_active()
        self.find_quotients()
        self.groups()
        result = recording.result
        self.start_memories()
        if result.is_memory:
            self.write(f'{self.memory_cotangent(result)} = 1', None, 'd' + result.root.name)
        else:
            self.pending[result] = Sum.number(Fraction(1))
        for step in reversed(self.steps):
            self.group = step.group
            self.reading = step
            if step.operation == 'constant':
                continue
            if step.is_write:
                self.passing = set()
                _texts.back_write(self, step)
                continue
            results = step.result if isinstance(step.result, list) else [step.result]
            for value in results[::-1]:
                if isinstance(value, Value) and value.step is step and not value.is_leaf:
                    self.back_through(step, value)
        self.group = -1
        for leaf in reversed(recording.leaves):
            self.finish(leaf)

    def back_through(self, step, value):
        if value.is_memory and value.base is not None:
            return
        total = self.pending.pop(value, Sum())
        name = self.temporary.get(value)
        if name is not None:
            total = self.factor(name, value.shape, 'temporary') + total
        if not total:
            return
        total = expanded(total)
        through = self.through.pop(value, set())
        longest, count = total.weight()
        if (longest > 3 or count > 3) and through and not self.plain:
            raise Again(through)
        is_named = value.wish is not None
        active = [operand for operand in flat(step.operands) if self.is_active(operand)]
        lone = total.lone()
        is_short = lone is not None or longest + count <= 2
        wide = [operand for operand in active if operand.shape != value.shape]
        has_scatter = any(f.kind == 'scatter' for f in total.factors())
        fused = self.fused.get(value)
        must = value in self.forced or self.plain and is_named
        if name is not None and lone is None:
            must = True
        if _texts.is_elementwise(step.operation) or fused:
            cancels = value.name is not None and any(
                f.text == value.name and p < 0 for product in total.terms for f, p in product)
            if len(active) > 1 and not is_short and not fused and not cancels and not rows_only(self, total, value, active) and not _texts.is_linear_product(self, step, value):
                must = True
            rows = has_scatter and all(f.is_one_a_row for f in total.factors() if f.kind == 'scatter') and all(
                o.shape == value.shape or o.shape == value.shape[:1] + (1,) for o in active)
            if wide and value.shape and step.operation in ('+', '-') and (lone is None or has_scatter) and total.shape and not rows:
                must = True
        if must and total.value() is None or value in self.forced:
            total = self.named(value, total)
            through = set()
        elif is_named:
            through = through | {value}
        self.passing = through
        if fused:
            fused(total)
            return
        _texts.back(self, step, value, total)

    def finish(self, leaf):
        name = self.temporary.get(leaf)
        total = self.pending.pop(leaf, Sum())
        leaf.gradient_name = name
        if leaf.is_memory:
            return
        if name is None:
            name = self.cotangent_name(leaf)
            self.temporary[leaf] = leaf.gradient_name = name
        elif not total:
            return
        else:
            if name in self.owned:
                total = self.factor(name, leaf.shape, 'temporary') + expanded(total)
            else:
                self.write(f'{name} = {name} + {self.plain_text(expanded(total))}', leaf.shape, name,
                           self.recording.leaves.index(leaf))
                return
        self.spread(name, expanded(total), leaf.shape, leaf)

    def text_name(self, value, total):
        """The cotangent of a value as the text of something that a function reads."""
        lone = total.lone()
        if lone is not None and lone.shape == value.shape and lone.kind != 'scatter':
            return lone.text
        return text_of(self.named(value, total))


def rows_only(writer, total, value, active):
    """Whether a cotangent is zero but at an element of each row, and what reads it adds the rows up."""
    found = [f for f in total.factors() if f.kind == 'scatter']
    return bool(found) and not writer.plain and len(value.shape) == 2 and all(f.is_one_a_row for f in found) and any(
        o.shape == value.shape[:1] + (1,) for o in active)
