ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = [(10 ** 12, "trillion"), (10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand"), (100, "hundred")]


def words(n):
    if n < 0:
        return "minus " + words(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        tens, rest = divmod(n, 10)
        return TENS[tens] + (f"-{ONES[rest]}" if rest else "")
    for scale, name in SCALES:
        if n >= scale:
            count, rest = divmod(n, scale)
            joiner = " and " if 0 < rest < 100 else " "
            return f"{words(count)} {name}" + (joiner + words(rest) if rest else "")


VALUES = {w: i for i, w in enumerate(ONES)} | {w: i * 10 for i, w in enumerate(TENS) if w != "_"}


def number(text):
    total = current = 0
    sign = 1
    for w in text.replace("-", " ").split():
        if w == "minus":
            sign = -1
        elif w == "and":
            continue
        elif w in VALUES:
            current += VALUES[w]
        else:
            scale = next(s for s, name in SCALES if name == w)
            if scale == 100:
                current *= 100
            else:
                total, current = total + current * scale, 0
    return sign * (total + current)


for n in (0, 7, 13, 42, 100, 101, 999, 1000, 1234, 70_005, 10 ** 6, 123_456_789, -15, 2_000_000_000_001):
    text = words(n)
    print(f"{n:>17,} {text}")
    assert number(text) == n, (n, number(text))
longest = max(range(1000), key=lambda n: len(words(n)))
print(longest, words(longest), sum(len(words(n).replace(" ", "").replace("-", "")) for n in range(1, 1001)))
try:
    number("one gazillion")
except StopIteration as e:
    print("StopIteration", repr(e.value))
