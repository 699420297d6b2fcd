"""The backward pass of a function as a program that one reads: derive. A recording says what the function did; here the
cotangents are carried back as sums of products (autograd._sums), each operation by its text (autograd._texts), and
written down where a product of matrices, a sum or a choice reads them."""

import builtins
import re
import numpy as np
import autograd._texts as _texts
from autograd._recording import Constant, Recording, Value, literal_of, refuse, split_binary, stripped, top_level
from autograd._sums import Factor, Sum, bracket, broadcast, expanded, factored, multiply, product_text, text_of
from fractions import Fraction

most_lines = 1000
_word = re.compile(r'[A-Za-z_][A-Za-z_0-9]*')


class Derivation:
    """A forward and a backward pass as a program: print it, run() it, or exec its source with the names it reads."""

    def __init__(self, source, names, structure, scope, parameters, function, arguments):
        self.source = source
        # The names of the gradients, in the structure of the arguments they belong to.
        self.names = structure
        self.gradients = names
        self.parameters = parameters
        # What the program reads besides the arguments: constants, captured variables.
        self.constants = scope
        self._function, self._arguments = function, arguments

    def __str__(self):
        return self.source

    def __repr__(self):
        return self.source

    def scope(self, *args):
        """The names that the program reads, for exec: those of the function, and its arguments."""
        names = dict(getattr(self._function, '__globals__', {}))
        names.update(self.constants)
        given = args if args else self._arguments
        names.update(zip(self.parameters, given))
        names.update(self.constants)
        return names

    def run(self, *args):
        """Runs the program on arguments of the same shapes (those that it was derived with if there are none), and
        gives the gradients."""
        scope = self.scope(*args)
        exec(self.source, scope)
        return _filled(self.names, scope)


def _filled(names, scope):
    if isinstance(names, str):
        return scope[names]
    if isinstance(names, dict):
        return {key: _filled(item, scope) for key, item in names.items()}
    return type(names)(_filled(item, scope) for item in names)


class _Again(Exception):
    """The text gets better where some more cotangents have names."""

    def __init__(self, values):
        self.values = values


class Line:
    def __init__(self, text, shape, target, group, leaf=None):
        self.text, self.shape, self.target, self.group, self.leaf = text, shape, target, group, leaf
        # The memory that the line adds to all of, what it adds, and the text of that alone.
        self.whole = None

    def reads(self, name):
        return name in _word.findall(self.text)


