"""Sums of products named by subscripts."""

import _npy
import numpy as np

__name__ = 'numpy'

_letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'


def einsum(*operands, out=None, optimize=False, **kwargs):
    """The sum of products of the operands that subscripts name.

    >>> np.einsum('ij,jk', [[1, 2], [3, 4]], [[0, 1], [1, 0]])
    array([[2, 1],
           [4, 3]])
    """
    if kwargs:
        for key in kwargs:
            if key not in ('dtype', 'order', 'casting'):
                raise TypeError(f"Did not understand the following kwargs: ['{key}']")
    if operands and isinstance(operands[0], str):
        text = operands[0]
        arrays = [np.asanyarray(a) for a in operands[1:]]
    else:
        text, arrays = _from_lists(operands)
    if not arrays:
        raise ValueError('must specify the einstein sum subscripts string and at least one operand')
    key = (text, *[a.shape for a in arrays])
    steps = _known.get(key)
    if steps is None:
        steps = _planned(text, arrays)
        if len(_known) >= 200:
            _known.clear()
        _known[key] = steps
    arrays = _in_one_type(arrays, kwargs)
    result = _run(steps, arrays)
    if out is not None:
        out[...] = result
        return out
    if kwargs.get('order') == 'F':
        result = np.asfortranarray(result)
    return result if result.ndim else result[()]


# What was done to operands of these shapes, by the subscripts and the shapes.
_known = {}


def _in_one_type(arrays, kwargs):
    dtype = kwargs.get('dtype')
    if dtype is not None:
        dtype = np.dtype(dtype)
        casting = kwargs.get('casting', 'safe')
        for place, a in enumerate(arrays):
            if not np.can_cast(a.dtype, dtype, casting):
                raise TypeError(
                    f'Iterator operand {place} dtype could not be cast from {a.dtype!r} to {dtype!r} according to the '
                    f'rule {casting!r}')
        return [a.astype(dtype) for a in arrays]
    first = arrays[0].dtype
    common = first
    is_same = True
    for a in arrays:
        if a.dtype != common:
            common = np.promote_types(common, a.dtype)
            is_same = False
    return arrays if is_same else [a if a.dtype == common else a.astype(common) for a in arrays]


# The kinds of steps.
_DIAGONAL, _SUM, _RESHAPE, _PRODUCT, _MULTIPLY, _FINISH = range(6)


def _run(steps, arrays):
    """Does what was planned with the operands, of which the list is used up."""
    arrays = list(arrays)
    is_fresh = False
    for step in steps:
        kind = step[0]
        if kind == _PRODUCT:
            _, i, j, order_a, shape_a, order_b, shape_b, shape = step
            b = arrays.pop(j)
            a = arrays.pop(i)
            if order_a is not None:
                a = a.transpose(order_a)
            if shape_a is not None:
                a = a.reshape(shape_a)
            if order_b is not None:
                b = b.transpose(order_b)
            if shape_b is not None:
                b = b.reshape(shape_b)
            result = np.matmul(a, b)
            arrays.append(result if shape is None else np.asarray(result).reshape(shape))
            is_fresh = True
        elif kind == _MULTIPLY:
            _, i, j, order_a, shape_a, order_b, shape_b, is_last = step
            b = arrays.pop(j)
            a = arrays.pop(i)
            result = a.transpose(order_a).reshape(shape_a) * b.transpose(order_b).reshape(shape_b)
            # Sums begin at 0, which no product of -0.0 changes.
            if is_last and result.dtype.kind in 'fc':
                result = result + 0
            arrays.append(np.asarray(result))
            is_fresh = True
        elif kind == _SUM:
            _, i, axes = step
            a = arrays[i]
            a = a.any(axis=axes) if a.dtype == bool else a.sum(axis=axes, dtype=a.dtype)
            arrays[i] = np.asarray(a)
            is_fresh = True
        elif kind == _DIAGONAL:
            _, i, first, second = step
            arrays[i] = _npy.diagonal(arrays[i], first, second)
        elif kind == _RESHAPE:
            _, i, shape = step
            arrays[i] = arrays[i].reshape(shape)
        else:
            _, order, shape, whole = step
            a = arrays[0]
            if order is not None:
                a = a.transpose(order)
                if is_fresh:
                    a = a.copy()
            elif not is_fresh:
                a = a[...]
            if shape is not None:
                a = np.broadcast_to(a.reshape(shape), whole).copy()
            return a


