import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(0, 6, 13)
plt.stem(x, np.cos(x))
plt.hlines([0.5, -0.5], 0, 6, colors='g', linestyles='dashed')
plt.vlines(3, -1, 1, color='r')
plt.yticks([-1, 0, 1], ['low', 'none', 'high'])
