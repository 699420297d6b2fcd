import numpy as np
import matplotlib.pyplot as plt
x, y = np.meshgrid(np.arange(0, 8, 0.02), np.arange(0, 3.5, 0.02))
z = ((x + y) > 5).astype(int) + (y > 2 + np.sin(x))
plt.contourf(x, y, z, cmap='Paired')
plt.scatter([1, 2, 5, 6, 4], [1, 3, 1.5, 3, 0.5], c=[0, 1, 1, 2, 0], cmap='Paired', edgecolors='k')
