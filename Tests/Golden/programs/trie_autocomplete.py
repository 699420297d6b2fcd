class Trie:
    def __init__(self):
        self.children = {}
        self.end = False

    def insert(self, word):
        node = self
        for c in word:
            node = node.children.setdefault(c, Trie())
        node.end = True
        return self

    def __contains__(self, word):
        node = self._find(word)
        return node is not None and node.end

    def _find(self, prefix):
        node = self
        for c in prefix:
            if c not in node.children:
                return None
            node = node.children[c]
        return node

    def __iter__(self):
        if self.end:
            yield ""
        for c in sorted(self.children):
            for rest in self.children[c]:
                yield c + rest

    def complete(self, prefix):
        node = self._find(prefix)
        return [prefix + rest for rest in node] if node else []

    def __len__(self):
        return self.end + sum(len(child) for child in self.children.values())

    def nodes(self):
        return 1 + sum(c.nodes() for c in self.children.values())


t = Trie()
for w in "car card care cat dog do über übung 日本 日本語".split():
    t.insert(w)
print(list(t))
print(t.complete("car"), t.complete("do"), t.complete("x"), t.complete("日"), t.complete("üb"))
print("car" in t, "ca" in t, "" in t, len(t), t.nodes())
print(t.insert("a").insert("")._find("a").end, "" in t, list(t)[:2])
