class DisjointSet:
    def __init__(self, items=()):
        self.parent = {}
        self.size = {}
        for x in items:
            self.add(x)

    def add(self, x):
        self.parent.setdefault(x, x)
        self.size.setdefault(x, 1)

    def find(self, x):
        root = x
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[x] != root:
            self.parent[x], x = root, self.parent[x]
        return root

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size.pop(b)
        return True

    def groups(self):
        out = {}
        for x in self.parent:
            out.setdefault(self.find(x), []).append(x)
        return sorted(map(sorted, out.values()))

    def __len__(self):
        return len(self.size)


edges = [(7, "A", "D"), (5, "A", "B"), (8, "B", "C"), (9, "B", "D"), (7, "B", "E"), (5, "C", "E"),
         (15, "D", "E"), (6, "D", "F"), (8, "E", "F"), (9, "E", "G"), (11, "F", "G")]
d = DisjointSet("ABCDEFG")
tree = [e for e in sorted(edges) if d.union(*e[1:])]
print(tree, sum(w for w, *_ in tree), len(d))
d = DisjointSet(range(10))
for a, b in [(0, 1), (2, 3), (1, 3), (4, 5), (9, 8)]:
    print(d.union(a, b), end=" ")
print(d.union(0, 2))
print(d.groups(), len(d), d.find(0) == d.find(3))
try:
    d.find(99)
except KeyError as e:
    print("KeyError", e)
