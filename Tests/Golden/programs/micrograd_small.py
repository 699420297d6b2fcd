import math
import random


class Value:
    """A scalar that remembers how it was made."""

    def __init__(self, data, _children=(), _op=""):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None
        self._prev = tuple(_children)
        self._op = _op

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __pow__(self, n):
        out = Value(self.data ** n, (self,), f"**{n}")

        def _backward():
            self.grad += n * self.data ** (n - 1) * out.grad

        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Value(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t * t) * out.grad

        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * other ** -1

    def backward(self):
        topo, visited = [], set()

        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build(child)
                topo.append(v)

        build(self)
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()

    def __repr__(self):
        return f"Value(data={self.data:.4f}, grad={self.grad:.4f})"


a, b = Value(2.0), Value(-3.0)
c = a * b + a ** 2 - b / a
c.backward()
print(a, b, c, c._op)
d = Value(3.0)
e = d + d
e.backward()
print(d.grad, (1 - d).data, (2 * d + 1).data)
random.seed(1)
w = [Value(random.uniform(-1, 1)) for _ in range(2)]
bias = Value(0.0)
data = [((0, 0), -1), ((0, 1), 1), ((1, 0), 1), ((1, 1), 1)]
for epoch in range(20):
    loss = Value(0.0)
    for xs, y in data:
        out = sum((wi * xi for wi, xi in zip(w, xs)), bias).tanh()
        loss = loss + (out - y) ** 2
    for p in (*w, bias):
        p.grad = 0.0
    loss.backward()
    for p in (*w, bias):
        p.data -= 0.2 * p.grad
    if epoch % 5 == 0:
        print(epoch, f"{loss.data:.6f}")
print([f"{p.data:.4f}" for p in (*w, bias)])
