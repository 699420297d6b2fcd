def search(a, x):
    lo, hi = 0, len(a)
    steps = 0
    while lo < hi:
        steps += 1
        mid = (lo + hi) // 2
        if a[mid] == x:
            return mid, steps
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return ~lo, steps


data = list(range(0, 100, 3))
print([search(data, x) for x in (0, 99, 50, -5, 200, 48)])


def first_true(lo, hi, predicate):
    while lo < hi:
        mid = lo + (hi - lo) // 2
        if predicate(mid):
            hi = mid
        else:
            lo = mid + 1
    return lo


print(first_true(0, 10 ** 30, lambda n: n * n >= 2 * 10 ** 40))
print(first_true(1, 100, lambda n: n ** 3 > 5000))


class Guess:
    def __init__(self, secret):
        self.secret, self.asked = secret, []

    def __getitem__(self, i):
        self.asked.append(i)
        return i - self.secret

    def __len__(self):
        return 1000


g = Guess(637)
lo, hi = 0, len(g)
while lo < hi:
    mid = (lo + hi) // 2
    if g[mid] < 0:
        lo = mid + 1
    else:
        hi = mid
print(lo, g.asked)


def rotated(a, x):
    lo, hi = 0, len(a) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        if a[mid] == x:
            return mid
        if a[lo] <= a[mid]:
            if a[lo] <= x < a[mid]:
                hi = mid - 1
            else:
                lo = mid + 1
        elif a[mid] < x <= a[hi]:
            lo = mid + 1
        else:
            hi = mid - 1
    return None


r = [15, 18, 20, 1, 4, 7, 11]
print([rotated(r, x) for x in (15, 1, 11, 5)])
