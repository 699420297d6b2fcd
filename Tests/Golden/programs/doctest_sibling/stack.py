"""A stack.

>>> s = Stack()
>>> s.push(1)
>>> s.push("two")
>>> s
Stack([1, 'two'])
>>> s.pop()
'two'
"""


class Empty(Exception):
    """Nothing is left."""


class Stack:
    """Last in, first out.

    >>> len(Stack("abc"))
    3
    >>> Stack().pop()
    Traceback (most recent call last):
        ...
    stack.Empty: pop from empty stack
    """

    def __init__(self, items=()):
        self.items = list(items)

    def push(self, x):
        """
        >>> s = Stack()
        >>> s.push(5); s.items
        [5]
        """
        self.items.append(x)

    def pop(self):
        if not self.items:
            raise Empty("pop from empty stack")
        return self.items.pop()

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f"Stack({self.items})"
