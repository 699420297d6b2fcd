import functools

ITEMS = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("glucose", 15, 60), ("tin", 68, 45),
         ("banana", 27, 60), ("apple", 39, 40), ("cheese", 23, 30), ("beer", 52, 10), ("camera", 32, 30)]


def solve(capacity):
    @functools.lru_cache(maxsize=None)
    def best(i, room):
        if i == len(ITEMS):
            return 0, ()
        name, weight, value = ITEMS[i]
        skip = best(i + 1, room)
        if weight > room:
            return skip
        total, taken = best(i + 1, room - weight)
        return max(skip, (total + value, (name,) + taken), key=lambda r: r[0])

    result = best(0, capacity)
    return result, best.cache_info().currsize


for capacity in (20, 100, 250):
    (value, names), size = solve(capacity)
    print(capacity, value, names, size > 10)


def coins(amount, kinds=(1, 5, 10, 25, 50)):
    ways = [1] + [0] * amount
    for c in kinds:
        for i in range(c, amount + 1):
            ways[i] += ways[i - c]
    return ways[amount]


print([coins(n) for n in (1, 5, 11, 100)], coins(500))


def change(amount, kinds):
    best = {0: ()}
    for total in range(1, amount + 1):
        options = [best[total - k] + (k,) for k in kinds if total - k in best]
        if options:
            best[total] = min(options, key=len)
    return best.get(amount)


print(change(63, (1, 5, 10, 21, 25)), change(3, (2,)), change(0, (1,)))


def longest_increasing(xs):
    best = [(1, (x,)) for x in xs]
    for i, x in enumerate(xs):
        for j in range(i):
            if xs[j] < x and best[j][0] + 1 > best[i][0]:
                best[i] = best[j][0] + 1, best[j][1] + (x,)
    return max(best, default=(0, ()))


print(longest_increasing([10, 9, 2, 5, 3, 7, 101, 18]), longest_increasing([]))
