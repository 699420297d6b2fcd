# Cycles through objects of the library: what they hold is let go of once, in any order.
import gc
import weakref
from collections import defaultdict, deque
from functools import cache, cached_property, lru_cache, partial


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []

    @cached_property
    def label(self):
        return f'<{self.name}>'


def make(number):
    f = cache(lambda n: n if n < 2 else f(n - 1) + f(n - 2))
    g = lru_cache(maxsize=3)(lambda n: (f, g, n))
    g(number)
    node = Node(number)
    node.links += [f, g, node, partial(g, node)]
    node.queue = deque([node, node.links, f])
    node.groups = defaultdict(lambda: node, {1: node.queue})
    node.walk = (other for other in [node, f])
    next(node.walk)
    node.steps = iter(node.links)
    node.pairs = map(lambda other: (node, other), node.links)
    node.view = {node: node.label}.items()
    return f(30), weakref.ref(node)


refs = []
for number in range(50):
    value, ref = make(number)
    refs.append(ref)
gc.collect()
print(value, sum(ref() is not None for ref in refs))
kept = [make(number) for number in range(50)]
gc.collect()
print([[f'{a}{b}' for a in 'xy'] for b in range(3)], sum(ref() is not None for _, ref in kept))
