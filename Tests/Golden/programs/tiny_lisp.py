"""A small Lisp interpreter."""
import math
import operator as op


class Symbol(str):
    pass


class LispError(Exception):
    pass


def tokenize(text):
    return text.replace('(', ' ( ').replace(')', ' ) ').replace("'", " ' ").split()


def parse(tokens):
    if not tokens:
        raise LispError('unexpected end')
    token = tokens.pop(0)
    if token == '(':
        result = []
        while tokens and tokens[0] != ')':
            result.append(parse(tokens))
        if not tokens:
            raise LispError('missing )')
        tokens.pop(0)
        return result
    if token == ')':
        raise LispError('unexpected )')
    if token == "'":
        return [Symbol('quote'), parse(tokens)]
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            pass
    return {'#t': True, '#f': False}.get(token, Symbol(token))


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f'unbound: {name}')


class Procedure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        if len(args) != len(self.params):
            raise LispError(f'needs {len(self.params)} arguments, got {len(args)}')
        return evaluate(self.body, Env(self.params, args, self.env))

    def __repr__(self):
        return f'<lambda {" ".join(self.params)}>'


def standard():
    env = Env()
    env.update(vars(math))
    env.update({'+': lambda *a: sum(a), '-': lambda a, *b: a - sum(b) if b else -a, '*': lambda *a: math.prod(a),
                '/': op.truediv, '<': op.lt, '>': op.gt, '<=': op.le, '>=': op.ge, '=': op.eq, 'abs': abs, 'not': op.not_,
                'list': lambda *a: list(a), 'car': lambda x: x[0], 'cdr': lambda x: x[1:], 'cons': lambda a, b: [a] + b,
                'null?': lambda x: x == [], 'length': len, 'map': lambda f, x: list(map(f, x)), 'max': max, 'min': min,
                'append': op.add, 'display': lambda x: print(show(x))})
    return env


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        if not x:
            return []
        head, *args = x
        if head == 'quote':
            return args[0]
        if head == 'if':
            test, yes, *no = args
            x = yes if evaluate(test, env) is not False else no[0] if no else []
            continue
        if head == 'define':
            target, *body = args
            if isinstance(target, list):
                target, body = target[0], [[Symbol('lambda'), target[1:], *body]]
            env[target] = evaluate(body[0], env)
            return None
        if head == 'set!':
            env.find(args[0])[args[0]] = evaluate(args[1], env)
            return None
        if head == 'lambda':
            params, *body = args
            return Procedure(params, body[0] if len(body) == 1 else [Symbol('begin'), *body], env)
        if head == 'let':
            names = [n for n, _ in args[0]]
            values = [evaluate(v, env) for _, v in args[0]]
            x, env = [Symbol('begin'), *args[1:]], Env(names, values, env)
            continue
        if head == 'begin':
            for part in args[:-1]:
                evaluate(part, env)
            x = args[-1]
            continue
        function = evaluate(head, env)
        values = [evaluate(arg, env) for arg in args]
        if isinstance(function, Procedure):
            if len(values) != len(function.params):
                raise LispError(f'{head} needs {len(function.params)} arguments, got {len(values)}')
            x, env = function.body, Env(function.params, values, function.env)
            continue
        if not callable(function):
            raise LispError(f'not a function: {show(function)}')
        return function(*values)


def show(x):
    if x is True or x is False:
        return '#t' if x else '#f'
    if isinstance(x, list):
        return '(' + ' '.join(map(show, x)) + ')'
    return str(x)


PROGRAM = """
(define (fact n) (if (<= n 1) 1 (* n (fact (- n 1)))))
(fact 20)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 2000 0)
(define (compose f g) (lambda (x) (f (g x))))
((compose (lambda (x) (* x x)) (lambda (x) (+ x 1))) 4)
(map (lambda (n) (/ n 2)) (list 1 2 3))
(let ((a 1) (b 2)) (set! a 10) (+ a b))
'(a b (c 1.5))
(cons 1 (cdr '(5 6 7)))
(define counter ((lambda (n) (lambda () (begin (set! n (+ n 1)) n))) 0))
(begin (counter) (counter) (counter))
(sqrt 2)
(if (not (null? '())) 1 2)
compose
(undefined 1)
(fact 1 2)
(1 2)
(car '())
(display (append '(1) '(#t #f)))
(+ 1
"""

env = standard()
for line in PROGRAM.strip().split('\n'):
    try:
        value = evaluate(parse(tokenize(line)), env)
        print(line, '=>', show(value) if value is not None else 'ok')
    except LispError as error:
        print(line, '=> error:', error)
    except Exception as error:
        print(line, '=>', type(error).__name__ + ':', error)
