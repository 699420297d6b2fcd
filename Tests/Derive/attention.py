"""Attention of several heads, by products of stacks of matrices, and by einsum."""
import numpy as np
from check import show

np.random.seed(0)
B, H, T, D = 2, 2, 3, 4
r = np.random.randn
Q, K, V = r(B, H, T, D), r(B, H, T, D), r(B, H, T, D)


def attention(Q, K, V):
    scores = np.matmul(Q, np.swapaxes(K, -1, -2)) / np.sqrt(D)
    scores = scores - np.max(scores, axis=-1, keepdims=True)
    exp_scores = np.exp(scores)
    weights = exp_scores / np.sum(exp_scores, axis=-1, keepdims=True)
    out = np.matmul(weights, V)
    return np.sum(out ** 2)


show(attention, Q, K, V)


def by_einsum(q, k, v):
    scores = np.einsum('bhid,bhjd->bhij', q, k) * 0.5
    weights = np.exp(scores)
    weights = weights / weights.sum(axis=-1, keepdims=True)
    out = np.einsum('bhij,bhjd->bhid', weights, v)
    return np.sum(out * out)


show(by_einsum, Q, K, V)
