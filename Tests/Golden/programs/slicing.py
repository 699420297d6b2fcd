letters = list("abcdefghij")
print(letters[2:5], letters[:3], letters[-3:], letters[::2], letters[::-1], letters[8:2:-2], letters[5:2], letters[20:])
letters[1:3] = ["X"]
print(letters)
letters[::3] = "1234"[:len(letters[::3])]
print(letters)
del letters[-2:]
letters[0:0] = [0, 0]
print(letters, len(letters))
text = "The quick brown fox"
print(text[4:9], text[-3:], text[::-1], text[::4], text[:3] + text[9:])
t = tuple(range(10))
print(t[3:7], t[::-3], t[-1:], t[:0])
copy = letters[:]
copy.append("new")
print(len(letters), len(copy))
print(range(20)[5:15:3], list(range(20)[::-4]))
