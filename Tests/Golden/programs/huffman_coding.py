import heapq
from collections import Counter


class Leaf:
    def __init__(self, char):
        self.char = char

    def codes(self, prefix=""):
        yield self.char, prefix or "0"


class Branch:
    def __init__(self, left, right):
        self.left, self.right = left, right

    def codes(self, prefix=""):
        yield from self.left.codes(prefix + "0")
        yield from self.right.codes(prefix + "1")


def build(text):
    heap = [(n, i, Leaf(c)) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    counter = len(heap)
    while len(heap) > 1:
        n1, _, a = heapq.heappop(heap)
        n2, _, b = heapq.heappop(heap)
        heapq.heappush(heap, (n1 + n2, counter, Branch(a, b)))
        counter += 1
    return heap[0][2]


def decode(tree, bits):
    node, out = tree, []
    for bit in bits:
        if isinstance(node, Branch):
            node = node.left if bit == "0" else node.right
        if isinstance(node, Leaf):
            out.append(node.char)
            node = tree
    return "".join(out)


text = "she sells sea shells by the sea shore"
tree = build(text)
codes = dict(tree.codes())
bits = "".join(codes[c] for c in text)
for c, code in sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[1])):
    print(repr(c), code)
print(len(bits), len(text) * 8, f"{len(bits) / (len(text) * 8):.1%}")
print(decode(tree, bits) == text, int(bits, 2).to_bytes((len(bits) + 7) // 8, "big").hex())
print(dict(build("aaaa").codes()))
