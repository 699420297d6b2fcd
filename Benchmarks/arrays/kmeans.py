"""Lloyd's k-means with k-means++ seeding, several restarts and a silhouette: `kmeans.py [POINTS]`."""

import sys

import numpy as np


def make_blobs(n, centers, rng):
    points = np.vstack([rng.normal(c, s, (n // len(centers), 2)) for c, s in centers])
    rng.shuffle(points)
    return points


def seed_centers(X, k, rng):
    centers = [X[rng.randint(len(X))]]
    for _ in range(1, k):
        distances = np.min([np.sum((X - c) ** 2, axis=1) for c in centers], axis=0)
        chance = distances / distances.sum()
        centers.append(X[np.searchsorted(np.cumsum(chance), rng.rand())])
    return np.array(centers)


def kmeans(X, k, rng, iterations=30):
    centers = seed_centers(X, k, rng)
    for step in range(iterations):
        distances = np.linalg.norm(X[:, np.newaxis, :] - centers[np.newaxis, :, :], axis=2)
        labels = np.argmin(distances, axis=1)
        moved = np.array([X[labels == j].mean(axis=0) if np.any(labels == j) else centers[j] for j in range(k)])
        if np.allclose(moved, centers, atol=1e-9):
            break
        centers = moved
    inertia = np.sum(np.min(distances, axis=1) ** 2)
    return centers, labels, inertia, step


def silhouette(X, labels, sample):
    X, labels = X[:sample], labels[:sample]
    distances = np.sqrt(((X[:, None] - X[None]) ** 2).sum(-1))
    scores = []
    for i in range(len(X)):
        same = labels == labels[i]
        same[i] = False
        if not same.any():
            scores.append(0.0)
            continue
        a = distances[i, same].mean()
        b = min(distances[i, labels == other].mean() for other in np.unique(labels) if other != labels[i])
        scores.append((b - a) / max(a, b))
    return np.mean(scores)


def main(n):
    rng = np.random.RandomState(42)
    X = make_blobs(n, [((0, 0), 0.5), ((4, 4), 0.8), ((0, 5), 0.6), ((6, 0), 0.7)], rng)
    print("points:", X.shape, "mean", X.mean(axis=0).round(4), "std", X.std(axis=0).round(4))
    for k in range(2, 7):
        runs = [kmeans(X, k, rng) for _ in range(4)]
        centers, labels, inertia, steps = min(runs, key=lambda run: run[2])
        sizes = np.bincount(labels, minlength=k)
        print(f"k={k} inertia {inertia:.3f} after {steps} steps, sizes {sorted(sizes.tolist(), reverse=True)}, "
              f"silhouette {silhouette(X, labels, 150):.4f}")
        if k == 4:
            order = np.lexsort((centers[:, 1], centers[:, 0]))
            print(np.round(centers[order], 3))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
