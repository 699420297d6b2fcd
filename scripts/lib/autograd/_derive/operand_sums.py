"""What operands stand for, as sums of products."""

import numpy as np
from autograd._expressions import binding, split_binary, stripped, word_pattern
import autograd._texts as _texts
from autograd._recording import Constant, Value, literal_of, refuse
from autograd._sums import Factor, Sum, bracket
from fractions import Fraction


class OperandSums:
    """The sums of products that operands stand for."""

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
        for name in word_pattern.findall(text):
            for value in self.recording.values:
                if value.name == name:
                    scope[name] = value.value
        try:
            return eval(text, scope)
        except Exception:
            return None

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
