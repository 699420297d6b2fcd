import random
from collections import defaultdict

TEXT = """in the beginning the programmer wrote the program and the program ran and the programmer saw
that the program was good and the programmer rested and the tests ran and the tests failed"""


def model(text):
    chain = defaultdict(list)
    words = text.split()
    for a, b in zip(words, words[1:]):
        chain[a].append(b)
    return chain


def generate(chain, start, n, rng):
    word = start
    yield word
    for _ in range(n):
        options = chain.get(word)
        if not options:
            return
        word = rng.choice(options)
        yield word


chain = model(TEXT)
for seed in range(4):
    print(" ".join(generate(chain, "the", 10, random.Random(seed))))
print({k: sorted(set(v)) for k, v in chain.items() if len(set(v)) > 1})
random.seed(10)
letters = [random.choice("abcde") for _ in range(12)]
random.shuffle(letters)
print("".join(letters), random.sample(range(50), 5), random.randint(1, 100), round(random.random(), 6))
rolls = [sum(random.randint(1, 6) for _ in range(2)) for _ in range(200)]
for total in range(2, 13):
    print(f"{total:>2} {'*' * (rolls.count(total) // 2)}")
print(random.choices(["red", "green"], weights=[1, 3], k=6), f"{random.gauss(0, 1):.6f}", f"{random.uniform(5, 10):.6f}")
