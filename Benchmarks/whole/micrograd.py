"""Trains a small network on two moons, scalar by scalar: `micrograd.py [STEPS]`."""

import math
import random
import sys


class Value:
    """A scalar that remembers how it was computed."""

    def __init__(self, data, children=(), op=""):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None
        self._prev = tuple(children)
        self._op = op

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

    def __pow__(self, exponent):
        out = Value(self.data ** exponent, (self,), f"**{exponent}")

        def _backward():
            self.grad += exponent * self.data ** (exponent - 1) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = Value(self.data if self.data > 0 else 0.0, (self,), "relu")

        def _backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = _backward
        return out

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

    def __neg__(self):
        return self * -1

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return (-self) + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        return self * other ** -1

    def __repr__(self):
        return f"Value(data={self.data:.4f}, grad={self.grad:.4f})"


class Neuron:
    def __init__(self, inputs, rng, linear=False):
        self.w = [Value(rng.uniform(-1, 1)) for _ in range(inputs)]
        self.b = Value(0.0)
        self.linear = linear

    def __call__(self, x):
        total = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return total if self.linear else total.relu()

    def parameters(self):
        return self.w + [self.b]


class Layer:
    def __init__(self, inputs, outputs, rng, **options):
        self.neurons = [Neuron(inputs, rng, **options) for _ in range(outputs)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]


class MLP:
    def __init__(self, sizes, rng):
        pairs = list(zip(sizes, sizes[1:]))
        self.layers = [Layer(a, b, rng, linear=i == len(pairs) - 1) for i, (a, b) in enumerate(pairs)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]


def moons(n, rng):
    """Points of two interleaved half circles with labels -1 and 1."""
    for i in range(n):
        t = math.pi * rng.random()
        upper = i % 2 == 0
        x, y = (math.cos(t), math.sin(t)) if upper else (1 - math.cos(t), 0.5 - math.sin(t))
        yield (x + rng.gauss(0, 0.05), y + rng.gauss(0, 0.05)), 1 if upper else -1


def main(steps):
    rng = random.Random(1337)
    data = list(moons(60, rng))
    model = MLP([2, 4, 1], rng)
    print(len(model.parameters()), "parameters,", len(data), "points")
    for step in range(steps):
        batch = [data[(step * 2 + k) % len(data)] for k in range(2)]
        loss = sum(((1 - y * model(x)).relu() for x, y in batch), Value(0.0)) / len(batch)
        for p in model.parameters():
            p.grad = 0.0
        loss.backward()
        rate = 0.05 * (1 - 0.9 * step / steps)
        for p in model.parameters():
            p.data -= rate * p.grad
        if step % max(1, steps // 5) == 0:
            print(f"step {step} loss {loss.data:.6f}")
    hits = sum((model(x).data > 0) == (y > 0) for x, y in data)
    print(f"accuracy {hits / len(data):.1%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
