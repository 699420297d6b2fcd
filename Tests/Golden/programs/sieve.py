import numpy as np

n = 200
is_prime = np.ones(n, dtype=bool)
is_prime[:2] = False
for i in range(2, int(n ** 0.5) + 1):
    if is_prime[i]:
        is_prime[i * i::i] = False
primes = np.nonzero(is_prime)[0]
print(primes)
print(len(primes), primes.sum(), primes[-1])


def sieve(limit):
    flags = [True] * limit
    flags[0] = flags[1] = False
    for i in range(2, limit):
        if flags[i]:
            for j in range(i * i, limit, i):
                flags[j] = False
    return [i for i, f in enumerate(flags) if f]


print(sieve(60))
print(sieve(n) == list(primes))
