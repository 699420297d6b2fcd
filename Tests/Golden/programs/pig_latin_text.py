VOWELS = "aeiouäöüé"


def pig(word):
    head = word.rstrip(".,!?")
    tail = word[len(head):]
    if not head:
        return tail
    lower = head.lower()
    if lower[0] in VOWELS:
        result = lower + "way"
    else:
        for i, c in enumerate(lower):
            if c in VOWELS:
                break
        else:
            i = 0
        result = lower[i:] + lower[:i] + "ay"
    return (result.capitalize() if head[0].isupper() else result) + tail


TEXT = "Hello, quick brown Österreich! My rhythm egg. ?! Straße"
print(" ".join(map(pig, TEXT.split())))


def title_case(text, small=frozenset("a an the of and".split())):
    words = text.lower().split()
    return " ".join(w if i and w in small else w.capitalize() for i, w in enumerate(words))


print(title_case("THE lord OF the rings AND a élan"))


def camel(name):
    first, *rest = name.split("_")
    return first + "".join(map(str.title, rest))


def snake(name):
    return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")


for name in ("snake_case_name", "x", "größen_maß"):
    print(camel(name), snake(camel(name)) == name)


def compress(text):
    out, count = "", 1
    for a, b in zip(text, text[1:] + "\0"):
        if a == b:
            count += 1
        else:
            out += a + (str(count) if count > 1 else "")
            count = 1
    return out


print(compress("aaabbc"), compress("ééé日日x"), compress(""), compress("abc"))
print(*(w for w in TEXT.split() if w[0].isupper()), sep=" | ")


def is_palindrome(text):
    letters = [c for c in text.casefold() if c.isalnum()]
    return letters == letters[::-1]


print([is_palindrome(t) for t in ("A man, a plan, a canal: Panama", "Nope", "été", "")])
anagrams = {}
for w in "listen silent enlist google elgoog abc cab".split():
    anagrams.setdefault("".join(sorted(w)), []).append(w)
print([g for g in anagrams.values() if len(g) > 1])
print("wrap these words at ten columns please".split()[::2], "a-b_c d".replace("-", " ").replace("_", " ").split())
