import numpy as np

image = np.arange(64, dtype=np.uint8).reshape(8, 8)
print(image[::2, ::2])
print(image[::-1, ::-1][:2])
print((image > 31).astype(np.uint8).sum(), image.sum(), image.sum().dtype)
image[2:4, 2:4] = 255
print(image[1:5, 1:5])
print(image.astype(float) / 255)
print((image + 10)[2], (image * 2)[7])
print(image.reshape(4, 2, 4, 2).mean(axis=(1, 3)))
rgb = np.stack([image, image.T, 255 - image], axis=-1)
print(rgb.shape, rgb[3, 5], rgb.dtype, rgb.max(axis=(0, 1)))
gray = rgb @ np.array([0.25, 0.5, 0.25])
print(gray[0])
print(image.T[::-1][0])
