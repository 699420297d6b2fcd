"""A Pratt parser for a small language of expressions, with a compiler to closures."""
import re
from dataclasses import dataclass
from typing import Any, Callable, List, NamedTuple, Union


class Token(NamedTuple):
    kind: str
    text: str
    column: int


SPEC = [('number', r'\d+(?:\.\d*)?(?:[eE][+-]?\d+)?'), ('name', r'[A-Za-z_]\w*'), ('string', r'"(?:\\.|[^"\\])*"'),
        ('op', r'\*\*|==|!=|<=|>=|&&|\|\||[-+*/%^<>=!?:(),\[\]]'), ('skip', r'\s+'), ('bad', r'.')]
PATTERN = re.compile('|'.join(f'(?P<{name}>{regex})' for name, regex in SPEC))


def tokens(text):
    for match in PATTERN.finditer(text):
        kind = match.lastgroup
        if kind == 'skip':
            continue
        if kind == 'bad':
            raise SyntaxError(f'unexpected {match.group()!r} at column {match.start()}')
        yield Token(kind, match.group(), match.start())
    yield Token('end', '', len(text))


@dataclass
class Number:
    value: float


@dataclass
class Text:
    value: str


@dataclass
class Name:
    name: str


@dataclass
class Unary:
    op: str
    operand: Any


@dataclass
class Binary:
    op: str
    left: Any
    right: Any


@dataclass
class Ternary:
    test: Any
    yes: Any
    no: Any


@dataclass
class Call:
    callee: Any
    args: List[Any]


@dataclass
class ListOf:
    items: List[Any]


BINDING = {'?': 1, '||': 2, '&&': 3, '==': 4, '!=': 4, '<': 5, '>': 5, '<=': 5, '>=': 5, '+': 6, '-': 6, '*': 7, '/': 7, '%': 7,
           '**': 9, '(': 10, '[': 10}


class Parser:
    def __init__(self, text):
        self.stream = tokens(text)
        self.current = next(self.stream)

    def advance(self):
        token, self.current = self.current, next(self.stream, None)
        return token

    def expect(self, text):
        if self.current.text != text:
            raise SyntaxError(f'expected {text!r}, found {self.current.text or "the end"!r} at column {self.current.column}')
        return self.advance()

    def parse(self, least=0):
        token = self.advance()
        left = self.prefix(token)
        while BINDING.get(self.current.text, 0) > least and self.current.kind == 'op':
            left = self.infix(left, self.advance())
        return left

    def prefix(self, token):
        if token.kind == 'number':
            return Number(float(token.text) if '.' in token.text or 'e' in token.text.lower() else int(token.text))
        if token.kind == 'string':
            return Text(token.text[1:-1].replace('\\"', '"'))
        if token.kind == 'name':
            return Name(token.text)
        if token.text in ('-', '!', '+'):
            return Unary(token.text, self.parse(8))
        if token.text == '(':
            inner = self.parse()
            self.expect(')')
            return inner
        if token.text == '[':
            return ListOf(self.sequence(']'))
        raise SyntaxError(f'unexpected {token.text or "end"!r} at column {token.column}')

    def sequence(self, closing):
        items = []
        while self.current.text != closing:
            items.append(self.parse())
            if self.current.text != closing:
                self.expect(',')
        self.expect(closing)
        return items

    def infix(self, left, token):
        op = token.text
        if op == '(':
            return Call(left, self.sequence(')'))
        if op == '[':
            index = self.parse()
            self.expect(']')
            return Binary('[]', left, index)
        if op == '?':
            yes = self.parse()
            self.expect(':')
            return Ternary(left, yes, self.parse())
        power = BINDING[op]
        return Binary(op, left, self.parse(power - 1 if op == '**' else power))


OPERATIONS: dict[str, Callable] = {
    '+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '%': lambda a, b: a % b,
    '**': lambda a, b: a ** b, '==': lambda a, b: a == b, '!=': lambda a, b: a != b, '<': lambda a, b: a < b,
    '>': lambda a, b: a > b, '<=': lambda a, b: a <= b, '>=': lambda a, b: a >= b, '[]': lambda a, b: a[b]}


def compiled(node):
    kind = type(node).__name__
    return globals()['compile_' + kind.lower()](node)


def compile_number(node):
    return lambda env: node.value


compile_text = compile_number


def compile_name(node):
    return lambda env: env[node.name]


def compile_unary(node):
    inner = compiled(node.operand)
    return {'-': lambda env: -inner(env), '!': lambda env: not inner(env), '+': lambda env: +inner(env)}[node.op]


def compile_binary(node):
    left, right = compiled(node.left), compiled(node.right)
    if node.op == '&&':
        return lambda env: left(env) and right(env)
    if node.op == '||':
        return lambda env: left(env) or right(env)
    f = OPERATIONS[node.op]
    return lambda env: f(left(env), right(env))


def compile_ternary(node):
    test, yes, no = map(compiled, (node.test, node.yes, node.no))
    return lambda env: yes(env) if test(env) else no(env)


def compile_call(node):
    callee, args = compiled(node.callee), [compiled(a) for a in node.args]
    return lambda env: callee(env)(*(a(env) for a in args))


def compile_listof(node):
    items = [compiled(i) for i in node.items]
    return lambda env: [i(env) for i in items]


def run(text, **env):
    parser = Parser(text)
    tree = parser.parse()
    if parser.current.kind != 'end':
        raise SyntaxError(f'unexpected {parser.current.text!r} at column {parser.current.column}')
    return tree, compiled(tree)({'max': max, 'len': len, 'pi': 3.14159, 'true': True, **env})


print(run('1 + 2 * x ** 2', x=3))
for text in ['-2 ** 2', '2 ** 3 ** 2', '(1 + 2) * 3 - -4', 'max(1, 2 * 3, [4, 5][1])', '1 < 2 && !(3 > 4) || missing', 'x > 1 ? "big" : x == 1 ? "one" : "small"',
             '"say \\"hi\\"" + "!"', 'len([1, [2, 3], "x"]) % 2', '1.5e2 / 4', 'pi * r ** 2', 'missing + 1', '1 +', '(1', '[1, 2', '1 2', '1 $ 2', 'f(1)(2)', '1 / 0', '"a" - 1']:
    try:
        print(text, '=', repr(run(text, x=1, r=2, f=lambda a: lambda b: a + b)[1]))
    except Exception as error:
        print(text, '!', type(error).__name__, error)
