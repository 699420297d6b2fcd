import matplotlib.pyplot as plt
plt.semilogy([1, 10, 100, 1000, 10000], 'o-')
