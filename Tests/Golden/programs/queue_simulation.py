"""A queue with exponential arrivals and gamma service times, by RandomState."""
import numpy as np


class Queue:
    def __init__(self, seed, rate, shape, scale):
        self.random = np.random.RandomState(seed)
        self.rate, self.shape, self.scale = rate, shape, scale

    def run(self, customers):
        arrivals = np.cumsum(self.random.exponential(1 / self.rate, customers))
        service = self.random.gamma(self.shape, self.scale, customers)
        start = np.zeros(customers)
        end = np.zeros(customers)
        for i in range(customers):
            start[i] = max(arrivals[i], end[i - 1] if i else 0.0)
            end[i] = start[i] + service[i]
        return arrivals, start, end


queue = Queue(5, rate=1.2, shape=2.0, scale=0.35)
arrivals, start, end = queue.run(400)
waits = start - arrivals
print("waited on average %.5f, at most %.5f" % (waits.mean(), waits.max()))
print("share that waited: %.4f" % np.mean(waits > 0))
print("busy: %.4f" % ((end - start).sum() / end[-1]))
for q in (50, 90, 99):
    print(q, round(float(np.percentile(waits, q)), 6))
state = queue.random.get_state()
first = queue.random.poisson(4.0, 6)
queue.random.set_state(state)
print(first, np.array_equal(first, queue.random.poisson(4.0, 6)))
print(queue.random.binomial(20, 0.25, 8), queue.random.multinomial(12, [0.5, 0.25, 0.25]))
order = list("abcdefg")
queue.random.shuffle(order)
print("".join(order), queue.random.choice(order, 4, replace=False).tolist())
print(np.round(queue.random.dirichlet([1.0, 2.0, 3.0], 2), 6))
print(np.round(queue.random.standard_t(4, 3), 6), np.round(queue.random.beta(2, 5, 3), 6))
