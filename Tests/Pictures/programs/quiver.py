import numpy as np
import matplotlib.pyplot as plt
x, y = np.meshgrid(np.arange(-2, 2.1, 0.5), np.arange(-2, 2.1, 0.5))
plt.quiver(x, y, -y, x)
plt.axis('equal')
