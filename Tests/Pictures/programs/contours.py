import numpy as np
import matplotlib.pyplot as plt
x, y = np.meshgrid(np.linspace(-3, 3, 50), np.linspace(-2, 2, 40))
z = (1 - x / 2 + x ** 5 + y ** 3) * np.exp(-x ** 2 - y ** 2)
plt.contourf(x, y, z, 8, cmap='RdBu')
plt.colorbar()
plt.contour(x, y, z, 8, colors='k', linewidths=0.5)
