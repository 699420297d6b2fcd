import random

random.seed(5)
LENGTH, POPULATION = 24, 20


class Genome:
    __slots__ = ("bits",)

    def __init__(self, bits=None):
        self.bits = bits or [random.randint(0, 1) for _ in range(LENGTH)]

    @property
    def fitness(self):
        return sum(self.bits)

    def __lt__(self, other):
        return self.fitness < other.fitness

    def crossover(self, other):
        cut = random.randrange(1, LENGTH)
        return Genome(self.bits[:cut] + other.bits[cut:])

    def mutate(self, rate=0.02):
        self.bits = [b ^ (random.random() < rate) for b in self.bits]
        return self

    def __str__(self):
        return "".join(map(str, self.bits))


def tournament(pool, k=3):
    return max(random.sample(pool, k))


pool = [Genome() for _ in range(POPULATION)]
for generation in range(30):
    best = max(pool)
    if generation % 5 == 0:
        mean = sum(g.fitness for g in pool) / len(pool)
        print(f"{generation:3d} best {best.fitness} mean {mean:.2f} {best}")
    if best.fitness == LENGTH:
        print("solved in", generation)
        break
    pool = [best] + [tournament(pool).crossover(tournament(pool)).mutate() for _ in range(POPULATION - 1)]
else:
    print("best was", max(pool).fitness)
