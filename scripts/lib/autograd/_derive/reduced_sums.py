"""Cotangents of operands that were broadcast."""

import numpy as np
from autograd._expressions import axis_text, binding
from autograd._sums import Factor, Sum, multiply, text_of
from fractions import Fraction


class ReducedSums:
    """Sums of products added up over the axes along which an operand was broadcast."""

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
