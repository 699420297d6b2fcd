import math


class Shape:
    """A plane figure."""

    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError(f"{type(self).__name__} has no area")

    def describe(self):
        return f"{self.name}: area {self.area():.2f}"


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return math.pi * self.r ** 2


class Rectangle(Shape):
    def __init__(self, w, h, name="rectangle"):
        super().__init__(name)
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side, "square")


shapes = [Circle(1), Rectangle(2, 3), Square(4)]
for s in shapes:
    print(s.describe(), isinstance(s, Rectangle))
print(Shape.count, Shape.__doc__)
print(sorted((s.area(), s.name) for s in shapes)[0][1])
try:
    Shape("blob").describe()
except NotImplementedError as e:
    print("error:", e)
print([k.__name__ for k in Square.__mro__])
