class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.itms.append(x)


s = Stack()
s.push(1)
