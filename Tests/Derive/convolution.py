"""A layer of convolutions as a product with the patches of the images."""
import numpy as np
from check import show

np.random.seed(0)
images = np.random.randn(2, 6, 6)
labels = np.array([1, 0])
kernels = 0.3 * np.random.randn(9, 4)
weights = 0.3 * np.random.randn(64, 2)


def loss(kernels, weights):
    columns = [images[:, i:i + 4, j:j + 4].reshape(2, 16) for i in range(3) for j in range(3)]
    patches = np.stack(columns, axis=2)
    maps = np.maximum(np.matmul(patches, kernels), 0)
    scores = np.dot(maps.reshape(2, 64), weights)
    log_probs = scores - np.log(np.sum(np.exp(scores), axis=1, keepdims=True))
    return -np.mean(log_probs[np.arange(2), labels])


show(loss, kernels, weights)


def of_images(images, kernel):
    total = 0.0
    for i in range(3):
        for j in range(3):
            total = total + images[:, i:i + 4, j:j + 4] * kernel[i, j]
    return np.sum(total ** 2)


show(of_images, images, np.random.randn(3, 3))
