# ~ 1e-12
import numpy as np

np.random.seed(11)
Q = np.zeros((5, 2))
for episode in range(200):
    s = 2
    while 0 < s < 4:
        a = np.random.randint(2) if np.random.rand() < 0.3 else int(np.argmax(Q[s]))
        s2 = s + (1 if a else -1)
        r = 1.0 if s2 == 4 else 0.0
        Q[s, a] += 0.1 * (r + 0.9 * np.max(Q[s2]) * (0 < s2 < 4) - Q[s, a])
        s = s2
print(Q)
print(Q.argmax(axis=1))
