"""Differences between sequences."""

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
           'context_diff', 'unified_diff', 'Match']

_match_class = None


def Match(a, b, size):
    """Where two sequences are equal."""
    global _match_class
    if _match_class is None:
        from collections import namedtuple
        _match_class = namedtuple('Match', 'a b size', module='difflib')
    return _match_class(a, b, size)


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


def _counts(items):
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return counts


class SequenceMatcher:
    """Finds what two sequences have in common: the longest equal part, then on both sides of it."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.a = self.b = None
        self.isjunk, self.autojunk = isjunk, autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Takes two other sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Takes another first sequence."""
        if a is not self.a:
            self.matching_blocks = self.opcodes = None
            self.a = a

    def set_seq2(self, b):
        """Takes another second sequence."""
        if b is not self.b:
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self.b = b
            self._places()

    def _places(self):
        """Notes where the items of the second sequence are, without those that nothing can be told by."""
        places = {}
        for place, item in enumerate(self.b):
            places.setdefault(item, []).append(place)
        isjunk, n = self.isjunk, len(self.b)
        self.bjunk = {item for item in places if isjunk(item)} if isjunk else set()
        often = n // 100 + 1 if self.autojunk and n >= 200 else n
        self.bpopular = {item for item, found in places.items() if len(found) > often and item not in self.bjunk}
        for item in self.bjunk | self.bpopular:
            del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest equal part, the first of several."""
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        i0, j0, size = alo, blo, 0
        lengths = {}
        nothing = []
        for i in range(alo, ahi):
            new = {}
            for j in places.get(a[i], nothing):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = new[j] = lengths.get(j - 1, 0) + 1
                if k > size:
                    i0, j0, size = i - k + 1, j - k + 1, k
            lengths = new
        # Equal popular items, then junk, lengthen the part on both sides.
        for of_junk in (False, True):
            while i0 > alo and j0 > blo and (b[j0 - 1] in junk) == of_junk and a[i0 - 1] == b[j0 - 1]:
                i0, j0, size = i0 - 1, j0 - 1, size + 1
            while i0 + size < ahi and j0 + size < bhi and (b[j0 + size] in junk) == of_junk \
                    and a[i0 + size] == b[j0 + size]:
                size += 1
        return Match(i0, j0, size)

    def get_matching_blocks(self):
        """All equal parts, and an empty one at the end."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        end = len(self.a), len(self.b)
        # Parts still to be compared, the first of them on top: so the blocks are found in their order.
        parts = [(0, 0, *end, None)]
        blocks = []
        while parts:
            alo, blo, ahi, bhi, block = parts.pop()
            if block is None:
                i, j, size = self.find_longest_match(alo, ahi, blo, bhi)
                if not size:
                    continue
                block = i, j, size
                if i + size < ahi and j + size < bhi:
                    parts.append((i + size, j + size, ahi, bhi, None))
                if alo < i and blo < j:
                    parts += (0, 0, 0, 0, block), (alo, blo, i, j, None)
                    continue
            i, j, size = block
            if blocks and blocks[-1][0] + blocks[-1][2] == i and blocks[-1][1] + blocks[-1][2] == j:
                i, j, before = blocks.pop()
                size += before
            blocks.append((i, j, size))
        self.matching_blocks = [Match(*block) for block in blocks] + [Match(*end, 0)]
        return self.matching_blocks

    def get_opcodes(self):
        """How to make the second sequence of the first."""
        if self.opcodes is not None:
            return self.opcodes
        codes = []
        i1 = j1 = 0
        for i2, j2, size in self.get_matching_blocks():
            if i1 < i2 or j1 < j2:
                tag = 'insert' if i1 == i2 else 'delete' if j1 == j2 else 'replace'
                codes.append((tag, i1, i2, j1, j2))
            i1, j1 = i2 + size, j2 + size
            if size:
                codes.append(('equal', i2, i1, j2, j1))
        self.opcodes = codes
        return codes

    def get_grouped_opcodes(self, n=3):
        """The changes in groups with n equal items around them."""
        group = []
        codes = self.get_opcodes()
        last = len(codes) - 1
        for place, code in enumerate(codes):
            tag, i1, i2, j1, j2 = code
            # Of what is equal, n items belong to the change before, n to the change behind.
            if tag != 'equal' or i2 - i1 <= n * ((place > 0) + (place < last)):
                group.append(code)
                continue
            if place > 0:
                group.append((tag, i1, i1 + n, j1, j1 + n))
            if place < last:
                if place > 0:
                    yield group
                group = [(tag, i2 - n, i2, j2 - n, j2)]
        if any(code[0] != 'equal' for code in group):
            yield group

    def ratio(self):
        """How alike the sequences are, from 0 to 1."""
        return _ratio(sum(block[2] for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """A number that `ratio` does not exceed."""
        if self.fullbcount is None:
            self.fullbcount = _counts(self.b)
        there = self.fullbcount.get
        common = sum([min(count, there(item, 0)) for item, count in _counts(self.a).items()])
        return _ratio(common, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """A number that `ratio` does not exceed, at once."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The n words that are most like a word."""
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for x in possibilities:
        matcher.set_seq1(x)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), x))
    return [x for score, x in sorted(found, reverse=True)[:n]]


