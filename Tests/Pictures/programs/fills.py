import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(0, 2 * np.pi, 100)
plt.fill_between(x, np.sin(x), 0, alpha=0.4)
plt.plot(x, np.sin(x), 'k')
plt.axhline(0.5, color='r', ls='--')
plt.axvline(3, lw=1)
plt.axvspan(4, 5, alpha=0.2)
plt.text(1, -0.5, 'inside')
