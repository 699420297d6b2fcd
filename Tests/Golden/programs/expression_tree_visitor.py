class Node:
    def accept(self, visitor):
        for cls in type(self).__mro__:
            method = getattr(visitor, f"visit_{cls.__name__.lower()}", None)
            if method:
                return method(self)
        raise TypeError(f"{type(visitor).__name__} cannot visit {type(self).__name__}")

    def __add__(self, o):
        return Binary("+", self, wrap(o))

    def __radd__(self, o):
        return wrap(o) + self

    def __mul__(self, o):
        return Binary("*", self, wrap(o))

    def __rmul__(self, o):
        return wrap(o) * self

    def __neg__(self):
        return Unary("-", self)


class Number(Node):
    def __init__(self, value):
        self.value = value


class Name(Node):
    def __init__(self, name):
        self.name = name


class Unary(Node):
    def __init__(self, op, arg):
        self.op, self.arg = op, arg


class Binary(Node):
    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right


def wrap(x):
    return x if isinstance(x, Node) else Number(x)


class Show:
    def visit_number(self, n):
        return str(n.value)

    def visit_name(self, n):
        return n.name

    def visit_unary(self, n):
        return f"({n.op}{n.arg.accept(self)})"

    def visit_binary(self, n):
        return f"({n.left.accept(self)} {n.op} {n.right.accept(self)})"


class Evaluate:
    def __init__(self, **env):
        self.env = env

    def visit_number(self, n):
        return n.value

    def visit_name(self, n):
        return self.env[n.name]

    def visit_unary(self, n):
        return -n.arg.accept(self)

    def visit_binary(self, n):
        a, b = n.left.accept(self), n.right.accept(self)
        return a + b if n.op == "+" else a * b


class Derive:
    def __init__(self, name):
        self.name = name

    def visit_node(self, n):
        return Number(0)

    def visit_name(self, n):
        return Number(int(n.name == self.name))

    def visit_binary(self, n):
        da, db = n.left.accept(self), n.right.accept(self)
        return da + db if n.op == "+" else da * n.right + n.left * db


class Count:
    def visit_number(self, n):
        return 1


x, y = Name("x"), Name("y")
e = 3 * x * x + -y + 2
print(e.accept(Show()), e.accept(Evaluate(x=2, y=5)))
d = e.accept(Derive("x"))
print(d.accept(Show()), d.accept(Evaluate(x=4, y=0)))
for visitor in (Evaluate(x=1), Count()):
    try:
        e.accept(visitor)
    except (KeyError, TypeError) as err:
        print(type(err).__name__, err)
