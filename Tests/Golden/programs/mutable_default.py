def append_to(item, bucket=[]):
    bucket.append(item)
    return bucket


print(append_to(1))
print(append_to(2))
print(append_to(3, []))
print(append_to(4))


def fixed(item, bucket=None):
    if bucket is None:
        bucket = []
    bucket.append(item)
    return bucket


print(fixed(1), fixed(2))


def count(key, seen={}):
    seen[key] = seen.get(key, 0) + 1
    return seen


count("a")
count("b")
print(count("a"))
x = 10


def late(y=x):
    return y, x


x = 20
print(late(), late(1))