def _planned(text, arrays):
    """The steps for operands of these shapes."""
    inputs, output, dots = _checked(text.replace(' ', ''), arrays)
    sizes = _sizes(inputs, output, arrays)
    steps = []
    terms = []
    for place, (letters, a) in enumerate(zip(inputs, arrays)):
        for letter in letters:
            while letters.count(letter) > 1:
                first = letters.index(letter)
                second = letters.index(letter, first + 1)
                steps.append((_DIAGONAL, place, first, second))
                letters = letters[:first] + letters[first + 1:second] + letters[second + 1:] + letter
        lengths = dict(zip(inputs[place], a.shape))
        terms.append((letters, {letter: lengths[letter] for letter in letters}))
    while len(terms) > 1:
        i, j = _pair([(letters, None) for letters, _ in terms], output, sizes) if len(terms) > 2 else (0, 1)
        right, left = terms[j], terms[i]
        rest = [term for place, term in enumerate(terms) if place != i and place != j]
        needed = set(output).union(*(letters for letters, _ in rest))
        left = _plan_sum(steps, i, left, needed | set(right[0]))
        right = _plan_sum(steps, j, right, needed | set(left[0]))
        # Lengths of 1 that meet other lengths broadcast: they are no part of the product of matrices.
        left = _plan_squeeze(steps, i, left, right)
        right = _plan_squeeze(steps, j, right, left)
        terms = rest + [_plan_product(steps, i, j, left, right, needed, '' if rest else output)]
    letters, lengths = _plan_sum(steps, 0, terms[0], set(output))
    order = [letters.index(letter) for letter in output if letter in letters]
    kept = tuple(lengths.get(letter, 1) for letter in output)
    whole = tuple(sizes[letter] for letter in output)
    is_whole = len(letters) == len(output) and kept == whole
    steps.append((
        _FINISH, None if order == sorted(order) else order, None if is_whole else kept, None if is_whole else whole))
    return steps


def _plan_sum(steps, place, term, needed):
    """A term without the letters that nobody needs."""
    letters, lengths = term
    axes = tuple(axis for axis, letter in enumerate(letters) if letter not in needed)
    if not axes:
        return term
    steps.append((_SUM, place, axes))
    letters = ''.join(letter for letter in letters if letter in needed)
    return letters, {letter: lengths[letter] for letter in letters}


def _plan_squeeze(steps, place, term, other):
    letters, lengths = term
    kept = ''.join(
        letter for letter in letters
        if not (lengths[letter] == 1 and other[1].get(letter, 1) != 1))
    if len(kept) == len(letters):
        return term
    steps.append((_RESHAPE, place, tuple(lengths[letter] for letter in kept)))
    return kept, {letter: lengths[letter] for letter in kept}


def _changed(order):
    return None if order == sorted(order) else order


def _plan_product(steps, i, j, left, right, needed, output):
    """The product of two terms, summed over the letters that are not needed further."""
    (x, x_lengths), (y, y_lengths) = left, right
    lengths = {**x_lengths, **y_lengths}
    shared = [letter for letter in x if letter in y]
    contracted = [letter for letter in shared if letter not in needed]
    batch = [letter for letter in shared if letter in needed]
    only_x = [letter for letter in x if letter not in y]
    only_y = [letter for letter in y if letter not in x]
    if not contracted:
        letters = batch + only_x + only_y
        if output and len([letter for letter in output if letter in letters]) == len(letters):
            letters = [letter for letter in output if letter in letters]
        steps.append((
            _MULTIPLY, i, j,
            [x.index(letter) for letter in letters if letter in x],
            tuple(lengths[letter] if letter in x else 1 for letter in letters),
            [y.index(letter) for letter in letters if letter in y],
            tuple(lengths[letter] if letter in y else 1 for letter in letters), bool(output)))
        return ''.join(letters), {letter: lengths[letter] for letter in letters}
    order_a = [x.index(letter) for letter in batch + only_x + contracted]
    order_b = [y.index(letter) for letter in batch + contracted + only_y]
    stack = tuple(lengths[letter] for letter in batch)
    rows, inner, columns = (_volume(each, lengths) for each in (only_x, contracted, only_y))
    letters = batch + only_x + only_y
    is_plain = len(only_x) == 1 and len(only_y) == 1
    steps.append((
        _PRODUCT, i, j, _changed(order_a), None if len(only_x) == 1 == len(contracted) else stack + (rows, inner),
        _changed(order_b), None if len(only_y) == 1 == len(contracted) else stack + (inner, columns),
        None if is_plain else tuple(lengths[letter] for letter in letters)))
    return ''.join(letters), {letter: lengths[letter] for letter in letters}


