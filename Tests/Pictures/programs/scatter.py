import numpy as np
import matplotlib.pyplot as plt
x = np.arange(10)
plt.scatter(x, x ** 2)
plt.scatter(x + 0.5, x ** 2, marker='s', color='r', alpha=0.5)
plt.scatter(x, 80 - 8 * x, s=x * 30 + 10, c=x, edgecolors='k')
