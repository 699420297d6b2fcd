class A:
    @property
    def size(self):
        return len(self.items)


a = A()
a.items = 5
print(
    a.size
)
