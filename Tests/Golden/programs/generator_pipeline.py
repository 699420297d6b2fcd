# A pipeline over lines of text: each stage asks the one before it for the next item.
from itertools import accumulate, chain, groupby, islice, product, tee, zip_longest

TEXT = """\
2024-01-03 walk 3.5
2024-01-03 run 5
# a comment
2024-01-04 swim one

2024-01-04 run 7.25
2024-02-01 walk 2
2024-02-02 run 10.5
"""


def lines(text):
    for number, line in enumerate(text.splitlines(), 1):
        yield number, line


def records(numbered):
    for number, line in numbered:
        if not line or line.startswith("#"):
            continue
        date, kind, amount = line.split()
        try:
            yield date, kind, float(amount)
        except ValueError:
            print(f"line {number}: no number: {amount!r}")


entries = list(records(lines(TEXT)))
for month, group in groupby(entries, key=lambda entry: entry[0][:7]):
    kilometers = [amount for _, _, amount in group]
    print(month, kilometers, f"{sum(kilometers):.2f}")
by_kind = {kind: [a for _, k, a in entries if k == kind] for kind in sorted({k for _, k, _ in entries})}
for kind, amounts in by_kind.items():
    print(f"{kind:6}", *(f"{total:7.2f}" for total in accumulate(amounts)))
first, second = tee(amount for _, _, amount in entries)
next(second)
print([f"{after - before:+.2f}" for before, after in zip(first, second)])
print(list(zip_longest(*by_kind.values(), fillvalue=None)))


def primes():
    found = []
    candidates = chain([2], range(3, 10**9, 2))
    for n in candidates:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n


print(list(islice(primes(), 15)))
print(max(((a * b, a, b) for a, b in product(range(10, 100), repeat=2) if str(a * b) == str(a * b)[::-1])))


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


longest = max(range(1, 500), key=lambda n: sum(1 for _ in collatz(n)))
print(longest, sum(1 for _ in collatz(longest)), list(islice(collatz(longest), 8)))
if (count := sum(1 for _ in collatz(27))) > 100:
    print("27 takes", count)
