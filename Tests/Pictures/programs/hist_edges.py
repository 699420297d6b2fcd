import matplotlib.pyplot as plt
plt.hist([-2.1, -1, -.9, -.5, 0, 0, .2, .4, .7, 1.1, 1.3, 2.4], alpha=0.5, edgecolor='k', label='few')
plt.legend(loc='upper left')
