# ~ 1e-9 1e-9
"""The frequencies in a signal, a filter in the frequency domain, and a convolution by transforms."""
import numpy as np

rate = 128
t = np.arange(rate) / rate
signal = 2 * np.sin(2 * np.pi * 5 * t) + 0.5 * np.cos(2 * np.pi * 20 * t) + 0.1
spectrum = np.fft.rfft(signal)
freq = np.fft.rfftfreq(rate, 1 / rate)
size = np.abs(spectrum) * 2 / rate
for k in np.argsort(size)[::-1][:3]:
    print(f'{freq[k]:5.1f} Hz  {size[k]:.4f}')

spectrum[freq > 10] = 0
low = np.fft.irfft(spectrum, rate)
print('left', np.abs(low - 2 * np.sin(2 * np.pi * 5 * t) - 0.1).max() < 1e-12)

a = np.array([1.0, 2.0, 3.0, 4.0])
b = np.array([0.5, -1.0, 0.25])
n = len(a) + len(b) - 1
product = np.fft.irfft(np.fft.rfft(a, n) * np.fft.rfft(b, n), n)
print(product.round(10) + 0.0, np.allclose(product, np.convolve(a, b)))

image = np.zeros((8, 8))
image[2:5, 3:6] = 1
F = np.fft.fftshift(np.fft.fft2(image))
print(F.shape, F.dtype, round(abs(F[4, 4]), 6))
print(np.fft.ifft2(np.fft.ifftshift(F)).real.round(6)[2:5] + 0.0)
parseval = (np.abs(np.fft.fft(signal)) ** 2).sum() / rate
print('parseval', np.isclose(parseval, (signal ** 2).sum()))
