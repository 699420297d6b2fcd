import matplotlib.pyplot as plt
plt.pie([3, 2, 5], labels=['a', 'b', 'c'], explode=[0, 0.1, 0], autopct='%1.0f%%')
