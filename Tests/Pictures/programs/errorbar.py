import matplotlib.pyplot as plt
plt.errorbar([1, 2, 3], [2, 3, 5], yerr=[.5, .4, .9], fmt='o-', capsize=4)
