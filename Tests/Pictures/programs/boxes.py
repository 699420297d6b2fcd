import numpy as np
import matplotlib.pyplot as plt
np.random.seed(3)
plt.boxplot([np.random.randn(50), np.random.randn(50) * 2 + 1])
