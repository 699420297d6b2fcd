import operator as op


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise NameError(f"unbound {name}")
        return self.outer.find(name)


def tokenize(text):
    return text.replace("(", " ( ").replace(")", " ) ").split()


def read(tokens):
    if not tokens:
        raise SyntaxError("unexpected end")
    token = tokens.pop(0)
    if token == "(":
        items = []
        while tokens and tokens[0] != ")":
            items.append(read(tokens))
        if not tokens:
            raise SyntaxError("missing )")
        tokens.pop(0)
        return items
    if token == ")":
        raise SyntaxError("unexpected )")
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            pass
    return token


GLOBAL = Env(["+", "-", "*", "/", "<", "=", "list", "car", "cdr", "cons", "null?"],
             [lambda *a: sum(a), op.sub, op.mul, op.truediv, op.lt, op.eq, lambda *a: list(a),
              lambda x: x[0], lambda x: x[1:], lambda a, b: [a] + b, lambda x: x == []])


def evaluate(x, env=GLOBAL):
    while True:
        if isinstance(x, str):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        head, *rest = x
        if head == "quote":
            return rest[0]
        if head == "if":
            test, then, other = rest
            x = then if evaluate(test, env) else other
        elif head == "define":
            env[rest[0]] = evaluate(rest[1], env)
            return None
        elif head == "lambda":
            params, body = rest
            return lambda *args, env=env: evaluate(body, Env(params, args, env))
        else:
            f, *args = [evaluate(item, env) for item in x]
            return f(*args)


def show(v):
    return "(" + " ".join(map(show, v)) + ")" if isinstance(v, list) else str(v)


for line in """(define square (lambda (x) (* x x)))
(square 12)
(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))
(fact 25)
(define map (lambda (f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))))
(map square (list 1 2 3))
(quote (a (b 1.5) c))
(define adder (lambda (n) (lambda (x) (+ x n))))
((adder 5) 10)
(+ 1 2 3)
(undefined 1)
(/ 1 0)
(+ 1
)""".split("\n"):
    try:
        value = evaluate(read(tokenize(line)))
        print(f"{line} => {show(value)}")
    except Exception as e:
        print(f"{line} !! {type(e).__name__}: {e}")
