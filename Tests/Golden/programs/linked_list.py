class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty list")
        node, self.head = self.head, self.head.next
        self.size -= 1
        return node.value

    def reverse(self):
        previous = None
        node = self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __str__(self):
        return " -> ".join(map(str, self)) or "(empty)"


l = LinkedList("abcd")
print(l, len(l))
l.reverse()
print(l)
l.push("z")
print(l.pop(), l.pop(), l)
print("c" in l, "q" in l, max(l))
print(LinkedList())
try:
    LinkedList().pop()
except IndexError as e:
    print(repr(e))
first, *rest = l
print(first, rest)