class Writer:
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

    # The forward pass

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

    # Formulas

    def factor(self, text, shape, kind=None):
        return Sum.of(Factor(text, shape, kind or ('scalar' if tuple(shape) == () else 'value')))

    def sum_of(self, operand):
        """A value of the forward pass in a formula."""
        if isinstance(operand, list):
            refuse('no text for an operand that is a list yet')
        if isinstance(operand, Constant):
            return self.constant_sum(operand)
        value = operand
        if value.is_memory:
            return self.memory_sum(value)
        if value.name is not None:
            self.need(value)
            return self.factor(value.name, value.shape, 'value')
        step = value.step
        name = step.operation
        kept = self.stored(value)
        if kept is not None:
            return self.factor(kept, value.shape, 'value')
        if value.base is not None and value.base.name is not None and not value.is_memory and name != '[]':
            text = _texts.forward(self, step, value)[0]
            self.need(value.base)
            if binding(text) == 4:
                return self.factor(text, value.shape)
        if name == 'neg':
            return -self.sum_of(step.operands[0])
        if name in ('*', '/', '+', '-') and self.is_simple(step.operands[0]) and self.is_simple(step.operands[1]):
            left, right = self.sum_of(step.operands[0]), self.sum_of(step.operands[1])
            if name == '*' and (left.shape == () or right.shape == ()):
                return left * right
            if name == '/' and right.is_product and right.shape == ():
                return left * right.inverse()
            if name in '+-':
                return bracket(left + right if name == '+' else left - right)
        if name == '[]' and isinstance(step.operands[0], Value) and step.operands[0].root.name is not None:
            base = step.operands[0]
            if base.is_memory and isinstance(step.operands[1], Constant):
                later = [s for s in self.steps[step.number:] if s.is_write and s.operands[0].root is base.root]
                own = set(self.places_of(base, step.operands[1].value).tolist())
                if not any(own & self.written_by(s) for s in later):
                    return self.factor(f'{self.need(base.root)}{base.path}[{step.operands[1].text}]', value.shape, 'value')
                self.need(value)
                return self.factor(value.name, value.shape, 'value')
            if base.name is None:
                self.need(value)
                return self.factor(value.name, value.shape, 'value')
            key = step.operands[1]
            if isinstance(key, Constant) and not base.is_memory:
                self.need(base)
                return self.factor(f'{base.name}[{key.text}]', value.shape)
        self.need(value)
        return self.factor(value.name, value.shape, 'value')

    def stored(self, value):
        """The element of memory that a value without a name was assigned to, where it stays."""
        if value.wish is not None or len(value.consumers) != 1 or value.consumers[0].operation != '[]=':
            return None
        step = value.consumers[0]
        target, key = step.operands[:2]
        if step.operands[2] is not value or not isinstance(key, Constant) or not isinstance(target, Value):
            return None
        if target.root not in self.memories or np.shape(np.asarray(target.value)[key.value]) != value.shape:
            return None
        own = set(self.places_of(target, key.value).tolist())
        if any(own & self.written_by(s) for s in self.steps[step.number + 1:]
               if s.is_write and s.operands[0].root is target.root):
            return None
        return f'{self.need(target.root)}{target.path}[{key.text}]'

    def memory_sum(self, value):
        """Memory as it was when the operation read it: a copy, where something is written there later."""
        number = self.reading.number if value.step is not self.reading else self.reading.number + 1
        writes = [step.number for step in self.steps if step.is_write and step.operands[0].root is value.root]
        if not any(write >= number for write in writes):
            text = self.need(value.root) + value.path
            return self.factor(text, value.shape, 'value')
        version = (value, len([write for write in writes if write < number]))
        if version not in self.snapshots:
            name = self.recording.fresh(value.name or self.hint(value))
            self.snapshots[version] = (number, name, self.need(value.root) + value.path, value.shape)
        return self.factor(self.snapshots[version][1], value.shape, 'value')

    def is_simple(self, operand):
        if isinstance(operand, Constant):
            return True
        return isinstance(operand, Value) and operand.name is not None

    def constant_sum(self, operand):
        value = operand.value
        text = operand.text if operand.text is not None else literal_of(value)
        if text is None:
            text = repr(value)
        return self.parsed(text, value)

    def parsed(self, text, value):
        """A constant's text as a sum: numbers, products and differences apart."""
        text = stripped(text)
        shape = np.shape(value)
        try:
            number = float(text)
            if number == number and abs(number) != float('inf'):
                return Sum.number(Fraction(number))
        except ValueError:
            pass
        for operators in (('+', '-'), ('*', '/')):
            for operator in operators:
                split = split_binary(text, operator)
                if not split or not split[0]:
                    continue
                other = split_binary(text, [o for o in operators if o != operator][0])
                if other and other[0] and len(other[0]) > len(split[0]):
                    continue
                if operators[0] == '*' and (split_binary(text, '@') or split_binary(text, '%') or '//' in text):
                    break
                parts = [self.evaluated(part) for part in split]
                if parts[0] is None or parts[1] is None:
                    break
                left, right = self.parsed(split[0], parts[0]), self.parsed(split[1], parts[1])
                if operator == '+':
                    return bracket(left + right)
                if operator == '-':
                    return bracket(left - right)
                if operator == '*':
                    return bracket(left) * bracket(right)
                right = bracket(right)
                if right.is_product:
                    return bracket(left) * right.inverse()
        if text.startswith('-') and binding(text) == 2.5:
            inner = self.evaluated(text[1:])
            if inner is not None:
                return -self.parsed(text[1:], inner)
        if binding(text) < 4:
            text = '(' + text + ')'
        return self.factor(text, shape)

    def evaluated(self, text):
        scope = {**self.texts.globals, **self.texts.captured, **self.texts.arguments, **self.texts.kept}
        for name, entry in self.texts.statements.items():
            scope[name] = entry[1]
        for name in _word.findall(text):
            for value in self.recording.values:
                if value.name == name:
                    scope[name] = value.value
        try:
            return eval(text, scope)
        except Exception:
            return None

    # The backward pass

    def product(self, left, right):
        """A product, in which quotients that have names stand by these."""
        result = left * right
        if self.plain:
            return result
        changed = Sum()
        for product, coefficient in result.terms.items():
            changed = changed + Sum({self.renamed_quotient(product): coefficient})
        return changed

    def renamed_quotient(self, product):
        powers = dict(product)
        for above, below, quotient in self.quotients.values():
            if powers.get(above, 0) > 0 and powers.get(below, 0) < 0:
                for factor, change in ((above, -1), (below, 1), (quotient, 1)):
                    powers[factor] = powers.get(factor, 0) + change
                powers = {f: p for f, p in powers.items() if p}
        return tuple(powers.items())

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

    def reduced(self, total, full, operand):
        """The sums over the axes along which an operand was repeated. None where they were written down."""
        shape = operand.shape
        if tuple(full) == shape:
            return total
        extra = len(full) - len(shape)
        axes = [axis for axis in range(len(full)) if axis < extra or shape[axis - extra] == 1 and full[axis] != 1]
        if not axes:
            return total
        return self.summed(total, full, axes, shape, operand)

    def varies(self, factor, full, axes):
        offset = len(full) - len(factor.shape)
        return any(axis >= offset and factor.shape[axis - offset] != 1 for axis in axes)

    def summed(self, total, full, axes, shape, operand=None):
        """The sum over axes of an array of the shape full, in the given shape: as a sum of products."""
        result, rest = Sum(), Sum()
        keeps = len(shape) == len(full)
        for product, coefficient in total.terms.items():
            varying = [axis for axis in axes if any(self.varies(f, full, [axis]) for f, _ in product)]
            if not varying:
                count = 1
                for axis in axes:
                    count *= full[axis]
                if len(shape) < len(full) or not any(f.shape for f, _ in product) or keeps:
                    result = result + Sum({product: coefficient * count})
                    continue
            row = self.summed_scatter(product, coefficient, full, axes, shape)
            if row is not None:
                result = result + row
                continue
            rest = rest + Sum({product: coefficient})
        if rest:
            products = list(rest.terms)
            scalars = [(f, p) for f, p in products[0] if not self.varies(f, full, axes)
                       and (keeps or f.shape == ()) and all((f, p) in other for other in products[1:])]
            inverse = tuple((f, -p) for f, p in scalars)
            number = Fraction(1)
            coefficients = set(rest.terms.values())
            if len(coefficients) == 1:
                number = coefficients.pop()
            inner = Sum({multiply(product, inverse): c / number for product, c in rest.terms.items()})
            missing = 1
            for axis in axes:
                if inner.shape[axis - len(full):][:1] == (1,) or len(inner.shape) < len(full) - axis:
                    missing *= full[axis]
            outer = Sum({tuple(scalars): number * missing})
            text = self.sum_text(inner, full, axes, shape)
            if operand is not None and outer.value() == 1 and self.mentions_cotangent(inner):
                self.give_text(operand, text)
                return result if result else None
            result = result + self.product(outer, self.factor(text, shape, 'temporary' if self.mentions_cotangent(inner) else None))
        return result

    def mentions_cotangent(self, total):
        return any(f.kind == 'temporary' for f in total.factors())

    def common_scalars(self, total):
        products = list(total.terms)
        return [(f, p) for f, p in products[0]
                if f.shape == () and all((f, p) in other for other in products[1:])]

    def sum_text(self, inner, full, axes, shape):
        text = self.plain_text(inner, full)
        own = inner.shape
        offset = len(full) - len(own)
        inside = [axis - offset for axis in axes if axis >= offset]
        if len(inside) == len(own) and not shape:
            return f'{self.np}sum({text})'
        if len(shape) == len(full) and offset == 0:
            return f'{self.np}sum({text}, axis={axis_text(inside)}, keepdims=True)'
        result = tuple(size for axis, size in enumerate(own) if axis not in inside)
        text = f'{self.np}sum({text}, axis={axis_text(inside)})'
        return text if result == tuple(shape) else f'{text}.reshape({shape})'

    def summed_scatter(self, product, coefficient, full, axes, shape):
        """A sum of something that is zero but at an index: of its values."""
        found = [(f, p) for f, p in product if f.kind == 'scatter']
        if not found or self.plain:
            return None
        scatter = found[0][0]
        others = tuple((f, p) for f, p in product if f is not scatter)
        if axes == [1] and len(full) == 2 and scatter.is_one_a_row and len(shape) == 2:
            # What is the same along the rows stays outside.
            outer = tuple((f, p) for f, p in others if not self.varies(f, full, [1]))
            inner = self.picked_product(scatter, tuple(entry for entry in others if entry not in outer))
            inner = inner.scaled(coefficient)
            if inner.shape != ():
                text = text_of(inner)
                text = text if binding(text) == 4 else f'({text})'
                inner = self.factor(f'{text}[:, None]', (full[0], 1), 'temporary')
            return self.product(inner, Sum({outer: Fraction(1)}))
        inner = self.picked_product(scatter, others).scaled(coefficient)
        if len(axes) == len(full):
            if inner.shape == ():
                return inner.scaled(int(np.prod(scatter.key_shape)))
            return self.factor(f'{self.np}sum({text_of(inner)})', (), 'temporary')
        return None

    def picked_product(self, scatter, others):
        """What a scatter is multiplied by, moved into it."""
        result = scatter.inner
        for factor, power in others:
            result = self.product(result, self.picked_factor(factor, scatter).power(power))
        return result

    def picked_factor(self, factor, scatter):
        if factor.shape == ():
            return Sum.of(factor)
        full = scatter.shape
        if factor.kind in ('bracket', 'mask'):
            text = '(' + factor.text.strip('()') + ')' if factor.kind == 'mask' else factor.text
        else:
            text = factor.text
        if factor.shape != full:
            text = f'{self.np}broadcast_to({text}, {full})'
        picked = self.picked.get((factor.text, scatter.key))
        if picked is not None:
            return self.sum_of(picked)
        return self.factor(f'{text}[{scatter.key}]', scatter.key_shape)

    # Writing a cotangent down

    def plain_text(self, total, shape=None):
        """A sum as an expression; scatters in it become arrays of their own."""
        result = Sum()
        for product, coefficient in total.terms.items():
            kept = []
            for factor, power in product:
                if factor.kind == 'scatter':
                    name = self.cotangent_name(factor.of)
                    self.spread(name, Sum.of(factor), factor.shape, factor.of)
                    factor = Factor(name, factor.shape, 'temporary')
                kept.append((factor, power))
            result = result + Sum({tuple(kept): coefficient})
        return text_of(result)

    def named(self, value, total):
        """Writes the cotangent of a value down, and gives its name as a sum."""
        lone = total.lone()
        if lone is not None and lone.kind == 'temporary' and lone.shape == value.shape:
            return total
        name = self.temporary.get(value)
        if name is None:
            name = self.cotangent_name(value)
        self.temporary[value] = name
        self.spread(name, total, value.shape, value)
        return self.factor(name, value.shape, 'temporary')

    def spread(self, name, total, shape, value):
        leaf = self.recording.leaves.index(value) if value.is_leaf else None
        own = [p for p in total.terms if any(f.text == name and f.kind == 'temporary' for f, _ in p)]
        rest = Sum({p: c for p, c in total.terms.items() if p not in own})
        scatters = [(p, c) for p, c in rest.terms.items() if any(f.kind == 'scatter' for f, _ in p)]
        plain = Sum({p: c for p, c in rest.terms.items() if (p, c) not in scatters})
        if own:
            if plain:
                negative = all(c < 0 for c in plain.terms.values())
                text = self.sized_text(-plain if negative else plain, shape, value, adds=True)
                self.write(f'{name} {"-=" if negative else "+="} {text}', shape, name, leaf)
            for product, coefficient in scatters:
                self.write_scatter(name, Sum({product: coefficient}), False, leaf)
            return
        self.owned.add(name)
        if not scatters:
            self.write(f'{name} = {self.sized_text(plain, shape, value)}', shape, name, leaf)
            return
        parts = [Sum({p: c}) for p, c in scatters]
        parts = [self.pushed(part) for part in parts]
        everything = plain
        for part in parts:
            (product, coefficient), = part.terms.items()
            (scatter, _), = product
            everything = everything + scatter.inner.scaled(coefficient)
        shared = self.common_scalars(everything) if everything.terms else []
        inverse = Sum({tuple((f, -p) for f, p in shared): Fraction(1)})
        plain = plain * inverse
        if plain:
            lone = plain.lone()
            text = self.sized_text(plain, shape, value)
            if lone is not None:
                text = '\0' + text if lone.kind != 'temporary' else text + '.copy()'
            self.write(f'{name} = {text}', shape, name, leaf)
        else:
            self.write(f'{name} = {self.zeros(value)}', shape, name, leaf)
        covered = None if plain else set()
        for part in parts:
            (product, coefficient), = part.terms.items()
            (scatter, _), = product
            inner = scatter.inner.scaled(coefficient) * inverse
            changed = self.scatter_of(scatter.of, inner, scatter)
            own = set(np.reshape(scatter.numbers, (-1,)).tolist()) if scatter.numbers is not None else None
            is_free = covered is not None and (own is None and not covered or own is not None and not own & covered)
            self.write_scatter(name, changed, is_free, leaf)
            covered = covered | own if covered is not None and own is not None else None
        for factor, power in shared:
            operator = '*=' if power > 0 else '/='
            text = factor.text if abs(power) == 1 else f'{factor.text} ** {abs(power)}'
            self.write(f'{name} {operator} {text}', None, name, leaf)

    def zeros(self, value):
        if value.name is not None:
            self.need(value)
            return f'{self.np}zeros_like({value.name})'
        return f'{self.np}zeros({value.shape})'

    def pushed(self, part):
        """A product with a scatter, with all else moved inside."""
        (product, coefficient), = part.terms.items()
        scatter = [f for f, _ in product if f.kind == 'scatter'][0]
        others = tuple((f, p) for f, p in product if f is not scatter)
        return self.scatter_of(scatter.of, self.picked_product(scatter, others).scaled(coefficient), scatter)

    def scatter_of(self, value, inner, like):
        factor = Factor(f'[{like.key}] {text_of(inner)}', like.shape, 'scatter', inner, like.key)
        factor.of, factor.key_shape, factor.is_one_a_row = value, like.key_shape, like.is_one_a_row
        factor.repeats, factor.numbers = like.repeats, like.numbers
        return Sum.of(factor)

    def write_scatter(self, name, part, is_first, leaf):
        part = self.pushed(part)
        (product, coefficient), = part.terms.items()
        scatter = product[0][0]
        inner = expanded(scatter.inner.scaled(coefficient))
        if scatter.repeats:
            key = _texts.key_as_value(self, scatter.key)
            self.write(f'{self.np}add.at({name}, {key}, {stripped(text_of(inner))})', None, name, leaf)
            return
        negative = all(c < 0 for c in inner.terms.values())
        if is_first:
            self.write(f'{name}[{scatter.key}] = {stripped(text_of(inner))}', None, name, leaf)
        elif negative:
            self.write(f'{name}[{scatter.key}] -= {stripped(text_of(-inner))}', None, name, leaf)
        else:
            self.write(f'{name}[{scatter.key}] += {stripped(text_of(inner))}', None, name, leaf)

    def sized_text(self, total, shape, value, adds=False):
        """An expression of a shape."""
        text = self.plain_text(total, shape)
        if adds or total.shape == tuple(shape):
            return text
        like = value.name if value is not None and value.name is not None and value.shape == tuple(shape) else None
        if like is not None:
            self.need(value)
        if total.shape == ():
            if total.value() == 1:
                return f'{self.np}ones_like({like})' if like else f'{self.np}ones({tuple(shape)})'
            if total.value() == 0:
                return f'{self.np}zeros_like({like})' if like else f'{self.np}zeros({tuple(shape)})'
            return f'{self.np}full_like({like}, {text})' if like else f'{self.np}full({tuple(shape)}, {text})'
        return f'{self.np}broadcast_to({text}, {like + ".shape" if like else tuple(shape)})'

    # The way back

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
            raise _Again(through)
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

    def find_active(self):
        """What depends on the arguments and changes the result."""
        for value in self.recording.values:
            value.consumers = []
        depends = set(self.recording.leaves)
        for step in self.steps:
            for operand in flat(step.operands):
                if isinstance(operand, Value):
                    operand.consumers.append(step) if hasattr(operand, 'consumers') else None
            if step.is_write:
                depends.add(step.operands[0].root)
                continue
            if _texts.is_constant(step.operation):
                continue
            if any(isinstance(operand, Value) and (operand in depends or operand.root in depends)
                   for operand in flat(step.operands)):
                for value in step.result if isinstance(step.result, list) else [step.result]:
                    if isinstance(value, Value):
                        depends.add(value)
        if self.is_invariant:
            for step in self.steps:
                if step.operation in ('numpy.max', 'numpy.min') and isinstance(step.result, Value) and any(
                        c.operation == '-' and c.operands[0] is step.operands[0] for c in step.result.consumers):
                    depends.discard(step.result)
        self.active = depends
        self.fused = {}
        if not self.plain:
            for step in self.steps:
                if isinstance(step.result, Value):
                    rule = _texts.fused(self, step)
                    if rule is not None:
                        self.fused[step.result] = rule

    def find_quotients(self):
        """Quotients that the program has given names, and elements that it has picked."""
        for step in self.steps:
            value = step.result
            if not isinstance(value, Value) or value.is_memory:
                continue
            if step.operation == '/' and value.wish is not None:
                above, below = step.operands
                if isinstance(above, Value) and isinstance(below, Value):
                    self.quotients[value] = (above, below, value)
            if step.operation == '[]' and value.wish is not None and isinstance(step.operands[1], Constant):
                base = step.operands[0]
                if isinstance(base, Value) and base.name is not None:
                    self.picked[(base.name, step.operands[1].text)] = value
        found = {}
        for value, (above, below, _) in self.quotients.items():
            if above.name is None and _texts.canonical(above.step.operation) == 'exp':
                self.quotient_name(above)
            if above.name is None:
                continue
            lower = Factor(self.quotient_name(below), below.shape)
            upper = Factor(above.name, above.shape)
            own = Factor(value.name, value.shape)
            own.stands_for = value
            found[value] = (upper, lower, own)
        self.quotients = found

    def quotient_name(self, value):
        """The variable of a divisor, which is needed only where it stays in a formula."""
        if value.name is None:
            value.name = self.recording.fresh(self.hint(value))
            value.is_optional = True
        return value.name

    def groups(self):
        number = 0
        for step in self.steps:
            step.group = number
            if isinstance(step.result, Value) and step.result.wish is not None:
                number += 1

    # Memory that is written to

    def start_memories(self):
        self.memories = []
        for value in self.recording.values + [s.result for s in self.steps if s.operation == 'constant']:
            if value.is_memory and value.base is None and value not in self.memories:
                if value not in self.active:
                    continue
                self.memories.append(value)
                name = self.need(value)
                self.used_names.add('d' + name)
                self.write(f'd{name} = {self.np}zeros_like({name})', value.shape, 'd' + name)
                self.temporary[value] = 'd' + name
                self.owned.add('d' + name)

    def is_read_before(self, step):
        """Whether an element that a write replaces was traced, or read, before: its cotangent has to end there."""
        root = step.operands[0].root
        if root.step is None or root.step.operation != 'constant':
            return True
        own = set(self.places_of(step.operands[0], step.operands[1].value).tolist())
        for earlier in self.steps[:step.number]:
            for operand in earlier.operands:
                if isinstance(operand, Value) and operand.root is root:
                    key = earlier.operands[1].value if earlier.operation.startswith('[]') else Ellipsis
                    if earlier.result is not None and isinstance(earlier.result, Value) and earlier.result.base is not None:
                        continue
                    if own & set(self.places_of(operand, key).tolist()):
                        return True
        return False

    def written_by(self, step):
        key = step.operands[1].value if step.operation.startswith('[]') else Ellipsis
        return set(self.places_of(step.operands[0], key).tolist())

    def places_of(self, value, key):
        """The numbers of the elements that a key names in memory."""
        root = value.root
        numbers = np.arange(int(np.prod(root.shape))).reshape(root.shape)
        part = eval('numbers' + value.path, {**self.scope_of_constants(), 'numbers': numbers})
        return np.reshape(part[key], (-1,))

    def scope_of_constants(self):
        scope = {**self.texts.globals, **self.texts.captured, **self.texts.arguments, **self.texts.kept}
        for name, entry in self.texts.statements.items():
            scope[name] = entry[1]
        return scope

    def kept_part(self, part, shape):
        """A part of a memory's cotangent as it is now."""
        name = self.recording.fresh('dpart')
        self.write(f'{name} = {part}' + ('.copy()' if shape else ''), shape, name)
        return self.factor(name, shape, 'temporary')

    def memory_cotangent(self, value):
        """The part of a memory's cotangent that belongs to a view, as the target of an assignment."""
        return 'd' + value.root.name + value.path + ('' if value.path.endswith(']') else '[...]')


