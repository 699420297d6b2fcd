import numpy as np
import matplotlib.pyplot as plt
np.random.seed(1)
plt.plot(np.cumsum(np.random.randn(1000)))
