from collections import deque

TREE = {"root": ["a", "b"], "a": ["a1", "a2"], "b": ["b1"], "b1": ["deep"]}


def depth_first(node, level=0):
    yield level, node
    for child in TREE.get(node, []):
        yield from depth_first(child, level + 1)


def breadth_first(node):
    queue = deque([(0, node)])
    while queue:
        level, node = queue.popleft()
        yield level, node
        queue.extend((level + 1, c) for c in TREE.get(node, ()))


def post_order(node):
    for child in TREE.get(node, []):
        yield from post_order(child)
    yield node


for level, node in depth_first("root"):
    print("  " * level + node)
print([n for _, n in breadth_first("root")])
print(list(post_order("root")))


def paths(node, prefix=()):
    prefix += (node,)
    children = TREE.get(node)
    if not children:
        yield "/".join(prefix)
    else:
        for c in children:
            yield from paths(c, prefix)


print(*paths("root"), sep="\n")
print(max(level for level, _ in depth_first("root")), sum(1 for _ in depth_first("root")))


def find(predicate, node="root"):
    return next((n for _, n in depth_first(node) if predicate(n)), None)


print(find(lambda n: n.endswith("2")), find(lambda n: len(n) > 9), find(lambda n: n == "deep", "a"))
levels = {}
for level, node in breadth_first("root"):
    levels.setdefault(level, []).append(node)
print(levels)
