import re

data = [3, 8, 1, 9, 4]
print([y for x in data if (y := x * x) > 10])
if (n := len(data)) > 3:
    print("long", n)
stack = list(data)
while (top := stack.pop()) != 8:
    print("popped", top)
print(top, stack)
for line in ("key: value", "nothing", "a: b"):
    if m := re.match(r"(\w+): (\w+)", line):
        print(m.group(1), "->", m.group(2))
    else:
        print("no match", m)
total = 0
print([total := total + x for x in data], total)
print(any((found := x) > 7 for x in data), found)


def f(a, b):
    return a - b


print(f(c := 5, b=(d := 2)), c, d)
print((z := 3) + z, z)
chunk, pos = "", 0
text = "abcdefgh"
while chunk := text[pos:pos + 3]:
    print(chunk)
    pos += 3
print({(k := s.lower()): len(k) for s in ["AB", "C"]}, k)
print(f"{(w := 10):>5}|{w}")


def first(pred, items):
    return next((hit for x in items if (hit := x) and pred(x)), None)


print(first(lambda x: x > 3, data))
