from abc import ABC, ABCMeta, abstractmethod
import abc


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def sides(self):
        ...

    @classmethod
    @abstractmethod
    def make(cls):
        ...

    @staticmethod
    @abstractmethod
    def unit():
        return 'cm'

    def describe(self):
        return f'{self.name}: {self.area():.2f} {self.unit()}2, {self.sides} sides'


attempt(lambda: Shape('x'))


class Half(Shape):
    def area(self):
        return 0

    @property
    def sides(self):
        return 1

    @classmethod
    def make(cls):
        return cls('half')


attempt(lambda: Half('x'))
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__))


class Square(Half):
    def __init__(self, side):
        super().__init__('square')
        self.side = side

    def area(self):
        return self.side ** 2

    @property
    def sides(self):
        return 4

    @staticmethod
    def unit():
        return Shape.unit()

    @classmethod
    def make(cls):
        return cls(1)


print(Square(3).describe(), Square.make().describe(), isinstance(Square(1), Shape), issubclass(Square, Shape))
print(Square.__abstractmethods__, Square.__mro__[-2].__name__, type(Square).__name__)


class Drawable(metaclass=ABCMeta):
    @abstractmethod
    def draw(self): ...

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Drawable:
            return any('draw' in B.__dict__ for B in C.__mro__) or NotImplemented
        return NotImplemented


class Pen:
    def draw(self): ...


class Stone: pass


print(isinstance(Pen(), Drawable), isinstance(Stone(), Drawable), issubclass(Pen, Drawable))
Drawable.register(Stone)
print(isinstance(Stone(), Drawable), issubclass(Stone, Drawable))


@Shape.register
class Blob: pass


print(isinstance(Blob(), Shape), Shape in Blob.__mro__, issubclass(bool, Shape))
attempt(lambda: Shape.register(3))
attempt(lambda: Half.register(Shape))
attempt(lambda: issubclass(3, Shape))
attempt(lambda: Drawable())


class Late(ABC):
    @abstractmethod
    def f(self): ...


Late.f = lambda self: 1
abc.update_abstractmethods(Late)
print(Late().f())
