import numpy as np

data = np.array([3, 5, 2, 8, 6, 1, 9, 4, 7, 0])
window = 3
sums = np.cumsum(np.concatenate([[0], data]))
print((sums[window:] - sums[:-window]) / window)
print([float(data[i:i + window].mean()) for i in range(len(data) - window + 1)])
smooth = np.zeros(len(data))
smooth[0] = data[0]
for i in range(1, len(data)):
    smooth[i] = 0.5 * smooth[i - 1] + 0.5 * data[i]
print(smooth)
print(np.diff(data), np.diff(np.sort(data)))
print(np.where(data > data.mean(), data, 0))
kernel = np.array([0.25, 0.5, 0.25])
padded = np.concatenate([[data[0]], data, [data[-1]]])
print(np.array([(padded[i:i + 3] * kernel).sum() for i in range(len(data))]))
