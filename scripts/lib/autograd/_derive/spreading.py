"""Cotangents that get names."""

import numpy as np
from autograd._expressions import stripped
import autograd._texts as _texts
from autograd._sums import Factor, Sum, expanded, text_of
from fractions import Fraction


class Spreading:
    """Cotangents under names of their own: made in one piece, or zeros that parts are added to."""

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
