# ~ 1e-8 1e-8
"""Gradients of layers whose products nn puts off: what is made of them, ties, views, second order."""
import autograd.numpy as np
from autograd import grad, value_and_grad, hessian_vector_product, jacobian
np.random.seed(7)
def show(name, g):
    if isinstance(g, (tuple, list)):
        for i, x in enumerate(g): show(name + str(i), x)
    else:
        print(name, g.shape, "%.9g %.9g %.9g" % (np.sum(g), np.sum(np.abs(g)), np.sum(g * np.arange(g.size).reshape(g.shape))))
m, k, n, c = 120, 2, 60, 3
X = np.random.randn(m, k); W1 = np.random.randn(k, n); b1 = np.random.randn(1, n); W2 = np.random.randn(n, c); b2 = np.random.randn(1, c)
X[5] = 0; b1[0, 3] = 0
def net(p):
    W1, b1, W2, b2 = p
    h = np.maximum(0, np.dot(X, W1) + b1)
    return np.sum((np.dot(h, W2) + b2) ** 2) / m
show("net", grad(net)((W1, b1, W2, b2)))
def netx(x): 
    h = np.maximum(0, np.dot(x, W1) + b1)
    return np.sum(np.tanh(np.dot(h, W2)))
show("x", grad(netx)(X))
def twice(p):
    h = np.maximum(0, np.dot(X, p[0]) + b1)
    return np.sum(h * h) + np.sum(h) + np.sum(np.dot(h, W2)) + h[7, 8]
show("twice", grad(twice)((W1,)))
def other(p):
    z = np.dot(X, p[0]) + p[1]
    h = np.maximum(z, 0.5)
    return np.sum(np.sin(z)) + np.sum(np.dot(h, W2) ** 3)
show("other", grad(other)((W1, b1)))
V = np.random.randn(n, n)
def deep(p):
    h = np.maximum(0, np.dot(X, p[0]) + p[1])
    g = np.maximum(0, np.dot(h, V))
    return np.sum(np.dot(g, W2) ** 2)
show("deep", grad(deep)((W1, b1)))
def rowsum(p):
    z = np.dot(X, p[0]); h = np.maximum(0, z + p[1][0])
    return np.sum(np.sum(h, axis=0) ** 2) + np.sum(np.sum(h, axis=1) ** 2) + np.max(h) + np.mean(z)
show("rowsum", grad(rowsum)((W1, b1)))
def same(p):
    h = np.maximum(0, np.dot(X, p[0]) + p[1])
    return np.sum(np.dot(h.T, h) ** 2) + np.sum(np.dot(h, h.T))
show("same", grad(same)((W1, b1)))
def twolayers(p):
    h = np.maximum(0, np.dot(X, p[0]) + p[1])
    s = np.dot(h, p[2])
    g = np.maximum(0, np.dot(s, p[3]) + p[1])
    return np.sum(np.dot(g, p[2]) ** 2)
show("twolayers", grad(twolayers)((W1, b1, W2, np.random.randn(c, n))))
H = hessian_vector_product(lambda w: net((w, b1, W2, b2)))
show("hvp", H(W1, np.random.randn(k, n)))
H = hessian_vector_product(lambda w: net((W1, b1, w, b2)))
show("hvp2", H(W2, np.random.randn(n, c)))
show("gg", grad(lambda w: np.sum(grad(lambda w: net((w, b1, W2, b2)))(w) ** 2))(W1))
J = jacobian(lambda w: np.sum(np.maximum(0, np.dot(X, w) + b1), axis=0))(W1)
show("jac", J)
W0 = W1 * 0; B0 = b1 * 0
show("ties", grad(net)((W0, B0, W2, b2)))
def shared(p):
    z = np.dot(X, p[0]) + p[1]
    a = np.maximum(0, z); b = np.maximum(0.3, z); d = np.maximum(-0.2, z)
    return np.sum(np.dot(a, W2)) + np.sum(np.dot(b, W2) ** 2) + np.sum(d) + np.sum(z)
show("shared", grad(shared)((W1, b1)))
def kept(w):
    h = np.maximum(0, np.dot(X, w) + b1)
    return np.dot(h, W2)[0:5]
show("kept", jacobian(kept)(W1))
v, g = value_and_grad(net)((W1, b1, W2, b2)); print("%.12g" % v); show("vg", g)
def mask(p):
    h = np.dot(X, p[0]) + p[1]
    return np.sum(np.where(h > 0, h, 0.1 * h) ** 2) + np.sum(np.abs(h)) + np.sum(np.minimum(0, h))
show("mask", grad(mask)((W1, b1)))