def _from_lists(operands):
    if len(operands) == 0:
        raise ValueError('must specify the einstein sum subscripts string and at least one operand, or at least one '
                         'operand and its corresponding subscripts list')
    operands = list(operands)
    arrays, lists = [], []
    while len(operands) >= 2:
        arrays.append(np.asanyarray(operands.pop(0)))
        lists.append(operands.pop(0))
    text = ','.join(_from_list(each) for each in lists)
    if operands:
        text += '->' + _from_list(operands[0])
    return text, arrays


def _from_list(items):
    text = ''
    for item in items:
        if item is Ellipsis:
            text += '...'
            continue
        try:
            number = item.__index__()
        except (AttributeError, TypeError):
            raise TypeError('each subscript must be either an integer or an ellipsis') from None
        if not 0 <= number < len(_letters):
            raise ValueError('subscript is not within the valid range [0, 52)')
        # As NumPy counts them: capital letters first.
        text += chr(65 + number) if number < 26 else chr(97 + number - 26)
    return text


def _checked(text, arrays):
    parts, ranks = [], []
    rest = text
    for place, a in enumerate(arrays):
        length = 0
        while length < len(rest) and rest[length] not in ',-':
            length += 1
        part, follows = rest[:length], rest[length:length + 1]
        if place == len(arrays) - 1 and follows == ',':
            raise ValueError(
                'more operands provided to einstein sum function than specified in the subscripts string')
        if place < len(arrays) - 1 and follows != ',':
            raise ValueError(
                'fewer operands provided to einstein sum function than specified in the subscripts string')
        ranks.append(_broadcast_rank(part, a.ndim, place))
        parts.append(part)
        rest = rest[length + 1:] if follows == ',' else rest[length:]
    if rest and not rest.startswith('->'):
        raise ValueError("einstein sum subscript string does not contain proper '->' output specified")
    left = ','.join(parts)
    broadcast = max(ranks)
    dots = ''.join(chr(0x100 + place) for place in range(broadcast))
    inputs = [part.replace('...', dots[broadcast - rank:]) for part, rank in zip(parts, ranks)]
    if rest:
        output = _output(rest[2:], dots, left)
    else:
        found = left.replace('.', '').replace(',', '')
        output = dots + ''.join(sorted(letter for letter in set(found) if found.count(letter) == 1))
    return inputs, output, dots


def _broadcast_rank(part, rank, place):
    """How many axes the `...` of an operand's subscripts stands for."""
    for at, letter in enumerate(part):
        if letter == '.':
            if part.count('.') != 3 or part[at:at + 3] != '...' and part[at - 1] != '.':
                raise ValueError(
                    f"einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in operand "
                    f'{place}')
        elif letter not in _letters:
            raise ValueError(
                f"invalid subscript '{letter}' in einstein sum subscripts string, subscripts must be letters")
    named = len(part.replace('.', ''))
    if named > rank:
        raise ValueError(f'einstein sum subscripts string contains too many subscripts for operand {place}')
    if '.' in part:
        return rank - named
    if named < rank:
        raise ValueError(
            "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to "
            'broadcast the extra dimensions.')
    return 0


def _output(right, dots, left):
    if '.' in right and (right.count('.') != 3 or '...' not in right):
        raise ValueError("einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in "
                         'the output')
    seen = set()
    for letter in right.replace('...', ''):
        if letter not in _letters:
            raise ValueError(f"invalid subscript '{letter}' in einstein sum subscripts string, subscripts must be letters")
        if letter in seen:
            raise ValueError(
                f"einstein sum subscripts string includes output subscript '{letter}' multiple times")
        if letter not in left:
            raise ValueError(
                f"einstein sum subscripts string included output subscript '{letter}' which never appeared in an "
                'input')
        seen.add(letter)
    if dots and '.' not in right:
        raise ValueError(
            "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to "
            'broadcast the extra dimensions.')
    return right.replace('...', dots)


def _sizes(inputs, output, arrays):
    sizes = {}
    for place, (subscripts, a) in enumerate(zip(inputs, arrays)):
        own = {}
        for letter, extent in zip(subscripts, a.shape):
            before = own.get(letter, extent)
            if before != extent:
                raise ValueError(
                    f"dimensions in operand {place} for collapsing index '{letter}' don't match ({before} != {extent})")
            own[letter] = extent
        for letter, extent in own.items():
            before = sizes.get(letter, 1)
            if before != extent and before != 1 and extent != 1:
                raise _mismatch(inputs, output, arrays)
            sizes[letter] = extent if before == 1 else before
    return sizes


