import numpy as np
import matplotlib.pyplot as plt
k = np.arange(50)
plt.plot(np.exp(-k / 10), label='decay')
plt.plot(np.exp(-k / 20), '-.', label='slower')
plt.xlabel('step')
plt.ylabel('loss')
plt.legend()
plt.grid()
plt.tight_layout()
