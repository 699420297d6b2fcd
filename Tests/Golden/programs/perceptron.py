import numpy as np

X = np.array([[1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1]])
for name, target in [("and", [0, 0, 0, 1]), ("or", [0, 1, 1, 1]), ("nand", [1, 1, 1, 0])]:
    w = np.zeros(3, dtype=int)
    for epoch in range(20):
        errors = 0
        for x, t in zip(X, target):
            out = 1 if x.dot(w) > 0 else 0
            if out != t:
                w += (t - out) * x
                errors += 1
        if errors == 0:
            break
    print(name, w, "after", epoch, "epochs", [int(x.dot(w) > 0) for x in X])
