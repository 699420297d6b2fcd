import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(0, 2 * np.pi, 100)
plt.plot(x, np.sin(x), label='sine')
plt.plot(x, np.cos(x), 'r--', label='cosine')
plt.title('Two waves')
plt.xlabel('angle')
plt.ylabel('height')
plt.grid(True)
plt.legend()
