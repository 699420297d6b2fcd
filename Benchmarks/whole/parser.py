"""Tokens, a recursive descent parser, a tree, its value and its text: `parser.py [TIMES]`."""

import sys


class ParseError(Exception):
    def __init__(self, position, message):
        super().__init__(f"at {position}: {message}")
        self.position = position


class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self, env):
        return self.value

    def __str__(self):
        return str(self.value)


class Variable:
    def __init__(self, name):
        self.name = name

    def evaluate(self, env):
        if self.name not in env:
            raise NameError(f"unknown variable {self.name}")
        return env[self.name]

    def __str__(self):
        return self.name


class Binary:
    OPS = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
        "%": lambda a, b: a % b,
        "^": lambda a, b: a ** b,
    }

    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def evaluate(self, env):
        return self.OPS[self.op](self.left.evaluate(env), self.right.evaluate(env))

    def __str__(self):
        return f"({self.left} {self.op} {self.right})"


class Negative:
    def __init__(self, arg):
        self.arg = arg

    def evaluate(self, env):
        return -self.arg.evaluate(env)

    def __str__(self):
        return f"-{self.arg}"


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            word = text[start:i]
            yield "number", float(word) if "." in word else int(word), start
        elif c.isalpha():
            start = i
            while i < len(text) and text[i].isalnum():
                i += 1
            yield "name", text[start:i], start
        elif c in "+-*/%^()":
            yield "op", c, i
            i += 1
        else:
            raise ParseError(i, f"unexpected character {c!r}")
    yield "end", None, len(text)


class Parser:
    LEVELS = [("+", "-"), ("*", "/", "%")]

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.index = 0

    def peek(self):
        return self.tokens[self.index]

    def take(self, *ops):
        kind, value, _ = self.peek()
        if kind == "op" and value in ops:
            self.index += 1
            return value
        return None

    def parse(self):
        tree = self.level(0)
        kind, value, position = self.peek()
        if kind != "end":
            raise ParseError(position, f"unexpected {value!r}")
        return tree

    def level(self, depth):
        if depth == len(self.LEVELS):
            return self.power()
        left = self.level(depth + 1)
        while op := self.take(*self.LEVELS[depth]):
            left = Binary(op, left, self.level(depth + 1))
        return left

    def power(self):
        if self.take("-"):
            return Negative(self.power())
        base = self.atom()
        return Binary("^", base, self.power()) if self.take("^") else base

    def atom(self):
        kind, value, position = self.peek()
        self.index += 1
        if kind == "number":
            return Number(value)
        if kind == "name":
            return Variable(value)
        if kind == "op" and value == "(":
            tree = self.level(0)
            if not self.take(")"):
                raise ParseError(self.peek()[2], "expected )")
            return tree
        raise ParseError(position, "expected a number" if kind == "end" else f"unexpected {value!r}")


TEXTS = ["1 + 2 * 3", "(x + 1) * (x - 1)", "2 ^ 3 ^ 2 - -y", "10 / 4 % 2", "-(3 + x) * 2.5", "((((x))))", "1 + * 2", "(1 + 2",
         "3 $ 4", "z + 1", "1 / (x - 2)", "2 ^ 200 % 1000007", "", "a b"]


def main(times):
    env = {"x": 2, "y": 7}
    total = 0
    for round in range(times):
        env["y"] = round
        for text in TEXTS:
            try:
                tree = Parser(text).parse()
                value = tree.evaluate(env)
                total += int(value) % 1009
                line = f"{tree} = {value}"
            except (ParseError, NameError, ZeroDivisionError) as e:
                line = f"{type(e).__name__} {e}"
                total += 1
            if round == 0:
                print(f"{text:<20} {line}")
    print("total", total)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
