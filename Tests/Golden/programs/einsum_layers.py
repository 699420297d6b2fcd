# ~ 1e-9 1e-9
"""Attention and a bilinear layer written with einsum and tensordot, against plain products."""
import numpy as np

np.random.seed(5)
batch, heads, length, width = 2, 3, 4, 5
q, k, v = (np.random.randn(batch, heads, length, width) for _ in range(3))
scores = np.einsum('bhqd,bhkd->bhqk', q, k) / np.sqrt(width)
print(np.allclose(scores, q @ np.swapaxes(k, -1, -2) / np.sqrt(width)))
weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
weights /= weights.sum(axis=-1, keepdims=True)
out = np.einsum('bhqk,bhkd->bqhd', weights, v).reshape(batch, length, heads * width)
print(out.shape, out.sum().round(6))

x, y = np.random.randn(6, 3), np.random.randn(6, 4)
B = np.random.randn(2, 3, 4)
z = np.einsum('ni,oij,nj->no', x, B, y, optimize=True)
print(z.round(5))
print(np.allclose(z, np.stack([(x @ B[o] * y).sum(axis=1) for o in range(2)], axis=1)))
print(np.allclose(np.tensordot(x, B, axes=(1, 1)), np.einsum('ni,oij->noj', x, B)))
print(np.einsum("oij->o", B).round(6))
print(np.einsum('i,j->ij', [1, 2, 3], [4, 5]))
print(np.kron(np.eye(2, dtype=int), [[1, 2], [3, 4]]))
print(np.cross(x[:, :3], [1.0, 0, 0])[0].round(6), np.inner(x[0], x[1]).round(6), np.outer([1, 2], [3, 4]).tolist())
