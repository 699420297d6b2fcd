from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
import enum


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Color(Enum):
    """Colours."""
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f'{self.name.lower()} is {self.value}'

    @classmethod
    def first(cls):
        return cls.RED


print(Color.RED, repr(Color.GREEN), Color(3), Color['BLUE'], Color.RED.describe(), Color.first(), list(Color), len(Color))
print(Color.CRIMSON is Color.RED, Color.RED == 1, Color.RED == Color.RED, Color.RED in Color, isinstance(Color.RED, Color))
print(list(Color.__members__.items()), Color, type(Color).__name__, type(Color.RED), f'{Color.RED:>12}|{Color.RED!r}')
print({Color.RED: 'r'}[Color(1)], Color.RED.name, Color.RED.value, hash(Color.RED) == hash('RED'), list(reversed(Color)))
attempt(lambda: Color(9))
attempt(lambda: Color('RED'))
attempt(lambda: Color['PINK'])
attempt(lambda: Color.PINK)
attempt(lambda: setattr(Color, 'RED', 5))
attempt(lambda: delattr(Color, 'RED'))
attempt(lambda: setattr(Color.RED, 'value', 5))
attempt(lambda: Color.RED < Color.BLUE)


def clash():
    class Twice(Enum):
        A = 1
        A = 2


def extend():
    class More(Color):
        PINK = 9


attempt(clash)
attempt(extend)


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print(list(Auto))


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)


print(Planet.EARTH, Planet.EARTH.mass, round(Planet.EARTH.gravity, 3), Planet((3.303e+23, 2.4397e6)))


class Level(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10


print(Level.LOW, repr(Level.MID), Level.HIGH > Level.LOW, Level.LOW + 1, sorted([Level.HIGH, Level.LOW]), Level(5), Level.MID == 5)
print(f'{Level.HIGH} {Level.HIGH:03d}', '%d' % Level.MID, [10, 20][Level.LOW], isinstance(Level.LOW, int), max(Level))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R, Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, Perm(0), repr(Perm(0)), ~Perm.R, Perm.RW & Perm.W, Perm.R ^ Perm.RW)
print(Perm.R in Perm.RW, bool(Perm.R & Perm.W), list(Perm), list(Perm.RW), len(Perm.RW), Perm(5), Perm.X.value)
attempt(lambda: Perm(8))
attempt(lambda: Perm.R | 1)
attempt(lambda: 1 in Perm.R)


class Mode(IntFlag):
    A = 1
    B = 2
    C = 4


print(Mode.A | Mode.B, repr(Mode.A | Mode.C), Mode.A | 8, repr(Mode(9)), Mode.A + 1, ~Mode.A, repr(~Mode.A), Mode(0), Mode.B in Mode(3))


class Suit(str, Enum):
    HEARTS = 'h'
    SPADES = 's'


print(Suit.HEARTS, repr(Suit.SPADES), Suit.HEARTS == 'h', Suit('s'), Suit.HEARTS.upper(), f'{Suit.HEARTS}')


class Word(StrEnum):
    ALPHA = auto()
    BETA = 'bb'


print(Word.ALPHA, repr(Word.BETA), Word.BETA + 'x', f'{Word.ALPHA}')
Animal = Enum('Animal', 'ANT BEE CAT')
print(list(Animal), Animal.BEE.value, Enum('E', {'x': 'one', 'y': 'two'}).y, list(Enum('F', ['p', 'q'], start=0)))


def dup():
    @unique
    class D(Enum):
        A = 1
        B = 1
        C = 2


attempt(dup)


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, 'P.X')
    PY = (1, 'P.Y')


print(Coord.PY, Coord(1), Coord.PX.label)


class Weekday(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.title()

    MON = auto()
    TUE = auto()

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str) and value.lower().startswith('m'):
            return cls.MON


print(list(Weekday), Weekday('monday'), Weekday.TUE.value)
attempt(lambda: Weekday('x'))


class Base(Enum):
    def shout(self):
        return self.name + '!'


class Child(Base):
    ONE = 1
    LIST = [1, 2]


print(Child.ONE.shout(), Child([1, 2]), Child.__doc__, Color.__doc__)
import copy
print(copy.deepcopy([Color.RED])[0] is Color.RED)
