import re

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|(.))")


def tokens(text):
    for number, op in TOKEN.findall(text):
        if number:
            yield "num", float(number) if "." in number else int(number)
        elif op.strip():
            yield "op", op
    yield "end", None


class Parser:
    def __init__(self, text):
        self.toks = tokens(text)
        self.advance()

    def advance(self):
        self.kind, self.value = next(self.toks)

    def accept(self, *ops):
        if self.kind == "op" and self.value in ops:
            op = self.value
            self.advance()
            return op

    def expr(self):
        left = self.term()
        while op := self.accept("+", "-"):
            right = self.term()
            left = left + right if op == "+" else left - right
        return left

    def term(self):
        left = self.factor()
        while op := self.accept("*", "/", "%"):
            right = self.factor()
            left = {"*": lambda: left * right, "/": lambda: left / right, "%": lambda: left % right}[op]()
        return left

    def factor(self):
        if self.accept("-"):
            return -self.factor()
        base = self.atom()
        return base ** self.factor() if self.accept("^") else base

    def atom(self):
        if self.kind == "num":
            value = self.value
            self.advance()
            return value
        if self.accept("("):
            value = self.expr()
            if not self.accept(")"):
                raise SyntaxError("missing )")
            return value
        raise SyntaxError(f"unexpected {self.value!r}")


def calc(text):
    p = Parser(text)
    value = p.expr()
    if p.kind != "end":
        raise SyntaxError(f"rest {p.value!r}")
    return value


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "7 / 2 - 0.5", "10 % 4 * 2", "2 ^ 100", "1 +", "(1", "1 2", "4 / 0", "$"):
    try:
        print(f"{text:>12} = {calc(text)}")
    except (SyntaxError, ZeroDivisionError) as e:
        print(f"{text:>12} ! {type(e).__name__}: {e}")