def rows_only(writer, total, value, active):
    """Whether a cotangent is zero but at an element of each row, and what reads it adds the rows up."""
    found = [f for f in total.factors() if f.kind == 'scatter']
    return bool(found) and not writer.plain and len(value.shape) == 2 and all(f.is_one_a_row for f in found) and any(
        o.shape == value.shape[:1] + (1,) for o in active)


def flat(operands):
    result = []
    for operand in operands:
        if isinstance(operand, list):
            result += flat(operand)
        else:
            result.append(operand)
    return result


def axis_text(axes):
    return str(axes[0]) if len(axes) == 1 else str(tuple(axes))


def binding(text):
    """How tightly an expression binds: 1 a sum, 2 a product, 2.5 a sign, 3 a power, 4 a name, a call or a bracket."""
    text = text.strip()
    if re.match(r'^[A-Za-z_0-9.]+$', text) or stripped(text) != text:
        return 4
    for operator in (' if ', ' or ', ' and ', ' not ', '==', '!=', '<', '>', '&', '|'):
        for place, _ in top_level(text):
            if text[place:place + len(operator)] == operator:
                return 0
    if split_binary(text, '+') or split_binary(text, '-') and split_binary(text, '-')[0]:
        return 1
    if split_binary(text, '*') or split_binary(text, '/') or split_binary(text, '@') or split_binary(text, '%'):
        return 2
    if text[:1] in '+-~':
        return 2.5
    if split_binary(text, '**'):
        return 3
    return 4
