import matplotlib.pyplot as plt
plt.barh(['a', 'b'], [10, 20], color=['C2', 'C4'], edgecolor='k')
