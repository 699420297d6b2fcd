from itertools import (accumulate, chain, combinations, compress, count, cycle, dropwhile, groupby, islice, pairwise,
                       permutations, product, repeat, starmap, takewhile, tee, zip_longest)

print(list(islice(count(10, 3), 4)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate("abc")))
print(list(chain([1], "ab")), list(chain.from_iterable([[1, 2], [3]])), list(compress("abcd", [1, 0, 1, 0])))
print(list(takewhile(lambda x: x < 3, count())), list(dropwhile(str.isspace, "  hi ")))
words = "apple avocado banana blueberry cherry".split()
for letter, group in groupby(words, key=lambda w: w[0]):
    print(letter, list(group))
runs = [(k, len(list(g))) for k, g in groupby("aaabbc")]
print(runs, "".join(c * n for c, n in runs))
print(list(pairwise("abcd")), list(zip_longest([1, 2, 3], "ab", fillvalue=None)))
print(list(product("ab", repeat=2)), list(product([1, 2], "x")))
print(list(permutations("abc", 2)), list(combinations("abcd", 3)))
a, b = tee(iter([1, 2, 3]))
next(b)
print(list(zip(a, b)), list(starmap(pow, [(2, 3), (3, 2)])))
poker = list(combinations(range(6), 2))
print(len(poker), sum(x + y for x, y in poker))


def batched(it, n):
    it = iter(it)
    while batch := list(islice(it, n)):
        yield batch


print(list(batched("abcdefg", 3)))


def unique(items, key=lambda x: x):
    seen = set()
    for x in items:
        if key(x) not in seen:
            seen.add(key(x))
            yield x


print(list(unique("AbaBc", key=str.lower)), "".join(unique("mississippi")))
sieve = count(2)
primes = []
while len(primes) < 10:
    p = next(sieve)
    primes.append(p)
    sieve = filter(lambda n, p=p: n % p, sieve)
print(primes)
