import random


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


random.seed(42)
print([random.random() for _ in range(3)], [random.randint(1, 6) for _ in range(10)], random.getrandbits(70), random.getrandbits(5))
print([random.randrange(10) for _ in range(5)], random.randrange(5, 50, 5), random.randrange(10, 0, -3), random.randrange(2 ** 80))
print(random.choice('abcdef'), random.choices('abc', k=5), random.choices(['x', 'y'], weights=[9, 1], k=6),
      random.choices('pq', cum_weights=[1, 4], k=4))
deck = list(range(20))
random.shuffle(deck)
print(deck, random.sample(range(1000), 5), random.sample('abcdefgh', 8), random.sample([1, 2], 3, counts=[2, 3]))
print(random.sample(range(100), 30))
for f in (lambda: random.uniform(-1, 5), lambda: random.triangular(), lambda: random.triangular(1, 5, 4), random.gauss, lambda: random.gauss(5, 2),
          lambda: random.normalvariate(0, 3), random.normalvariate, lambda: random.expovariate(2), lambda: random.betavariate(2, 3),
          lambda: random.gammavariate(3, 2), lambda: random.gammavariate(1, 2), lambda: random.gammavariate(0.5, 2),
          lambda: random.lognormvariate(0, 1), lambda: random.vonmisesvariate(1, 4), lambda: random.vonmisesvariate(0, 0),
          lambda: random.paretovariate(3), lambda: random.weibullvariate(1, 2)):
    print(f(), f(), f())
for s in (0, -7, 2 ** 70, 'text', b'bytes', 1.5, '', True, 10 ** 30):
    random.seed(s)
    print(repr(s), random.random(), random.randint(0, 10 ** 6))
random.seed('abc', version=1)
print(random.random(), random.randbytes(5))
r = random.Random(7)
state = r.getstate()
first = [r.random(), r.gauss(0, 1), r.randint(1, 100)]
r.setstate(state)
print(first == [r.random(), r.gauss(0, 1), r.randint(1, 100)], first, state[0], len(state[1]), state[2])
a, b = random.Random(1), random.Random(1)
print(a.random() == b.random(), a.choice([1, 2, 3]) == b.choice([1, 2, 3]))
attempt(lambda: random.choice([]))
attempt(lambda: random.randrange(0))
attempt(lambda: random.randrange(5, 5))
attempt(lambda: random.randint(5, 1))
attempt(lambda: random.randrange(1, 10, 0))
attempt(lambda: random.sample([1, 2], 3))
attempt(lambda: random.sample({1, 2}, 1))
attempt(lambda: random.sample([1], 1, counts=[1, 2]))
attempt(lambda: random.choices([1, 2], [1]))
attempt(lambda: random.choices([1, 2], [0, 0]))
attempt(lambda: random.choices([1, 2], 3))
attempt(lambda: random.choices([], k=1))
attempt(lambda: random.choices([1], weights=[1], cum_weights=[1]))
attempt(lambda: random.seed([1]))
attempt(lambda: random.gammavariate(0, 1))
attempt(lambda: random.getrandbits(-1))
attempt(lambda: r.setstate((9, (), None)))
attempt(lambda: random.choice({1: 2}))


class Loaded(random.Random):
    def random(self):
        return 0.25


x = Loaded()
print(x.random(), x.randint(1, 8), x.choice('abcd'), x.uniform(0, 4), x.sample(range(4), 2))
s = random.SystemRandom()
print(0 <= s.random() < 1, 1 <= s.randint(1, 3) <= 3, len(s.randbytes(3)))
