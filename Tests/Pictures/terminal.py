"""A figure as the terminal shows it without images: with colour, and without."""

import sys

import matplotlib.pyplot as plt
import numpy as np
from matplotlib import _terminal

x = np.linspace(0, 6, 50)
plt.plot(x, np.sin(x), 'r')
plt.fill_between(x, np.cos(x), -1, alpha=0.3)
plt.title('waves')
plt.ylabel('height')
columns = int(sys.argv[1])
print(_terminal.figure_text(plt.gcf(), columns, False), end='')
print(_terminal.figure_text(plt.gcf(), columns, True), end='')
plt.close('all')
