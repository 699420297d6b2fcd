class LRU:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = {}
        self.hits = self.misses = 0

    def get(self, key, compute):
        if key in self.data:
            self.hits += 1
            self.data[key] = value = self.data.pop(key)
            return value
        self.misses += 1
        value = self.data[key] = compute(key)
        if len(self.data) > self.capacity:
            oldest = next(iter(self.data))
            del self.data[oldest]
        return value

    def __repr__(self):
        return f"LRU({list(self.data)}, hits={self.hits}, misses={self.misses})"


def lru(capacity):
    def wrap(f):
        cache = LRU(capacity)

        def inner(*args):
            return cache.get(args, lambda a: f(*a))

        inner.cache = cache
        return inner
    return wrap


calls = []


@lru(3)
def square(x):
    calls.append(x)
    return x * x


print([square(x) for x in (1, 2, 3, 1, 4, 2, 1)])
print(calls, square.cache)


@lru(100)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache.hits, fib.cache.misses)
