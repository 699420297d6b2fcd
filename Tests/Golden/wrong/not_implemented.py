class Shape:
    def area(self):
        raise NotImplementedError("area")

    def describe(self):
        return f"area {self.area()}"


class Circle(Shape):
    pass


print(Circle().describe())
