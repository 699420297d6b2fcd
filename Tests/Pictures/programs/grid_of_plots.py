import numpy as np
import matplotlib.pyplot as plt
fig, ax = plt.subplots(2, 2, figsize=(8, 6))
x = np.arange(6)
ax[0, 0].plot(x, x ** 2)
ax[0, 1].scatter([1e-6, 2e-6], [1001, 1002])
ax[1, 0].bar(x, x[::-1])
ax[1, 0].set_xlabel('number')
ax[1, 1].step(x, x % 3)
ax[1, 1].set_ylim(-1, 3)
ax[0, 0].set_title('squares')
fig.suptitle('Four plots')
