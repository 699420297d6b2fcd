"""A figure as the terminal shows it without images: with colour, and without."""

import sys

import matplotlib.pyplot as plt
import numpy as np
from matplotlib import _terminal

x = np.linspace(0, 6, 50)
plt.figure(figsize=(4, 3))
plt.plot(x, np.sin(x), 'r')
plt.fill_between(x, np.cos(x), -1, alpha=0.3)
plt.title('waves')
pixels = plt.gcf().canvas.buffer_rgba()
plt.close('all')
columns = int(sys.argv[1])
print(_terminal.render(pixels, columns, False), end='')
print(_terminal.render(pixels, columns, True), end='')
