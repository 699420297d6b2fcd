from enum import Enum, auto
from typing import Iterator, NamedTuple, Optional


class Kind(Enum):
    NUMBER = auto()
    NAME = auto()
    STRING = auto()
    OP = auto()
    END = auto()


class Token(NamedTuple):
    kind: Kind
    text: str
    line: int
    column: int = 0

    def __str__(self) -> str:
        return f"{self.line}:{self.column} {self.kind.name} {self.text!r}"


class LexError(SyntaxError):
    def __init__(self, message: str, line: int, column: int):
        super().__init__(f"{message} at {line}:{column}")


def lex(source: str) -> Iterator[Token]:
    for number, line in enumerate(source.split("\n"), start=1):
        column = 0
        while column < len(line):
            c, start = line[column], column
            if c == " ":
                column += 1
                continue
            if c.isdigit():
                while column < len(line) and (line[column].isdigit() or line[column] == "."):
                    column += 1
                kind = Kind.NUMBER
            elif c.isalpha() or c == "_":
                while column < len(line) and (line[column].isalnum() or line[column] == "_"):
                    column += 1
                kind = Kind.NAME
            elif c == '"':
                column = line.find('"', column + 1) + 1
                if not column:
                    raise LexError("unterminated string", number, start)
                kind = Kind.STRING
            elif line[column:column + 2] in ("==", "<=", "**"):
                column += 2
                kind = Kind.OP
            elif c in "+-*/=()<>":
                column += 1
                kind = Kind.OP
            else:
                raise LexError(f"unexpected {c!r}", number, column)
            yield Token(kind, line[start:column], number, start)
    yield Token(Kind.END, "", number)


def find(tokens, kind: Kind) -> Optional[Token]:
    return next((t for t in tokens if t.kind is kind), None)


source = 'größe = 3.14 ** x_1\nprint("hi there") <= 2'
for token in lex(source):
    print(token)
print(find(lex(source), Kind.STRING), find(lex("1"), Kind.NAME), Token._fields, Token(Kind.OP, "+", 1))
for bad in ('a = "open', "x ? y", "1 + $"):
    try:
        print(len(list(lex(bad))))
    except LexError as e:
        print(type(e).__name__, e.msg)
print(lex.__annotations__["source"], Kind.OP.value, list(Kind)[0])
