import numpy as np

a = np.zeros((3, 4))
b = np.zeros(3)
print((a.T + b).shape)
print(a + b)
