import numpy as np
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
t = np.arange(0.01, 10, 0.1)
ax.plot(t, np.exp(t), 'b-')
ax.set_ylabel('exp', color='b')
other = ax.twinx()
other.plot(t, np.sin(t), 'r.')
other.set_ylabel('sin', color='r')
