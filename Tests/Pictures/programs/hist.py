import numpy as np
import matplotlib.pyplot as plt
plt.hist(np.arange(100) ** 2, 20)
