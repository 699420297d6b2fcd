"""The notebook's autograd loop in JAX: the loss and its gradient jitted, and the whole loop jitted. Prints `NAME µs` lines."""
import os
os.environ.setdefault('XLA_FLAGS', '--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1')
import time

import numpy as onp
import jax
import jax.numpy as np
from data import X as X_, y as y_, W1, b1, W2, b2

jax.config.update('jax_enable_x64', True)
m, step_size, lambda_val, iters = 300, 1e-0, 1e-3, 500
X, y = np.asarray(X_), np.asarray(y_, dtype='int32')
rows = np.arange(m)


def compute_loss(params):
    W1, b1, W2, b2 = params
    hidden = np.maximum(0, np.dot(X, W1) + b1)
    scores = np.dot(hidden, W2) + b2
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    data_loss = np.sum(-np.log(probs[rows, y])) / m
    return data_loss + 0.5 * lambda_val * (np.sum(W1 * W1) + np.sum(W2 * W2))


@jax.jit
def step(params):
    loss = compute_loss(params)
    slopes = jax.grad(compute_loss)(params)
    return loss, tuple(p - step_size * d for p, d in zip(params, slopes))


@jax.jit
def whole(params):
    return jax.lax.fori_loop(0, iters, lambda _, params: step(params)[1], params)


start = tuple(np.asarray(p) for p in (W1, b1, W2, b2))
jax.block_until_ready(step(start))
jax.block_until_ready(whole(start))


def stepwise():
    params = start
    for _ in range(iters):
        loss, params = step(params)
    return params


for name, run in (('step jitted', stepwise), ('whole loop jitted', lambda: whole(start))):
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        params = jax.block_until_ready(run())
        times.append(time.perf_counter() - begin)
    print(f'JAX {jax.__version__}, {name}:{sorted(times)[2] / iters * 1e6:.1f}:{float(compute_loss(params)):.12f}')
