"""What the backward pass needs to know of the whole run."""

import numpy as np
import autograd._texts as _texts
from autograd._recording import Constant, Value, flat
from autograd._sums import Factor


class Findings:
    """What is found out before the backward pass is written: active values, quotients, memories that are written to."""

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
