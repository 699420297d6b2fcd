import math
import random


def tour_length(tour, cities):
    return sum(math.dist(cities[a], cities[b]) for a, b in zip(tour, tour[1:] + tour[:1]))


def anneal(cities, rng, steps=2000, temperature=10.0):
    tour = list(range(len(cities)))
    best = current = tour_length(tour, cities)
    best_tour = tour[:]
    for step in range(steps):
        t = temperature * (1 - step / steps) + 1e-9
        i, j = sorted(rng.sample(range(len(cities)), 2))
        candidate = tour[:i] + tour[i:j + 1][::-1] + tour[j + 1:]
        length = tour_length(candidate, cities)
        if length < current or rng.random() < math.exp((current - length) / t):
            tour, current = candidate, length
            if current < best:
                best, best_tour = current, tour[:]
    return best, best_tour


rng = random.Random(2024)
cities = [(rng.randrange(100), rng.randrange(100)) for _ in range(12)]
print(cities)
print(f"{tour_length(list(range(12)), cities):.3f}")
best, tour = anneal(cities, rng)
start = tour.index(0)
tour = tour[start:] + tour[:start]
print(f"{best:.3f}", tour if tour[1] < tour[-1] else tour[:1] + tour[:0:-1])
