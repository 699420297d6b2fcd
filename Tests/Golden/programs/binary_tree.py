class Tree:
    def __init__(self, key, value, left=None, right=None):
        self.key, self.value, self.left, self.right = key, value, left, right


class TreeMap:
    def __init__(self):
        self.root = None
        self.n = 0

    def __setitem__(self, key, value):
        if self.root is None:
            self.root = Tree(key, value)
            self.n = 1
            return
        node = self.root
        while True:
            if key == node.key:
                node.value = value
                return
            side = "left" if key < node.key else "right"
            child = getattr(node, side)
            if child is None:
                setattr(node, side, Tree(key, value))
                self.n += 1
                return
            node = child

    def __getitem__(self, key):
        node = self.root
        while node:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __len__(self):
        return self.n

    def items(self):
        def walk(node):
            if node:
                yield from walk(node.left)
                yield node.key, node.value
                yield from walk(node.right)
        return walk(self.root)

    def height(self):
        def h(node):
            return 0 if node is None else 1 + max(h(node.left), h(node.right))
        return h(self.root)


t = TreeMap()
for i, word in enumerate("the quick brown fox jumps over the lazy dog".split()):
    t[word] = i
print(len(t), t.height())
print(list(t.items()))
print("fox" in t, "cat" in t, t["the"])
try:
    t["cat"]
except KeyError as e:
    print("missing", e)
