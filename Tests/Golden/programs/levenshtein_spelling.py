def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(previous + (x != y), row[j] + 1, row[j - 1] + 1)
    return row[-1]


WORDS = "their there they're then than the though through thorough tough naïve naive café coffee".split()


def suggest(word, limit=3):
    ranked = sorted((distance(word, w), abs(len(word) - len(w)), w) for w in WORDS)
    return [w for _, _, w in ranked[:limit]]


for word in ("teh", "thier", "cafe", "trough", "naíve"):
    print(word, suggest(word), [distance(word, w) for w in suggest(word)])
print(distance("kitten", "sitting"), distance("", "abc"), distance("日本語", "日本"), distance("same", "same"))


def edits(a, b):
    m, n = len(a), len(b)
    d = [[i + j if i * j == 0 else 0 for j in range(n + 1)] for i in range(m + 1)]
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
    i, j, ops = m, n, []
    while i or j:
        if i and j and d[i][j] == d[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            ops.append(f"={a[i - 1]}" if a[i - 1] == b[j - 1] else f"{a[i - 1]}>{b[j - 1]}")
            i, j = i - 1, j - 1
        elif i and d[i][j] == d[i - 1][j] + 1:
            ops.append(f"-{a[i - 1]}")
            i -= 1
        else:
            ops.append(f"+{b[j - 1]}")
            j -= 1
    return ops[::-1]


print(edits("kitten", "sitting"))
print(edits("", "ab"), edits("abc", ""), edits("flaw", "lawn"))
