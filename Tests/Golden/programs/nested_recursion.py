def hanoi(n, source, target, spare, moves):
    if n == 0:
        return moves
    hanoi(n - 1, source, spare, target, moves)
    moves.append(source + target)
    return hanoi(n - 1, spare, target, source, moves)


print(hanoi(3, "A", "C", "B", []))
print(len(hanoi(8, "A", "C", "B", [])))


def permutations(items):
    if not items:
        return [[]]
    return [[items[i]] + rest for i in range(len(items)) for rest in permutations(items[:i] + items[i + 1:])]


print(permutations([1, 2, 3]))


def flatten(x):
    out = []
    for item in x:
        if isinstance(item, list):
            out += flatten(item)
        else:
            out.append(item)
    return out


print(flatten([1, [2, [3, [4, []]], 5]]))


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(500))


def subsets(xs):
    return [[]] if not xs else subsets(xs[1:]) + [[xs[0]] + s for s in subsets(xs[1:])]


print(subsets([1, 2, 3]))


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


print(ackermann(2, 5))
