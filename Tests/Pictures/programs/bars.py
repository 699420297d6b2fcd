import matplotlib.pyplot as plt
plt.bar(['apple', 'kiwi', 'plum'], [3, 7, 5])
