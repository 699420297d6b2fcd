text = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity,
it was the season of Light, it was the season of Darkness"""
words = [w.strip(".,").lower() for w in text.split()]
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:8]:
    print(f"{word:<10} {n:>3} {'#' * n}")
by_length = {}
for w in counts:
    by_length.setdefault(len(w), []).append(w)
for length in sorted(by_length):
    print(length, sorted(by_length[length]))
longest = max(counts, key=lambda w: (len(w), w))
print(longest, len(longest), sum(counts.values()), len(counts))
print(" ".join(dict.fromkeys(words)))
pairs = list(zip(words, words[1:]))
common = max(set(pairs), key=lambda p: (pairs.count(p), p))
print(common, pairs.count(common))
print({c: sum(w.startswith(c) for w in words) for c in "aeiou"})
