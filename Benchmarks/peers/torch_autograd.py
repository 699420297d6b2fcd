"""The notebook's autograd loop in PyTorch, eager, one thread. Prints a `NAME µs` line."""
import time

import torch
from data import X as X_, y as y_, W1, b1, W2, b2

torch.set_num_threads(1)
m, step_size, lambda_val, iters = 300, 1e-0, 1e-3, 500
X, y = torch.tensor(X_), torch.tensor(y_, dtype=torch.long)
rows = torch.arange(m)


def compute_loss(W1, b1, W2, b2):
    hidden = torch.clamp(X @ W1 + b1, min=0)
    exp_scores = torch.exp(hidden @ W2 + b2)
    probs = exp_scores / torch.sum(exp_scores, dim=1, keepdim=True)
    data_loss = torch.sum(-torch.log(probs[rows, y])) / m
    return data_loss + 0.5 * lambda_val * (torch.sum(W1 * W1) + torch.sum(W2 * W2))


def run():
    params = [torch.tensor(p, requires_grad=True) for p in (W1, b1, W2, b2)]
    for _ in range(iters):
        with torch.no_grad():
            compute_loss(*params)
        slopes = torch.autograd.grad(compute_loss(*params), params)
        with torch.no_grad():
            for p, d in zip(params, slopes):
                p -= step_size * d
    return params


run()
times = []
for _ in range(5):
    begin = time.perf_counter()
    params = run()
    times.append(time.perf_counter() - begin)
print(f'PyTorch {torch.__version__}, eager:{sorted(times)[2] / iters * 1e6:.1f}:{float(compute_loss(*params).detach()):.12f}')
