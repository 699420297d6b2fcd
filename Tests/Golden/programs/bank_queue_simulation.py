import heapq
import random


class Simulation:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.now = 0
        self.events = []
        self.ids = 0
        self.log = []

    def at(self, delay, process):
        self.ids += 1
        heapq.heappush(self.events, (self.now + delay, self.ids, process))

    def run(self, until):
        while self.events and self.events[0][0] <= until:
            self.now, _, process = heapq.heappop(self.events)
            try:
                delay = next(process)
            except StopIteration as stop:
                if stop.value is not None:
                    self.log.append(stop.value)
            else:
                self.at(delay, process)


class Desk:
    def __init__(self, count):
        self.free = count
        self.waiting = 0


def customer(sim, name, desk):
    arrived = sim.now
    desk.waiting += 1
    while desk.free == 0:
        yield 1
    desk.waiting -= 1
    desk.free -= 1
    waited = sim.now - arrived
    yield sim.rng.randint(3, 9)
    desk.free += 1
    return f"{sim.now:>3} {name} waited {waited}"


def arrivals(sim, desk):
    for i in range(8):
        sim.at(0, customer(sim, f"c{i}", desk))
        yield sim.rng.randint(1, 4)


sim = Simulation(3)
desk = Desk(2)
sim.at(0, arrivals(sim, desk))
sim.run(100)
print("\n".join(sim.log))
print(sim.now, desk.free, desk.waiting)
