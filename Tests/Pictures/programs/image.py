import numpy as np
import matplotlib.pyplot as plt
plt.imshow(np.arange(40).reshape(5, 8))
plt.colorbar()
