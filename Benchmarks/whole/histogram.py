"""A histogram of a text's words: `histogram.py [WORDS]`."""

import sys

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pé qui ro sü ta vö wa xe zy".split()


def words(n, seed=11):
    """A made-up text: short words are frequent, punctuation and capitals are strewn in."""
    for i in range(n):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        r = seed >> 33
        length = 1 + (r % 7 > 3) + (r % 31 > 25)
        word = "".join(SYLLABLES[(r >> 3 * k) % (5 + 5 * length) % 20] for k in range(length))
        if r % 13 == 0:
            word = word.capitalize()
        yield word + (", " if r % 17 == 0 else ". " if r % 19 == 0 else " ")


def clean(text):
    for raw in text.split():
        word = raw.strip(".,!?").lower()
        if word:
            yield word


def histogram(counts, limit=12, width=40):
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    longest = max(len(w) for w, _ in ranked[:limit])
    most = ranked[0][1]
    for word, n in ranked[:limit]:
        bar = "█" * max(1, n * width // most)
        yield f"{word:>{longest}} {n:>6} {bar}"


def grouped(counts, key):
    groups = {}
    for word, n in counts.items():
        groups.setdefault(key(word), []).append((n, word))
    return {k: sorted(v, reverse=True) for k, v in groups.items()}


def main(n):
    text = "".join(words(n))
    counts = {}
    for word in clean(text):
        counts[word] = counts.get(word, 0) + 1
    print(len(text), sum(counts.values()), len(counts))
    for line in histogram(counts):
        print(line)
    for length, items in sorted(grouped(counts, len).items()):
        print(f"{length}: {len(items)} words, {sum(n for n, _ in items)} times, {', '.join(w for _, w in items[:3])}")
    letters = {}
    for c in text.lower():
        if c.isalpha():
            letters[c] = letters.get(c, 0) + 1
    total = sum(letters.values())
    for c in sorted(letters, key=lambda c: (letters[c], c), reverse=True)[:6]:
        print(f"{c} {letters[c] / total:7.3%}")
    by_ending = grouped(counts, lambda w: w[-1])
    print({k: len(by_ending[k]) for k in sorted(by_ending)})
    sentences = [s.strip() for s in text.split(".") if s.strip()]
    print(len(sentences), max(sentences, key=len)[:50], sorted(map(len, sentences))[len(sentences) // 2])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
