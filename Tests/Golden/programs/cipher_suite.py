import string


def caesar(text, shift):
    out = []
    for c in text:
        if c.isascii() and c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            out.append(chr((ord(c) - base + shift) % 26 + base))
        else:
            out.append(c)
    return "".join(out)


def vigenere(text, key, sign=1):
    shifts = [ord(k) - 97 for k in key.lower()]
    i = 0
    out = ""
    for c in text:
        if c in string.ascii_letters:
            out += caesar(c, sign * shifts[i % len(shifts)])
            i += 1
        else:
            out += c
    return out


def rail_fence(text, rails):
    rows = [[] for _ in range(rails)]
    row, step = 0, 1
    for c in text:
        rows[row].append(c)
        if row + step not in range(rails):
            step = -step
        row += step
    return "".join("".join(r) for r in rows)


MORSE = dict(zip("SOSETN", ["...", "---", "...", ".", "-", "-."]))
message = "Attack at Dawn, naïve Zoë!"
secret = caesar(message, 3)
print(secret, caesar(secret, -3) == message)
v = vigenere(message, "Lemon")
print(v, vigenere(v, "lemon", -1) == message)
print(rail_fence("WEAREDISCOVERED", 3), caesar("xyz XYZ", 29))
table = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[::-1])
print("hello wizard".translate(table), "hello".translate(table).translate(table))
print(" ".join(MORSE.get(c, "?") for c in "SET NO"), {v: k for k, v in MORSE.items()})


def crack(text):
    common = "etaoin"
    return max(range(26), key=lambda s: sum(caesar(text, -s).lower().count(c) for c in common))


long = "the essence of the test is that letters repeat in a sentence"
print([crack(caesar(long, s)) for s in (0, 5, 17)])
