"""Sums of products as a teacher would write them: what derive makes the formulas of a backward pass of. A product maps
factors to powers; a sum maps products to coefficients. A factor is a text with a shape."""

from fractions import Fraction


class Factor:
    """Something that is multiplied: a text that binds like a name or a call. inner: the sum that a bracket stands for."""

    def __init__(self, text, shape, kind='value', inner=None, key=None):
        self.text, self.shape, self.kind, self.inner, self.key = text, tuple(shape), kind, inner, key
        self.identity = kind + ' ' + text

    def __eq__(self, other):
        return isinstance(other, Factor) and self.identity == other.identity

    def __hash__(self):
        return hash(self.identity)

    def __repr__(self):
        return self.text


def broadcast(*shapes):
    """The shape of what is computed of these."""
    length = max([len(shape) for shape in shapes] + [0])
    result = [1] * length
    for shape in shapes:
        for place, size in enumerate(shape, length - len(shape)):
            if size != 1:
                result[place] = size
    return tuple(result)


class Sum:
    """A sum of products. Its terms are kept in the order in which they were added."""

    def __init__(self, terms=()):
        self.terms = dict(terms)

    @staticmethod
    def number(value):
        return Sum({(): value} if value else {})

    @staticmethod
    def of(factor, power=1):
        return Sum({((factor, power),): Fraction(1)})

    def __bool__(self):
        return bool(self.terms)

    def __add__(self, other):
        result = dict(self.terms)
        for product, coefficient in other.terms.items():
            found = product
            if found not in result:
                unordered = frozenset(product)
                for known in result:
                    if len(known) == len(product) and frozenset(known) == unordered:
                        found = known
                        break
            total = result.get(found, 0) + coefficient
            if total:
                result[found] = total
            else:
                del result[found]
        return Sum(result)

    def __neg__(self):
        return self.scaled(-1)

    def __sub__(self, other):
        return self + -other

    def scaled(self, number):
        return Sum({product: coefficient * number for product, coefficient in self.terms.items()})

    def __mul__(self, other):
        result = Sum()
        for left, a in self.terms.items():
            for right, b in other.terms.items():
                result = result + Sum({multiply(left, right): a * b})
        return result

    def power(self, number):
        """A power; of a sum of several products only a whole positive one, else a bracket's."""
        (product, coefficient), = self.terms.items()
        return Sum({tuple((f, p * number) for f, p in product): coefficient ** number})

    def inverse(self):
        return self.power(-1)

    @property
    def is_product(self):
        return len(self.terms) == 1

    def lone(self):
        """The factor that this is, or None."""
        if len(self.terms) == 1:
            (product, coefficient), = self.terms.items()
            if coefficient == 1 and len(product) == 1 and product[0][1] == 1:
                return product[0][0]
        return None

    def value(self):
        """The number that this is, or None."""
        if not self.terms:
            return Fraction(0)
        if len(self.terms) == 1 and () in self.terms:
            return self.terms[()]
        return None

    def factors(self):
        return [factor for product in self.terms for factor, _ in product]

    @property
    def shape(self):
        return broadcast(*[factor.shape for factor in self.factors()])

    def weight(self):
        """How hard it is to read: the factors of the longest product, and the number of products."""
        longest = 0
        for product in self.terms:
            count = 0
            for factor, power in product:
                if factor.kind == 'scatter':
                    count += factor.inner.weight()[0]
                elif factor.inner is not None:
                    count += 1
                elif factor.kind != 'scalar':
                    count += 1
            longest = max(longest, count)
        return longest, len(self.terms)


def multiply(left, right):
    """The product of two products: equal factors in one power."""
    powers = dict(left)
    for factor, power in right:
        total = powers.get(factor, 0) + power
        if total:
            powers[factor] = total
        elif factor in powers:
            del powers[factor]
    return tuple(powers.items())


def bracket(total):
    """A sum as one factor."""
    if not total.terms:
        return total
    factor = total.lone()
    if factor is not None:
        return total
    if total.is_product:
        return total
    return Sum.of(Factor('(' + text_of(total) + ')', total.shape, 'bracket', inner=total))


