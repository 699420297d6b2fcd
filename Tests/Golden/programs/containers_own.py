"""Containers written by hand: linked list, binary tree, trie, LRU cache, ring buffer, sparse vector, multiset."""
from collections import OrderedDict
from collections.abc import MutableMapping, MutableSequence, Sequence, Set


class LinkedList(MutableSequence):
    class _Node:
        __slots__ = 'value', 'next'

        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, values=()):
        self.head, self.size = None, 0
        self.extend(values)

    def _node(self, index):
        if index < 0:
            index += self.size
        if not 0 <= index < self.size:
            raise IndexError('list index out of range')
        node = self.head
        for _ in range(index):
            node = node.next
        return node

    def __getitem__(self, index):
        if isinstance(index, slice):
            return LinkedList([self[i] for i in range(*index.indices(len(self)))])
        return self._node(index).value

    def __setitem__(self, index, value):
        self._node(index).value = value

    def __delitem__(self, index):
        node = self._node(index)
        if node is self.head:
            self.head = node.next
        else:
            self._node((index if index >= 0 else index + self.size) - 1).next = node.next
        self.size -= 1

    def __len__(self):
        return self.size

    def insert(self, index, value):
        index = max(0, min(index if index >= 0 else index + self.size, self.size))
        if index == 0:
            self.head = self._Node(value, self.head)
        else:
            before = self._node(index - 1)
            before.next = self._Node(value, before.next)
        self.size += 1

    def __repr__(self):
        return 'LinkedList(' + ' -> '.join(map(repr, self)) + ')'


class Tree(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.root = None
        self.count = 0
        self.update(*args, **kwargs)

    def _find(self, key):
        node, parent = self.root, None
        while node and node[0] != key:
            node, parent = node[2 if key < node[0] else 3], node
        return node, parent

    def __getitem__(self, key):
        node, _ = self._find(key)
        if node is None:
            return self.__missing__(key)
        return node[1]

    def __missing__(self, key):
        raise KeyError(key)

    def __setitem__(self, key, value):
        node, parent = self._find(key)
        if node:
            node[1] = value
            return
        node = [key, value, None, None]
        if parent is None:
            self.root = node
        else:
            parent[2 if key < parent[0] else 3] = node
        self.count += 1

    def __delitem__(self, key):
        node, parent = self._find(key)
        if node is None:
            raise KeyError(key)
        if node[2] and node[3]:
            parent, successor = node, node[3]
            while successor[2]:
                parent, successor = successor, successor[2]
            node[:2] = successor[:2]
            node = successor
        child = node[2] or node[3]
        if parent is None:
            self.root = child
        elif parent[2] is node:
            parent[2] = child
        else:
            parent[3] = child
        self.count -= 1

    def __iter__(self):
        stack, node = [], self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node[2]
            node = stack.pop()
            yield node[0]
            node = node[3]

    def __len__(self):
        return self.count


class Trie:
    def __init__(self, *words):
        self.root = {}
        for word in words:
            node = self.root
            for letter in word:
                node = node.setdefault(letter, {})
            node[None] = True

    def __contains__(self, word):
        node = self.root
        for letter in word:
            if letter not in node:
                return False
            node = node[letter]
        return None in node

    def starting(self, prefix):
        node = self.root
        for letter in prefix:
            node = node.get(letter, {})

        def walk(node, word):
            for letter in sorted(node, key=lambda c: c or ''):
                if letter is None:
                    yield word
                else:
                    yield from walk(node[letter], word + letter)
        return list(walk(node, prefix))


class LRU(OrderedDict):
    def __init__(self, limit, *args):
        self.limit = limit
        super().__init__(*args)

    def __getitem__(self, key):
        self.move_to_end(key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.limit:
            self.popitem(last=False)


class Ring(Sequence):
    def __init__(self, size):
        self.data, self.size, self.start = [], size, 0

    def push(self, value):
        if len(self.data) < self.size:
            self.data.append(value)
        else:
            self.data[self.start] = value
            self.start = (self.start + 1) % self.size

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        return self.data[(self.start + index) % len(self.data)]


class Letters(Set):
    def __init__(self, text):
        self.text = ''.join(sorted(set(text)))

    def __contains__(self, c):
        return c in self.text

    def __iter__(self):
        return iter(self.text)

    def __len__(self):
        return len(self.text)

    def __repr__(self):
        return f'Letters({self.text!r})'


l = LinkedList('abcd')
l.append('e')
l.insert(1, 'X')
l.insert(-1, 'Y')
del l[0], l[-1]
l[0] = 'first'
print(l, len(l), l[1:3], 'c' in l, l.index('c'), l.count('Y'), l.pop(), list(reversed(l)), l.pop(0))
l += [1, 2]
l.remove('c')
l.reverse()
print(l, sum(1 for _ in l), l == ['x'])
for bad in (lambda: l[10], lambda: l.remove('no'), lambda: l.index('no'), lambda: LinkedList().pop()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
t = Tree({k: k * k for k in (5, 2, 8, 1, 9, 3)}, a=1) if False else Tree({k: k * k for k in (5, 2, 8, 1, 9, 3)})
print(list(t), len(t), t[8], 3 in t, t.get(4, 'none'), list(t.items())[:2], t.pop(5), t.setdefault(4, 16), list(t.values()), t == {1: 1})
del t[2]
t.update({7: 49})
print(dict(t), t.popitem(), list(t.keys() & {1, 3, 99}), t != dict(t))
try:
    t[100]
except KeyError as e:
    print('KeyError', e)
words = Trie('car', 'cart', 'care', 'cat', 'dog')
print('car' in words, 'ca' in words, words.starting('car'), words.starting('x'), words.starting('')[-1])
cache = LRU(2, [('a', 1), ('b', 2)])
cache['a']
cache['c'] = 3
print(list(cache.items()), 'b' in cache, cache)
r = Ring(3)
for x in range(5):
    r.push(x)
print(list(r), r[-1], r.index(3), 2 in r, list(reversed(r)), r.count(9))
a, b = Letters('hello'), Letters('world')
print(a & b, a | b, a - b, a ^ b, a <= b, a.isdisjoint(Letters('xyz')), Letters('lo') < a, a == Letters('olleh'), set(a) & {'h'})
