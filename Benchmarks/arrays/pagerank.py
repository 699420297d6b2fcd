"""PageRank of a random web of links, by a dense matrix and by lists of links: `pagerank.py [PAGES]`."""

import sys

import numpy as np


def random_web(pages, rng):
    links = []
    for page in range(pages):
        count = rng.randint(0, 8)
        targets = np.unique((pages * rng.beta(0.6, 2.5, count)).astype(int))
        links.append(targets[targets != page])
    return links


def transition_matrix(links):
    n = len(links)
    M = np.zeros((n, n))
    for page, targets in enumerate(links):
        if len(targets):
            M[targets, page] = 1.0 / len(targets)
        else:
            M[:, page] = 1.0 / n
    return M


def pagerank_dense(M, damping=0.85, tolerance=1e-10):
    n = len(M)
    rank = np.ones(n) / n
    for iteration in range(1, 200):
        new = damping * M @ rank + (1 - damping) / n
        if np.abs(new - rank).sum() < tolerance:
            break
        rank = new
    return new, iteration


def pagerank_sparse(links, damping=0.85, tolerance=1e-10):
    n = len(links)
    source = np.concatenate([np.full(len(t), p) for p, t in enumerate(links)])
    target = np.concatenate(links)
    degree = np.array([len(t) for t in links])
    dangling = degree == 0
    rank = np.full(n, 1 / n)
    for iteration in range(1, 200):
        share = np.where(dangling, 0, rank / np.maximum(degree, 1))
        flow = np.bincount(target, weights=share[source], minlength=n)
        new = damping * (flow + rank[dangling].sum() / n) + (1 - damping) / n
        if np.linalg.norm(new - rank, 1) < tolerance:
            break
        rank = new
    return new, iteration


def main(pages):
    rng = np.random.RandomState(7)
    links = random_web(pages, rng)
    M = transition_matrix(links)
    print(f"{pages} pages, {sum(len(t) for t in links)} links, {np.sum([len(t) == 0 for t in links])} without")
    dense, a = pagerank_dense(M)
    sparse, b = pagerank_sparse(links)
    print(f"sums {dense.sum():.9f} {sparse.sum():.9f}, after {a} and {b} iterations, equal: {np.allclose(dense, sparse)}")
    order = np.argsort(-dense, kind="stable")
    incoming = np.bincount(np.concatenate(links), minlength=pages)
    for place, page in enumerate(order[:8], 1):
        print(f"{place}. page {page:3d}  rank {dense[page]:.6f}  links in {incoming[page]}, out {len(links[page])}")
    for damping in (0.5, 0.7, 0.95):
        rank, iterations = pagerank_dense(M, damping)
        top = np.argsort(-rank, kind="stable")[:20]
        print(f"damping {damping}: {iterations} iterations, {np.intersect1d(top, order[:20]).size} of the top 20 stay, "
              f"entropy {-np.sum(rank * np.log(rank)):.5f}")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 80)