def expanded(total):
    """With the brackets multiplied out, where that makes it shorter."""
    if not any(f.kind == 'bracket' and p == 1 for product in total.terms for f, p in product):
        return total
    result = Sum()
    for product, coefficient in total.terms.items():
        part = Sum({(): coefficient})
        for factor, power in product:
            if factor.kind == 'bracket' and power == 1:
                part = part * factor.inner
            elif factor.kind == 'bracket' and power == 2:
                part = part * factor.inner * factor.inner
            else:
                part = part * Sum.of(factor, power)
        result = result + part

    def size(s):
        return sum(1 + sum(len(f.inner.terms) if f.kind == 'bracket' else 1 for f, _ in p) for p in s.terms)
    return result if size(result) < size(total) and len(result.terms) <= len(total.terms) + 1 else total


def number_text(value):
    """A positive number as a program writes it."""
    if isinstance(value, Fraction):
        if value.denominator == 1:
            return str(value.numerator)
        if float(value) == value:
            return repr(float(value))
        return f'({value.numerator} / {value.denominator})'
    return repr(value)


def power_text(factor, power):
    text = factor.text
    if power == 1:
        return text
    if factor.kind == 'mask':
        text = '(' + text + ')'
    if isinstance(power, Fraction):
        power = power.numerator if power.denominator == 1 else float(power)
    return f'{text} ** {power!r}'


_order = {'temporary': 0, 'scalar': 1, 'value': 2, 'bracket': 3, 'mask': 4}


def product_text(product, coefficient):
    """A product with a positive coefficient, cotangents first."""
    factors = sorted(product, key=lambda entry: _order.get(entry[0].kind, 2))
    if not any(f.kind == 'temporary' for f, _ in factors):
        factors = sorted(product, key=lambda entry: (entry[0].kind != 'scalar', _order.get(entry[0].kind, 2)))
    above = [(f, p) for f, p in factors if p > 0]
    below = [(f, -p) for f, p in factors if p < 0]
    is_count = isinstance(coefficient, Fraction) and coefficient.numerator == 1 and 4 < coefficient.denominator < 10 ** 6
    if is_count and above or isinstance(coefficient, Fraction) and coefficient.denominator != 1 and float(coefficient) != coefficient:
        numerator, denominator = Fraction(coefficient.numerator), coefficient.denominator
    else:
        numerator, denominator = coefficient, 1
    parts = [power_text(f, p) if f.kind != 'mask' else '(' + f.text + ')' for f, p in above]
    if numerator != 1 or not parts:
        parts.insert(0, number_text(numerator))
    if above and all(f.kind == 'mask' for f, _ in above) and numerator == 1:
        parts.insert(0, '1.0')
    text = ' * '.join(parts)
    if denominator != 1:
        text += f' / {denominator}'
    for factor, power in below:
        text += ' / ' + power_text(factor, power)
    return text


def text_of(total):
    """A sum as an expression: first what is added, then what is subtracted."""
    if not total.terms:
        return '0.0'
    common, rest = factored(total)
    if rest is not None:
        return text_of(common) if rest.value() == 1 else with_bracket(common, rest)
    terms = list(total.terms.items())
    terms.sort(key=lambda entry: not any(f.kind == 'temporary' for f, _ in entry[0]))
    if terms[0][1] < 0 and any(coefficient > 0 for _, coefficient in terms):
        terms.sort(key=lambda entry: entry[1] < 0)
    text = ''
    for product, coefficient in terms:
        part = product_text(product, abs(coefficient))
        if not text:
            text = '-' + part if coefficient < 0 else part
        else:
            text += (' - ' if coefficient < 0 else ' + ') + part
    return text


def with_bracket(common, rest):
    """A product with the sum in brackets behind its cotangents, before its divisors."""
    factor = Factor('(' + text_of(rest) + ')', rest.shape, 'bracket', inner=rest)
    return text_of(common * Sum.of(factor))


def factored(total):
    """What all products have in common, and the sum of the rests; None for the latter where that is nothing."""
    if len(total.terms) < 2:
        return total, None
    products = list(total.terms)
    common = [(f, p) for f, p in products[0]
              if all(any(g == f and q * p > 0 for g, q in other) for other in products[1:])]
    shared = []
    for factor, power in common:
        powers = [q for product in products for g, q in product if g == factor]
        shared.append((factor, min(powers) if power > 0 else max(powers)))
    coefficients = list(total.terms.values())
    number = abs(coefficients[0])
    if any(abs(c) != number for c in coefficients) or number == 1:
        number = Fraction(1)
    if not shared and number == 1:
        return total, None
    inverse = tuple((f, -p) for f, p in shared)
    rest = Sum()
    for product, coefficient in total.terms.items():
        rest = rest + Sum({multiply(product, inverse): coefficient / number})
    return Sum({tuple(shared): number}), rest
