import numpy as np
import matplotlib.pyplot as plt
y, x = np.mgrid[0:28, 0:28]
fig, axes = plt.subplots(1, 3)
for k, ax in enumerate(axes):
    ax.imshow(np.exp(-((x - 14) ** 2 + (y - 9 - 5 * k) ** 2) / 30), cmap='gray')
    ax.set_title('image %d' % k)
axes[1].axis('off')
