"""Confidence intervals by resampling, with NumPy's new generator."""
import numpy as np

rng = np.random.default_rng(2024)
heights = rng.normal(170, 8, size=60)
print("mean %.4f, deviation %.4f" % (heights.mean(), heights.std(ddof=1)))

means = np.empty(2000)
for i in range(len(means)):
    sample = rng.choice(heights, size=heights.size, replace=True)
    means[i] = sample.mean()
low, high = np.percentile(means, [2.5, 97.5])
print("95 %% interval of the mean: %.4f to %.4f" % (low, high))

medians = [np.median(rng.choice(heights, heights.size)) for _ in range(300)]
print("median: %.4f +- %.4f" % (np.median(heights), np.std(medians)))

groups = rng.permutation(heights).reshape(6, 10)
for number, group in enumerate(groups):
    print(number, np.round(group.mean(), 3), np.round(np.ptp(group), 3))

counts, edges = np.histogram(heights, bins="auto")
for count, left, right in zip(counts, edges, edges[1:]):
    print(f"{left:7.2f} - {right:7.2f} {'#' * count}")
print(np.histogram_bin_edges(heights, "fd").round(3))
print(rng.integers(1, 7, size=(3, 5)))
print(rng.bit_generator.state["bit_generator"], rng.random())
