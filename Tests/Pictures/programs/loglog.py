import numpy as np
import matplotlib.pyplot as plt
x = np.logspace(0, 4, 30)
plt.loglog(x, x ** 1.5, label='a')
plt.loglog(x, x, '--', label='b')
plt.legend()
plt.grid(alpha=0.4)
