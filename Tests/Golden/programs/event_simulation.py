"""Customers in a bank: a discrete event simulation with a seeded random stream."""
import heapq
import random
import statistics
from functools import total_ordering


@total_ordering
class Event:
    __slots__ = ('time', 'kind', 'customer')
    order = {'leave': 0, 'arrive': 1}

    def __init__(self, time, kind, customer):
        self.time, self.kind, self.customer = time, kind, customer

    def _key(self):
        return self.time, self.order[self.kind], self.customer

    def __eq__(self, other):
        return self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key()

    def __repr__(self):
        return '%s(%s, %.2f)' % (self.kind, self.customer, self.time)


class Bank:
    def __init__(self, tellers, seed, customers=40):
        self.random = random.Random(seed)
        self.free = tellers
        self.queue = []
        self.events = []
        self.waits = []
        self.longest = 0
        self.arrived = {}
        time = 0.0
        for number in range(customers):
            time += self.random.expovariate(1 / 3)
            heapq.heappush(self.events, Event(round(time, 3), 'arrive', number))

    def serve(self, customer, now):
        self.free -= 1
        self.waits.append(now - self.arrived[customer])
        duration = max(0.5, self.random.gauss(6, 2))
        heapq.heappush(self.events, Event(round(now + duration, 3), 'leave', customer))

    def run(self):
        log = []
        while self.events:
            event = heapq.heappop(self.events)
            log.append(event)
            if event.kind == 'arrive':
                self.arrived[event.customer] = event.time
                self.queue.append(event.customer)
                self.longest = max(self.longest, len(self.queue))
            else:
                self.free += 1
            while self.free and self.queue:
                self.serve(self.queue.pop(0), event.time)
        self.end = log[-1].time
        return log


for tellers in (1, 2, 3):
    bank = Bank(tellers, seed=42)
    log = bank.run()
    if tellers == 2:
        print(log[:6])
    print(f'{tellers} tellers: mean wait {statistics.mean(bank.waits):6.2f}, median {statistics.median(bank.waits):6.2f}, '
          f'max {max(bank.waits):6.2f}, queue {bank.longest:2d}, closed at {bank.end:.1f}')
    histogram = [0] * 5
    for wait in bank.waits:
        histogram[min(int(wait // 10), 4)] += 1
    for index, count in enumerate(histogram):
        print(f'  {index * 10:>3}-{index * 10 + 9 if index < 4 else "":<3} {"#" * count}')
r = random.Random('text')
print([r.randint(1, 6) for _ in range(12)], r.choice('abc'), r.sample(range(100), 5), round(r.uniform(1, 2), 6))
deck = [f'{v}{s}' for s in 'SHDC' for v in 'A23']
r.shuffle(deck)
print(deck, r.choices(['win', 'lose'], weights=[1, 3], k=6))
print(Event(1, 'leave', 1) < Event(1, 'arrive', 0), Event(1, 'leave', 1) >= Event(1, 'leave', 1), r.getrandbits(40))
