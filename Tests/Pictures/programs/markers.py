import matplotlib.pyplot as plt
plt.plot([1, 2, 3, 4], [1, 4, 9, 16], 'o--')
plt.plot([1, 2, 3, 4], [2, 3, 5, 7], 's-', markersize=8)
plt.plot([1, 2, 3, 4], [12, 10, 6, 1], 'k^:', lw=2)
plt.plot([1, 2, 3, 4], [8, 8, 9, 8], 'g*', ms=12)
plt.plot([1, 2, 3, 4], [5, 6, 11, 14], 'mx')
