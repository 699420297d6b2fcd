"""Paragraphs: wrapping, filling and indenting."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_space = '\t\n\x0b\x0c\r '


def _split_plain(text):
    """Words and the white space between them."""
    chunks = []
    at, n = 0, len(text)
    while at < n:
        start = at
        space = text[at] in _space
        while at < n and (text[at] in _space) == space:
            at += 1
        chunks.append(text[start:at])
    return chunks


def _split_word(word):
    """The parts of a word between which a line may be broken: behind hyphens inside words, before and behind dashes."""
    if '-' not in word:
        return [word]
    parts = []
    start, n = 0, len(word)
    while start < n:
        end = _dash_end(word, start)
        if not end:
            end = start + 1
            while end < n and not _dash_end(word, end):
                end += 1
                if word[end - 1] == '-' and _breaks_behind(word, end - 1):
                    break
        parts.append(word[start:end])
        start = end
    return parts


def _dash_end(word, at):
    """Where a dash of two or more hyphens that begins here ends, if it stands between words."""
    if word[at] != '-' or at == 0 or not (word[at - 1].isalnum() or word[at - 1] in '_!"\'&.,?'):
        return 0
    end = at
    while end < len(word) and word[end] == '-':
        end += 1
    return end if end - at > 1 and end < len(word) and _is_word(word[end]) else 0


def _breaks_behind(word, at):
    """Whether a line may be broken behind the hyphen here: two letters, or two that stand alone, on both sides."""
    before = word[max(at - 3, 0):at]
    after = word[at + 1:at + 4]
    if not (len(before) > 1 and _is_letter(before[-1]) and
            (_is_letter(before[-2]) or before[-2] == '-' and len(before) == 3 and _is_letter(before[0]))):
        return False
    if len(after) < 2 or not _is_letter(after[0]):
        return False
    return _is_letter(after[1]) or after[1] == '-' and len(after) == 3 and _is_letter(after[2])


def _is_word(c):
    return c.isalnum() or c == '_'


def _is_letter(c):
    return _is_word(c) and not c.isdecimal()


class TextWrapper:
    """Breaks text into lines."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.tabsize, self.replace_whitespace = expand_tabs, tabsize, replace_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.drop_whitespace, self.fix_sentence_endings = drop_whitespace, fix_sentence_endings

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in '\t\n\x0b\x0c\r':
                text = text.replace(c, ' ')
        chunks = _split_plain(text)
        if self.break_on_hyphens and '-' in text:
            chunks = [part for chunk in chunks for part in _split_word(chunk)]
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == ' ' and _ends_sentence(chunks[i]):
                    chunks[i + 1] = '  '
        return chunks

    def _break_long(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        if self.break_long_words:
            end = room
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind('-', 0, room)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _wrap(self, chunks):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break_long(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                line.pop()
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines or
                    (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
                    and length <= width):
                lines.append(indent + ''.join(line))
                continue
            self._cut(lines, line, length, width, indent)
            break
        return lines

    def _cut(self, lines, line, length, width, indent):
        """Ends the last line allowed with the placeholder."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + ''.join(line))
                return
            length -= len(line[-1])
            line.pop()
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        """The lines of one paragraph."""
        return self._wrap(self._chunks(text))

    def fill(self, text):
        """The lines of one paragraph as one string."""
        return '\n'.join(self.wrap(text))


def _ends_sentence(chunk):
    chunk = chunk[:-1] if chunk[-1:] in ('"', "'") else chunk
    return len(chunk) > 1 and chunk[-1] in '.!?' and chunk[-2].islower() and chunk[-2].isascii()


def wrap(text, width=70, **kwargs):
    """The lines of one paragraph, at most `width` long."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """One paragraph broken into lines, as one string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The first words of a text that fit, and `[...]` in place of the rest."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """The text without the white space that begins each of its lines."""
    lines = text.split('\n')
    lines = ['' if not line.strip(' \t') else line for line in lines]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
        else:
            n = 0
            while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
                n += 1
            margin = margin[:n]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """The text with a prefix at each line that is not blank, or that the predicate accepts."""
    if predicate is None:
        predicate = str.strip
    return ''.join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