def _mismatch(inputs, output, arrays):
    order = list(output) + sorted(set(''.join(inputs)) - set(output))
    texts = []
    for subscripts, a in zip(inputs, arrays):
        extents = [str(a.shape[subscripts.index(letter)]) if letter in subscripts else 'newaxis' for letter in order]
        while extents and extents[0] == 'newaxis':
            extents.pop(0)
        shape = ','.join(map(str, a.shape))
        if a.ndim == 1:
            shape += ','
        texts.append(f'({shape})->({",".join(extents)})')
    return ValueError(
        'operands could not be broadcast together with remapped shapes [original->remapped]: ' + ' '.join(texts) + ' ')


def _pair(terms, output, sizes):
    """The two terms whose product is smallest compared with them."""
    best = None
    for i in range(len(terms)):
        for j in range(i + 1, len(terms)):
            others = set(output)
            for place, (letters, _) in enumerate(terms):
                if place != i and place != j:
                    others.update(letters)
            both = set(terms[i][0]) | set(terms[j][0])
            kept = both & others
            size = _volume(kept, sizes) - _volume(terms[i][0], sizes) - _volume(terms[j][0], sizes)
            cost = (size, _volume(both, sizes))
            if best is None or cost < best[0]:
                best = (cost, i, j)
    return best[1], best[2]


def _volume(letters, sizes):
    result = 1
    for letter in letters:
        result *= sizes[letter]
    return result


def einsum_path(*operands, optimize='greedy', einsum_call=False):
    """The order in which einsum would take the products, and a text about it.

    >>> np.einsum_path('ij,jk', np.ones((2, 3)), np.ones((3, 4)))[0]
    ['einsum_path', (0, 1)]
    """
    if operands and isinstance(operands[0], str):
        text, arrays = operands[0], [np.asanyarray(a) for a in operands[1:]]
    else:
        text, arrays = _from_lists(operands)
    inputs, output, dots = _checked(text.replace(' ', ''), arrays)
    sizes = _sizes(inputs, output, arrays)
    path = ['einsum_path']
    if optimize is False or len(arrays) <= 2:
        path.append(tuple(range(len(arrays))))
    elif isinstance(optimize, (list, tuple)) and len(optimize) and optimize[0] == 'einsum_path':
        path.extend(tuple(each) for each in optimize[1:])
    else:
        terms = [(subscripts, None) for subscripts in inputs]
        while len(terms) > 1:
            i, j = _pair(terms, output, sizes) if len(terms) > 2 else (0, 1)
            path.append((i, j))
            right, left = terms.pop(j)[0], terms.pop(i)[0]
            needed = set(output).union(*(letters for letters, _ in terms))
            terms.append((''.join(letter for letter in dict.fromkeys(left + right) if letter in needed), None))
    return path, _path_text(inputs, output, path[1:], sizes, dots)


def _path_text(inputs, output, path, sizes, dots):
    def shown(text):
        return ''.join(_letters[-1 - (ord(letter) - 0x100)] if ord(letter) >= 0x100 else letter for letter in text)

    whole = ','.join(inputs) + '->' + output
    letters = set(''.join(inputs))
    naive = _volume(letters, sizes) * (max(1, len(inputs) - 1) + (len(letters) > len(output)))
    terms = list(inputs)
    scaling, cost, largest, lines = [], 1, 1, []
    for places in path:
        chosen = [terms.pop(place) for place in sorted(places, reverse=True)]
        needed = set(output).union(*terms)
        both = set(''.join(chosen))
        kept = both & needed
        if not terms:
            result = output
        else:
            result = ''.join(sorted(kept, key=lambda letter: (sizes[letter], letter)))
        terms.append(result)
        scaling.append(len(both))
        cost += _volume(both, sizes) * (max(1, len(chosen) - 1) + (len(both) > len(kept)))
        largest = max(largest, _volume(result, sizes))
        lines.append((len(both), ','.join(chosen) + '->' + result, ','.join(terms) + '->' + output))
    text = f'  Complete contraction:  {shown(whole)}\n'
    text += f'         Naive scaling:  {len(letters)}\n'
    text += f'     Optimized scaling:  {max(scaling)}\n'
    text += f'      Naive FLOP count:  {naive:.3e}\n'
    text += f'  Optimized FLOP count:  {cost:.3e}\n'
    text += f'   Theoretical speedup:  {naive / cost:3.3f}\n'
    text += f'  Largest intermediate:  {largest:.3e} elements\n'
    text += '-' * 74 + '\n'
    text += '%6s %24s %40s\n' % ('scaling', 'current', 'remaining')
    text += '-' * 74
    for scale, step, remaining in lines:
        text += '\n%4d    %24s %40s' % (scale, shown(step), shown(remaining))
    return text
