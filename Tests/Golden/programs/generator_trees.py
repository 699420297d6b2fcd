# Walks over nested data by recursive generators.
def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, (3, [4, []]), "five"], [[[6]]]])))


def insert(tree, key):
    if tree is None:
        return (None, key, None)
    left, own, right = tree
    if key < own:
        return (insert(left, key), own, right)
    return (left, own, insert(right, key))


def in_order(tree):
    if tree:
        left, key, right = tree
        yield from in_order(left)
        yield key
        yield from in_order(right)


def depth_first(tree, depth=0):
    if tree:
        yield depth, tree[1]
        for child in (tree[0], tree[2]):
            yield from depth_first(child, depth + 1)


tree = None
for key in (50, 30, 70, 20, 40, 60, 80, 35, 45):
    tree = insert(tree, key)
print(*in_order(tree))
for depth, key in depth_first(tree):
    print("  " * depth + str(key))


def chain_of(n):
    for i in range(n):
        tree = None if i == 0 else tree
        tree = (tree, i, None)
    return tree


print(sum(in_order(chain_of(300))))


def subsets(items):
    if not items:
        yield []
        return
    for rest in subsets(items[1:]):
        yield rest
        yield [items[0]] + rest


print(sorted(subsets([1, 2, 3]), key=lambda s: (len(s), s)))


def hanoi(n, source="A", target="C", spare="B"):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield f"{source}{target}"
        yield from hanoi(n - 1, spare, target, source)


print(len(list(hanoi(8))), " ".join(hanoi(3)))


def window(iterable, size):
    values = []
    for value in iterable:
        values.append(value)
        if len(values) == size:
            yield tuple(values)
            values.pop(0)


print(list(window("abcde", 3)), [b - a for a, b in window((n * n for n in range(6)), 2)])
