def shift(text, key):
    out = []
    for c in text:
        if c.isalpha() and ord(c) < 128:
            base = ord("A") if c.isupper() else ord("a")
            out.append(chr((ord(c) - base + key) % 26 + base))
        else:
            out.append(c)
    return "".join(out)


secret = shift("Hello, World! naïve", 3)
print(secret, shift(secret, -3))
for key in range(0, 26, 5):
    print(key, shift("abcxyz", key))
counts = {}
for c in "the quick brown fox jumps over the lazy dog".replace(" ", ""):
    counts[c] = counts.get(c, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5], len(counts))
print("racecar" == "racecar"[::-1], " ".join([w.capitalize() for w in "the end of it".split()]))
