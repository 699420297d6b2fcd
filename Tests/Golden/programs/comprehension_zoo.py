words = ["apple", "Banana", "cherry", "date", "Éclair", "fig"]
print([w.upper() for w in words if len(w) > 4])
print({w[0].lower(): len(w) for w in words})
print(sorted({len(w) for w in words}))
print([(i, w) for i, w in enumerate(words, 1) if i % 2])
print([[x * y for x in range(1, 4)] for y in range(1, 4)])
print([x for row in [[1, 2], [3], []] for x in row])
print([x if x % 2 else -x for x in range(6)])
print({(a, b) for a in range(3) for b in range(a)} == {(1, 0), (2, 0), (2, 1)})
print({k: [v for v in range(k)] for k in range(4)})
print(sum(len(w) for w in words), max((len(w), w) for w in words), any(w.isupper() for w in words))
print([f"{a}{b}" for a in "xy" for b in "12" if (a, b) != ("x", "2")])
print([a + b + c for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]])
print([*map(lambda p: p[0] * p[1], zip(range(3), range(3, 6)))])
print(dict(zip(words, map(len, words))), dict((w, w[::-1]) for w in words[:2]))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [sum(col) for col in zip(*matrix)])
gen = (x ** 2 for x in range(5))
print(next(gen), next(gen), list(gen), list(gen))
x = "outer"
print([x for x in range(3)], x)
print([(lambda n: n * y)(3) for y in range(3)], [y := 10, y * 2])
print([c for c in "hello" if c not in "aeiou"], "".join(c for c in "a1b2" if c.isdigit()))
print([[j for j in range(i)] for i in range(4) if i], [n for n in range(2, 30) if all(n % d for d in range(2, int(n ** .5) + 1))])
try:
    print([1 / v for v in (1, 0)])
except ZeroDivisionError as e:
    print(e)
