"""A decision tree and a forest of them, grown with Gini impurity: `decision_tree.py [SAMPLES]`."""

import sys

import numpy as np


class Node:
    def __init__(self, value=None, feature=None, threshold=None, left=None, right=None):
        self.value, self.feature, self.threshold = value, feature, threshold
        self.left, self.right = left, right


def gini(y, classes):
    p = np.bincount(y, minlength=classes) / len(y)
    return 1.0 - np.sum(p ** 2)


class DecisionTree:
    def __init__(self, depth=6, smallest=2, features=None, rng=None):
        self.depth, self.smallest, self.features, self.rng = depth, smallest, features, rng

    def fit(self, X, y):
        self.classes = int(y.max()) + 1
        self.importance = np.zeros(X.shape[1])
        self.root = self.grow(X, y, 0)
        return self

    def best_split(self, X, y):
        best, parent = (0.0, None, None), gini(y, self.classes)
        n = len(y)
        columns = range(X.shape[1]) if self.features is None else self.rng.choice(X.shape[1], self.features, replace=False)
        for feature in columns:
            column = X[:, feature]
            for threshold in np.unique(np.percentile(column, np.arange(10, 100, 10))):
                left = column <= threshold
                count = left.sum()
                if count == 0 or count == n:
                    continue
                impurity = (count * gini(y[left], self.classes) + (n - count) * gini(y[~left], self.classes)) / n
                if parent - impurity > best[0] + 1e-12:
                    best = parent - impurity, feature, threshold
        return best

    def grow(self, X, y, depth):
        counts = np.bincount(y, minlength=self.classes)
        if depth >= self.depth or len(y) < self.smallest or counts.max() == len(y):
            return Node(value=int(counts.argmax()))
        gain, feature, threshold = self.best_split(X, y)
        if feature is None:
            return Node(value=int(counts.argmax()))
        self.importance[feature] += gain * len(y)
        mask = X[:, feature] <= threshold
        return Node(None, feature, threshold, self.grow(X[mask], y[mask], depth + 1), self.grow(X[~mask], y[~mask], depth + 1))

    def predict_one(self, x):
        node = self.root
        while node.value is None:
            node = node.left if x[node.feature] <= node.threshold else node.right
        return node.value

    def predict(self, X):
        return np.array([self.predict_one(x) for x in X])

    def show(self, node=None, indent="", limit=3):
        node = node or self.root
        if node.value is not None:
            print(f"{indent}class {node.value}")
        elif limit == 0:
            print(f"{indent}...")
        else:
            print(f"{indent}x[{node.feature}] <= {node.threshold:.4f}")
            self.show(node.left, indent + "  ", limit - 1)
            self.show(node.right, indent + "  ", limit - 1)


def main(samples):
    rng = np.random.RandomState(1)
    X = rng.uniform(-1, 1, (samples, 5))
    X[:, 4] = np.round(X[:, 4], 1)
    y = (X[:, 0] ** 2 + X[:, 1] ** 2 > 0.5).astype(int) + (X[:, 2] > 0.3)
    noisy = rng.rand(samples) < 0.05
    y[noisy] = rng.randint(0, 3, noisy.sum())
    cut = samples * 3 // 4
    order = rng.permutation(samples)
    train, test = order[:cut], order[cut:]
    tree = DecisionTree().fit(X[train], y[train])
    tree.show()
    for name, part in (("train", train), ("test", test)):
        print(f"{name}: {np.mean(tree.predict(X[part]) == y[part]):.4f}")
    print("importance:", np.round(tree.importance / tree.importance.sum(), 4))
    forest = []
    for _ in range(5):
        bag = rng.choice(train, len(train))
        forest.append(DecisionTree(depth=5, features=3, rng=rng).fit(X[bag], y[bag]))
    votes = np.array([member.predict(X[test]) for member in forest])
    majority = np.apply_along_axis(lambda v: np.bincount(v, minlength=3).argmax(), 0, votes)
    confusion = np.zeros((3, 3), dtype=int)
    np.add.at(confusion, (y[test], majority), 1)
    print(f"forest: {np.mean(majority == y[test]):.4f}")
    print(confusion)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 120)
