"""A compiler from a small language to bytecode, and a stack machine that runs it."""
import re
import sys
from collections import namedtuple

Instr = namedtuple('Instr', 'op arg', defaults=[None])


class CompileError(SyntaxError):
    pass


class Compiler:
    def __init__(self, source):
        self.tokens = re.findall(r'\d+|[a-z_]+|==|!=|<=|>=|[-+*/%<>=(){};,]|"[^"]*"', source)
        self.position = 0
        self.code = []
        self.functions = {}

    def peek(self):
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def next(self, expected=None):
        token = self.peek()
        if expected is not None and token != expected:
            raise CompileError(f'expected {expected!r} but found {token!r}')
        self.position += 1
        return token

    def emit(self, op, arg=None):
        self.code.append(Instr(op, arg))
        return len(self.code) - 1

    def patch(self, place):
        self.code[place] = self.code[place]._replace(arg=len(self.code))

    def program(self):
        while self.peek():
            self.statement()
        self.emit('halt')
        return self.code, self.functions

    def block(self):
        self.next('{')
        while self.peek() != '}':
            self.statement()
        self.next('}')

    def statement(self):
        token = self.peek()
        if token == 'def':
            self.next()
            name = self.next()
            self.next('(')
            params = []
            while self.peek() != ')':
                params.append(self.next())
                if self.peek() == ',':
                    self.next()
            self.next(')')
            skip = self.emit('jump')
            self.functions[name] = (len(self.code), params)
            self.block()
            self.emit('push', 0)
            self.emit('return')
            self.patch(skip)
        elif token == 'while':
            self.next()
            start = len(self.code)
            self.expression()
            leave = self.emit('jump_if_false')
            self.block()
            self.emit('jump', start)
            self.patch(leave)
        elif token == 'if':
            self.next()
            self.expression()
            other = self.emit('jump_if_false')
            self.block()
            if self.peek() == 'else':
                self.next()
                end = self.emit('jump')
                self.patch(other)
                self.block()
                self.patch(end)
            else:
                self.patch(other)
        elif token in ('print', 'return'):
            self.next()
            self.expression()
            self.emit(token)
            self.next(';')
        elif self.tokens[self.position + 1:self.position + 2] == ['=']:
            name = self.next()
            self.next('=')
            self.expression()
            self.emit('store', name)
            self.next(';')
        else:
            self.expression()
            self.emit('drop')
            self.next(';')

    levels = [('==', '!=', '<', '>', '<=', '>='), ('+', '-'), ('*', '/', '%')]

    def expression(self, level=0):
        if level == len(self.levels):
            return self.atom()
        self.expression(level + 1)
        while self.peek() in self.levels[level]:
            op = self.next()
            self.expression(level + 1)
            self.emit('binary', op)

    def atom(self):
        token = self.next()
        if token is None:
            raise CompileError('unexpected end')
        if token.isdigit():
            self.emit('push', int(token))
        elif token.startswith('"'):
            self.emit('push', token.strip('"'))
        elif token == '(':
            self.expression()
            self.next(')')
        elif token == '-':
            self.emit('push', 0)
            self.atom()
            self.emit('binary', '-')
        elif self.peek() == '(':
            self.next()
            count = 0
            while self.peek() != ')':
                self.expression()
                count += 1
                if self.peek() == ',':
                    self.next()
            self.next(')')
            self.emit('call', (token, count))
        elif token.isidentifier():
            self.emit('load', token)
        else:
            raise CompileError(f'unexpected {token!r}')


class VM:
    binary = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a // b,
              '%': lambda a, b: a % b, '==': lambda a, b: int(a == b), '!=': lambda a, b: int(a != b),
              '<': lambda a, b: int(a < b), '>': lambda a, b: int(a > b), '<=': lambda a, b: int(a <= b), '>=': lambda a, b: int(a >= b)}

    def __init__(self, code, functions):
        self.code, self.functions = code, functions
        self.stack, self.frames, self.steps = [], [({}, None)], 0

    def run(self, limit=100000):
        pc = 0
        while True:
            self.steps += 1
            if self.steps > limit:
                raise TimeoutError(f'over {limit} steps')
            op, arg = self.code[pc]
            pc += 1
            names = self.frames[-1][0]
            if op == 'halt':
                return self.steps
            elif op == 'push':
                self.stack.append(arg)
            elif op == 'load':
                try:
                    self.stack.append(names[arg] if arg in names else self.frames[0][0][arg])
                except KeyError:
                    raise NameError(f'undefined variable {arg}') from None
            elif op == 'store':
                names[arg] = self.stack.pop()
            elif op == 'drop':
                self.stack.pop()
            elif op == 'binary':
                b, a = self.stack.pop(), self.stack.pop()
                self.stack.append(self.binary[arg](a, b))
            elif op == 'jump':
                pc = arg
            elif op == 'jump_if_false':
                if not self.stack.pop():
                    pc = arg
            elif op == 'print':
                print('  out:', self.stack.pop())
            elif op == 'call':
                name, count = arg
                start, params = self.functions[name]
                if count != len(params):
                    raise TypeError(f'{name} takes {len(params)}, not {count}')
                args = self.stack[len(self.stack) - count:]
                del self.stack[len(self.stack) - count:]
                self.frames.append((dict(zip(params, args)), pc))
                pc = start
            elif op == 'return':
                _, pc = self.frames.pop()


PROGRAMS = {
    'loop': 'i = 0; s = 0; while i < 10 { i = i + 1; if i % 2 == 0 { s = s + i; } else { s = s - 1; } } print s;',
    'fib': 'def fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); } print fib(12); print fib(1);',
    'gcd': 'def gcd(a, b) { while b { t = a % b; a = b; b = t; } return a; } print gcd(1071, 462) * -(1 + 2);',
    'text': 'print "hello " + "world"; print "ab" * 3;',
    'forever': 'while 1 { x = 1; }',
    'undefined': 'print y;',
    'arity': 'def f(a) { return a; } print f(1, 2);',
    'syntax': 'x = (1 + ; ',
    'open': 'while 1 { x = 1;',
    'zero': 'print 1 / 0;',
}
for name, source in PROGRAMS.items():
    print(name)
    try:
        code, functions = Compiler(source).program()
        if name == 'gcd':
            for i, (op, arg) in enumerate(code[:8]):
                print(f'  {i:>3} {op:<14}{"" if arg is None else arg!r}')
        print('  steps:', VM(code, functions).run())
    except Exception as error:
        print(f'  {type(error).__name__}: {error}')
