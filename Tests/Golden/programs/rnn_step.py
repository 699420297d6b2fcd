# ~ 1e-11
import numpy as np

np.random.seed(0)
data = "hello world"
chars = sorted(list({c: 1 for c in data}))
index = {c: i for i, c in enumerate(chars)}
vocab, hidden = len(chars), 5
Wxh = np.random.randn(hidden, vocab) * 0.1
Whh = np.random.randn(hidden, hidden) * 0.1
Why = np.random.randn(vocab, hidden) * 0.1
h = np.zeros((hidden, 1))
loss = 0
for t in range(len(data) - 1):
    x = np.zeros((vocab, 1))
    x[index[data[t]]] = 1
    h = np.tanh(np.dot(Wxh, x) + np.dot(Whh, h))
    y = np.dot(Why, h)
    p = np.exp(y) / np.sum(np.exp(y))
    loss += -np.log(p[index[data[t + 1]], 0])
print(chars, vocab)
print("loss: %f" % loss)
print(h.T)
print(p.ravel().round(6), p.sum())
