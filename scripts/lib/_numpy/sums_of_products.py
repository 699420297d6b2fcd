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
    for key in kwargs:
        if key not in ('dtype', 'order', 'casting'):
            raise TypeError(f"Did not understand the following kwargs: ['{key}']")
    dtype = kwargs.get('dtype')
    inputs, output, arrays, _ = _parsed(operands)
    if dtype is not None:
        dtype = np.dtype(dtype)
        casting = kwargs.get('casting', 'safe')
        for place, a in enumerate(arrays):
            if not np.can_cast(a.dtype, dtype, casting):
                raise TypeError(
                    f'Iterator operand {place} dtype could not be cast from {a.dtype!r} to {dtype!r} according to the '
                    f'rule {casting!r}')
        arrays = [a.astype(dtype) for a in arrays]
    else:
        common = arrays[0].dtype
        for a in arrays[1:]:
            common = np.promote_types(common, a.dtype)
        arrays = [a if a.dtype == common else a.astype(common) for a in arrays]
    sizes = _sizes(inputs, output, arrays)
    if len(arrays) == 1 and out is None:
        view = _view(inputs[0], output, arrays[0], sizes)
        if view is not None:
            return view if view.ndim else view[()]
    result = _contracted(inputs, output, arrays, sizes, optimize)
    order = kwargs.get('order', 'K')
    if out is not None:
        out[...] = result
        return out
    if order == 'F':
        result = np.asfortranarray(result)
    return result if result.ndim else result[()]


def _parsed(operands):
    """The subscripts of each operand with repeated letters, those of the output, the arrays, the letters of `...`."""
    if len(operands) == 0:
        raise ValueError('must specify the einstein sum subscripts string and at least one operand, or at least one '
                         'operand and its corresponding subscripts list')
    if isinstance(operands[0], str):
        text = operands[0].replace(' ', '')
        arrays = [np.asanyarray(a) for a in operands[1:]]
        if not arrays:
            raise ValueError('must specify the einstein sum subscripts string and at least one operand')
    else:
        text, arrays = _from_lists(operands)
    return _checked(text, arrays)


def _from_lists(operands):
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
    return inputs, output, arrays, dots


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


def _diagonal(subscripts, a):
    """An operand whose letters are all different: repeated ones become a diagonal."""
    for letter in subscripts:
        while subscripts.count(letter) > 1:
            first = subscripts.index(letter)
            second = subscripts.index(letter, first + 1)
            a = _npy.diagonal(a, first, second)
            subscripts = subscripts[:first] + subscripts[first + 1:second] + subscripts[second + 1:] + letter
    return subscripts, a


def _view(subscripts, output, a, sizes):
    """A single operand of which nothing is summed, as a view; None where something is."""
    letters, view = _diagonal(subscripts, a)
    if sorted(letters) != sorted(output):
        return None
    view = view.transpose([letters.index(letter) for letter in output])
    if view.base is None or view is a:
        view = a[...] if view is a or view.ndim == a.ndim else view
    return view


def _contracted(inputs, output, arrays, sizes, optimize):
    terms = []
    for subscripts, a in zip(inputs, arrays):
        terms.append(_diagonal(subscripts, a))
    while len(terms) > 1:
        i, j = _pair(terms, output, sizes) if len(terms) > 2 else (0, 1)
        right = terms.pop(j)
        left = terms.pop(i)
        needed = set(output).union(*(letters for letters, _ in terms))
        terms.insert(0 if not terms else len(terms), _product(left, right, needed, output if not terms else ''))
    letters, a = _summed(terms[0], set(output))
    a = a.transpose([letters.index(letter) for letter in output if letter in letters])
    missing = [letter for letter in output if letter not in letters]
    if missing:
        shape = [sizes[letter] for letter in output]
        a = np.broadcast_to(a.reshape([1 if letter in missing else sizes[letter] for letter in output]), shape)
    shape = tuple(sizes[letter] for letter in output)
    if a.shape != shape:
        a = np.broadcast_to(a, shape).copy()
    return a.copy() if any(a is each or a.base is not None for each in arrays[:1]) else a


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


def _summed(term, needed):
    """A term without the letters that nobody needs."""
    letters, a = term
    axes = tuple(place for place, letter in enumerate(letters) if letter not in needed)
    if axes:
        a = a.any(axis=axes) if a.dtype == bool else a.sum(axis=axes, dtype=a.dtype)
        letters = ''.join(letter for letter in letters if letter in needed)
    return letters, np.asarray(a)


def _product(left, right, needed, output):
    """The product of two terms, summed over the letters that are not needed further."""
    x, a = _summed(left, needed | set(right[0]))
    y, b = _summed(right, needed | set(left[0]))
    # Lengths of 1 that meet other lengths broadcast: they are no part of the product of matrices.
    x, a = _squeezed(x, a, y, b)
    y, b = _squeezed(y, b, x, a)
    shared = [letter for letter in x if letter in y]
    contracted = [letter for letter in shared if letter not in needed]
    batch = [letter for letter in shared if letter in needed]
    only_x = [letter for letter in x if letter not in y]
    only_y = [letter for letter in y if letter not in x]
    if not contracted:
        letters = ''.join(batch + only_x + only_y)
        letters = ''.join(letter for letter in output if letter in letters) if output else letters
        if len(letters) != len(batch) + len(only_x) + len(only_y):
            letters = ''.join(batch + only_x + only_y)
        # Sums begin at 0, which no product of -0.0 changes.
        product = _aligned(x, a, letters) * _aligned(y, b, letters)
        return letters, product + 0 if output and product.dtype.kind in 'fc' else product
    lengths = dict(zip(y, b.shape))
    lengths.update(zip(x, a.shape))
    a = a.transpose([x.index(letter) for letter in batch + only_x + contracted])
    b = b.transpose([y.index(letter) for letter in batch + contracted + only_y])
    stack = [lengths[letter] for letter in batch]
    rows = _volume(only_x, lengths)
    columns = _volume(only_y, lengths)
    inner = _volume(contracted, lengths)
    result = np.matmul(a.reshape(stack + [rows, inner]), b.reshape(stack + [inner, columns]))
    letters = batch + only_x + only_y
    return ''.join(letters), np.asarray(result).reshape([lengths[letter] for letter in letters])


def _squeezed(x, a, y, b):
    for letter in x:
        place = x.index(letter)
        if a.shape[place] == 1 and letter in y and b.shape[y.index(letter)] != 1:
            a = a.reshape(a.shape[:place] + a.shape[place + 1:])
            x = x[:place] + x[place + 1:]
    return x, a


def _aligned(subscripts, a, letters):
    """An operand with the axes of `letters`, of length 1 where it has none."""
    a = a.transpose([subscripts.index(letter) for letter in letters if letter in subscripts])
    lengths = iter(a.shape)
    return a.reshape([next(lengths) if letter in subscripts else 1 for letter in letters])


def einsum_path(*operands, optimize='greedy', einsum_call=False):
    """The order in which einsum would take the products, and a text about it.

    >>> np.einsum_path('ij,jk', np.ones((2, 3)), np.ones((3, 4)))[0]
    ['einsum_path', (0, 1)]
    """
    inputs, output, arrays, dots = _parsed(operands)
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
