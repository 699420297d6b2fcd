s = list(range(10))
print(s[2:5], s[:3], s[7:], s[::3], s[::-1], s[-3:], s[:-7], s[8:2:-2], s[100:], s[-100:2])
s[2:5] = "abc"
print(s)
s[1:1] = [None]
print(s)
s[::2] = [0] * len(s[::2])
print(s)
del s[::3]
print(s)
s[:] = [1, 2, 3]
print(s)
s[len(s):] = [4, 5]
s[:0] = [0]
print(s)
try:
    s[::2] = [1]
except ValueError as e:
    print(e)
try:
    s["a"]
except TypeError as e:
    print(e)
t = tuple("abcdef")
print(t[1:4], t[::-2], t[-1], t[:2] + t[-2:])
sl = slice(1, None, 2)
print(s[sl], t[sl], "abcdef"[sl], sl, sl.indices(5), range(20)[sl])
matrix = [[r * 4 + c for c in range(4)] for r in range(3)]
print([row[1:3] for row in matrix[1:]], [row[::-1] for row in matrix], [list(col) for col in zip(*matrix)])


class Grid:
    def __getitem__(self, key):
        return key


g = Grid()
print(g[1], g[1:2], g[1:2, ::3], g[...], g["k", None])
text = "step on no pets"
print(text == text[::-1], text[5:7], text[-4:], text[::-1][:4])
chunks = [text[i:i + 4] for i in range(0, len(text), 4)]
print(chunks, "".join(chunks) == text)
