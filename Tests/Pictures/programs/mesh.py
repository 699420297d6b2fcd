import numpy as np
import matplotlib.pyplot as plt
plt.figure(figsize=(8, 6))
plt.pcolormesh(np.arange(20).reshape(4, 5))
plt.colorbar()
