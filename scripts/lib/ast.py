"""Values of literals."""

__all__ = ['literal_eval']

_names = {'None': None, 'True': True, 'False': False}


def literal_eval(node_or_string):
    """The value of a text that has only literals: numbers, strings, bytes, tuples, lists, dictionaries and sets."""
    if not isinstance(node_or_string, str):
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    text = node_or_string.lstrip(' \t')
    return _Reader(text).whole()


class _Malformed(Exception):
    """A text that is an expression but no literal."""


class _Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def whole(self):
        try:
            value = self.tuple_or_value()
            self.skip()
            if self.at < len(self.text):
                raise _Malformed
            return value
        except (_Malformed, IndexError):
            # A text that is no expression at all is an error of syntax.
            compile(self.text, '<unknown>', 'eval')
            raise ValueError(f'malformed node or string on line 1: {self.text!r}') from None

    def skip(self):
        text = self.text
        while self.at < len(text):
            c = text[self.at]
            if c == '#':
                end = text.find('\n', self.at)
                self.at = len(text) if end < 0 else end
            elif c in ' \t\n\r\f':
                self.at += 1
            else:
                return

    def peek(self):
        self.skip()
        return self.text[self.at:self.at + 1]

    def accept(self, c):
        if self.peek() == c:
            self.at += 1
            return True
        return False

    def tuple_or_value(self):
        value = self.value()
        if self.peek() != ',':
            return value
        items = [value]
        while self.accept(','):
            if self.peek() in ('', ')'):
                break
            items.append(self.value())
        return tuple(items)

    def value(self):
        value = self.term()
        # Only a complex number is a sum.
        c = self.peek()
        if c in ('+', '-') and c and isinstance(value, (int, float)) and not isinstance(value, bool):
            self.at += 1
            self.skip()
            start = self.at
            other = self.number(start)
            if not isinstance(other, complex):
                raise _Malformed
            return value + other if c == '+' else value - other
        return value

    def term(self):
        c = self.peek()
        if c == '(':
            self.at += 1
            if self.accept(')'):
                return ()
            value = self.tuple_or_value()
            if not self.accept(')'):
                raise _Malformed
            return value
        if c == '[':
            self.at += 1
            return self.items(']')
        if c == '{':
            self.at += 1
            return self.braces()
        if c in ('+', '-') and c:
            self.at += 1
            if self.peek() in ('+', '-'):
                raise _Malformed
            value = self.term()
            if type(value) not in (int, float, complex):
                raise _Malformed
            return -value if c == '-' else +value
        if c.isdigit() or c == '.':
            if self.text.startswith('...', self.at):
                self.at += 3
                return ...
            return self.number(self.at)
        return self.name_or_string()

    def items(self, end):
        result = []
        while not self.accept(end):
            result.append(self.value())
            if not self.accept(','):
                if not self.accept(end):
                    raise _Malformed
                break
        return result

    def braces(self):
        if self.accept('}'):
            return {}
        first = self.value()
        if not self.accept(':'):
            if self.accept(','):
                return {first, *self.items('}')}
            if self.accept('}'):
                return {first}
            raise _Malformed
        result = {first: self.value()}
        while self.accept(','):
            if self.peek() == '}':
                break
            key = self.value()
            if not self.accept(':'):
                raise _Malformed
            result[key] = self.value()
        if not self.accept('}'):
            raise _Malformed
        return result

    def number(self, start):
        text = self.text
        at = start
        while at < len(text) and (text[at].isalnum() or text[at] in '._' or
                                  text[at] in '+-' and text[at - 1] in 'eE' and text[start:start + 2].lower() != '0x'):
            at += 1
        word = text[start:at]
        self.at = at
        try:
            if word[-1:] in 'jJ':
                return complex(word)
            if word[:2].lower() in ('0x', '0o', '0b'):
                return int(word, 0)
            if '.' in word or 'e' in word.lower():
                return float(word)
            return int(word, 10) if not word.strip('0_') or word[0] != '0' else int(word, 0)
        except ValueError:
            raise _Malformed from None

    def name_or_string(self):
        text = self.text
        start = at = self.at
        while at < len(text) and (text[at].isalnum() or text[at] == '_'):
            at += 1
        word = text[start:at]
        if at < len(text) and text[at] in '"\'' and word.lower() in ('', 'r', 'u', 'b', 'br', 'rb'):
            value = self.string(start, at)
            while self.peek() in ('"', "'") and self.peek() or self.peek().lower() in ('r', 'u', 'b') and self.peek():
                value += self.name_or_string()
            return value
        if word in _names:
            self.at = at
            return _names[word]
        if word == 'set' and text.startswith('()', at):
            self.at = at + 2
            return set()
        raise _Malformed

    def string(self, start, at):
        text = self.text
        quote = text[at]
        if text.startswith(quote * 3, at):
            quote *= 3
        end = at + len(quote)
        while not text.startswith(quote, end):
            if end >= len(text):
                raise _Malformed
            end += 2 if text[end] == '\\' else 1
        end += len(quote)
        self.at = end
        # The text of one string literal is safe to evaluate.
        return eval(text[start:end], {'__builtins__': {}})
