class V:
    def __add__(self, o):
        return self.value + o.value


V() + V()
