class Heap:
    def __init__(self, items=(), key=lambda x: x):
        self.key, self.data = key, []
        for item in items:
            self.push(item)

    def push(self, item):
        data = self.data
        data.append(item)
        i = len(data) - 1
        while i and self.key(data[i]) < self.key(data[(i - 1) // 2]):
            parent = (i - 1) // 2
            data[i], data[parent] = data[parent], data[i]
            i = parent

    def pop(self):
        data = self.data
        top, last = data[0], data.pop()
        if data:
            data[0] = last
            i = 0
            while True:
                child = min((c for c in (2 * i + 1, 2 * i + 2) if c < len(data)), key=lambda c: self.key(data[c]),
                            default=None)
                if child is None or self.key(data[i]) <= self.key(data[child]):
                    break
                data[i], data[child] = data[child], data[i]
                i = child
        return top

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        while self:
            yield self.pop()


print(list(Heap([5, 2, 8, 1, 9, 3])))
print(list(Heap(["pear", "fig", "banana"], key=len)))
tasks = Heap(key=lambda t: (-t[0], t[1]))
for task in [(1, "sleep"), (5, "eat"), (5, "code"), (3, "walk")]:
    tasks.push(task)
print(tasks.pop(), len(tasks), [name for _, name in tasks], bool(tasks))
try:
    Heap().pop()
except IndexError as e:
    print(e)
