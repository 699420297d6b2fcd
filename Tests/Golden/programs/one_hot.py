import numpy as np

labels = np.array([2, 0, 1, 1, 3])
onehot = np.zeros((len(labels), 4))
onehot[np.arange(len(labels)), labels] = 1
print(onehot)
print(np.eye(4)[labels])
print(np.array_equal(onehot, np.eye(4)[labels]))
print((labels[:, None] == np.arange(4)).astype(np.uint8))
print(onehot.argmax(axis=1), onehot.sum(axis=0))
confusion = np.zeros((4, 4), dtype=int)
for truth, guess in zip([0, 1, 1, 2, 3, 3], [0, 1, 2, 2, 3, 0]):
    confusion[truth, guess] += 1
print(confusion, confusion.trace() / confusion.sum())