def IS_LINE_JUNK(line, pat=None):
    """Whether a line is blank or has only a `#`."""
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    """Whether a character is a space or tab."""
    return ch in ws


_marks = {'replace': '^', 'delete': '-', 'insert': '+', 'equal': ' '}


class Differ:
    """Compares lines, and the characters of lines that are alike."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """The lines of both, marked by `- `, `+ `, `  ` and `? `."""
        matcher = SequenceMatcher(self.linejunk, a, b)
        for tag, *bounds in matcher.get_opcodes():
            if tag == 'equal':
                yield from _marked(' ', a, *bounds[:2])
            else:
                yield from self._side(a, *bounds[:2], b, *bounds[2:])

    def _plain(self, a, alo, ahi, b, blo, bhi):
        if bhi - blo < ahi - alo:
            yield from _marked('+', b, blo, bhi)
            yield from _marked('-', a, alo, ahi)
        else:
            yield from _marked('-', a, alo, ahi)
            yield from _marked('+', b, blo, bhi)

    def _replace(self, a, alo, ahi, b, blo, bhi):
        pair = self._nearest(a, alo, ahi, b, blo, bhi)
        if pair is None:
            yield from self._plain(a, alo, ahi, b, blo, bhi)
            return
        i, j = pair
        yield from self._side(a, alo, i, b, blo, j)
        if a[i] == b[j]:
            yield '  ' + a[i]
        else:
            yield from self._alike(a[i], b[j])
        yield from self._side(a, i + 1, ahi, b, j + 1, bhi)

    def _nearest(self, a, alo, ahi, b, blo, bhi):
        """The places of the two lines that are most alike, or of the first equal ones if no others are; or None."""
        matcher = SequenceMatcher(self.charjunk)
        ratio, quick, quicker = matcher.ratio, matcher.quick_ratio, matcher.real_quick_ratio
        best, pair, same = 0.74, None, None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    same = same or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if quicker() > best and quick() > best and ratio() > best:
                    best, pair = ratio(), (i, j)
        return same if best < 0.75 else pair

    def _alike(self, line, other):
        """Two lines that are alike, with marks under what is different."""
        under = over = ''
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, line, other).get_opcodes():
            over += _marks[tag] * (i2 - i1)
            under += _marks[tag] * (j2 - j1)
        for sign, text, marks in (('-', line, over), ('+', other, under)):
            yield f'{sign} {text}'
            marks = _with_tabs(text, marks)
            if marks:
                yield f'? {marks}\n'

    def _side(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi:
            if blo < bhi:
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            else:
                yield from _marked('-', a, alo, ahi)
        elif blo < bhi:
            yield from _marked('+', b, blo, bhi)


def _marked(tag, x, lo, hi):
    for i in range(lo, hi):
        yield f'{tag} {x[i]}'


def _with_tabs(line, tags):
    """Marks under a line, with the line's own white space where there is no mark."""
    return ''.join([c if t == ' ' and c.isspace() else t for c, t in zip(line, tags)]).rstrip()


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of both, marked by `- `, `+ `, `  ` and `? `."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the two lists of lines that `ndiff` compared."""
    try:
        tag = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    for line in delta:
        if line[:2] in ('  ', tag):
            yield line[2:]


def _span(start, stop):
    length = stop - start
    beginning = start + 1
    if length == 1:
        return str(beginning)
    return f'{beginning - 1 if not length else beginning},{length}'


def _heading(mark, name, date, lineterm):
    return f'{mark} {name}' + (f'\t{date}' if date else '') + lineterm


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The changes with n lines around them, as `diff -u` prints them."""
    _check(a, b)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _heading('---', fromfile, fromfiledate, lineterm)
            yield _heading('+++', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f'@@ -{_span(first[1], last[2])} +{_span(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            sign = ' ' if tag == 'equal' else '-'
            for line in a[i1:i2]:
                yield sign + line
            if tag != 'equal':
                for line in b[j1:j2]:
                    yield '+' + line


def _wide_span(start, stop):
    length = stop - start
    beginning = start + 1
    if not length:
        beginning -= 1
    return str(beginning) if length <= 1 else f'{beginning},{beginning + length - 1}'


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The changes with n lines around them, as `diff -c` prints them."""
    _check(a, b)
    prefix = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _heading('***', fromfile, fromfiledate, lineterm)
            yield _heading('---', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield f'*** {_wide_span(first[1], last[2])} ****{lineterm}'
        yield from _side_by_signs(a, [(tag, i1, i2) for tag, i1, i2, _, _ in group], prefix)
        yield f'--- {_wide_span(first[3], last[4])} ----{lineterm}'
        yield from _side_by_signs(b, [(tag, j1, j2) for tag, _, _, j1, j2 in group], prefix)


def _side_by_signs(lines, parts, prefix):
    """The lines of one side behind their signs, if any of them is changed."""
    if any(tag != 'equal' and lo < hi for tag, lo, hi in parts):
        for tag, lo, hi in parts:
            for line in lines[lo:hi]:
                yield prefix[tag] + line


def _check(a, b):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
