"""Registries by metaclasses, __init_subclass__, descriptors and __getattr__."""


class Registry(type):
    classes = {}

    def __new__(mcs, name, bases, namespace, abstract=False, **options):
        cls = super().__new__(mcs, name, bases, namespace)
        if not abstract:
            mcs.classes[name.lower()] = cls
        cls.options = options
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        instance.serial = cls.created = getattr(cls, 'created', 0) + 1
        return instance

    def __iter__(cls):
        return iter(sorted(cls.classes))

    def __len__(cls):
        return len(cls.classes)

    def __getitem__(cls, name):
        return cls.classes[name]


class Plugin(metaclass=Registry, abstract=True):
    def run(self):
        return f'{type(self).__name__} #{self.serial} runs'


class Upper(Plugin, speed=3):
    def __call__(self, text):
        return text.upper()


class Reverse(Plugin):
    def __call__(self, text):
        return text[::-1]


class Shape:
    kinds = []
    sides = 0

    def __init_subclass__(cls, /, sides=None, **kwargs):
        super().__init_subclass__(**kwargs)
        if sides is not None:
            cls.sides = sides
        cls.kinds.append(cls.__name__)


class Square(Shape, sides=4):
    pass


class Odd(Square):
    pass


class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name[1:]} must be {self.kind.__name__}, got {type(value).__name__}: {value!r}')
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        delattr(instance, self.name)


class Positive(Typed):
    def __set__(self, instance, value):
        super().__set__(instance, value)
        if value <= 0:
            raise ValueError(f'{self.name[1:]} must be positive')


class Order:
    count = Positive(int, 1)
    label = Typed(str, 'none')

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, 'target', target)
        object.__setattr__(self, 'log', [])

    def __getattr__(self, name):
        self.log.append(f'get {name}')
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        self.log.append(f'set {name}')
        setattr(self.target, name, value)

    def __delattr__(self, name):
        self.log.append(f'del {name}')
        delattr(self.target, name)

    def __dir__(self):
        return sorted({'target', 'log'} | set(vars(self.target)))


print(list(Plugin), len(Plugin), Upper.options, Plugin['upper']()('abc'), Reverse()('abc'))
print(Upper().run(), Upper().run(), Reverse().run(), type(Upper).__name__, isinstance(Upper, Registry), Upper.created)
print(Shape.kinds, Square.sides, Odd().sides, Shape.sides)
order = Order(count=3)
print(order.count, order.label, vars(order), type(Order.count).__name__, Order.__dict__['count'].name)
for name, value in (('count', 'x'), ('count', -1), ('label', 5), ('label', 'ok')):
    try:
        setattr(order, name, value)
        print(name, '=', getattr(order, name))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
del order.count
print(order.count)
try:
    del order.count
except AttributeError as error:
    print('AttributeError', error)
p = Proxy(order)
p.label = 'via proxy'
p.extra = 1
print(p.label, p.extra, dir(p), p.log, hasattr(p, 'nothing'))
del p.extra
print(p.log[-1], vars(order))
Dynamic = type('Dynamic', (Shape,), {'hello': lambda self: 'hello from ' + type(self).__name__, 'x': 1}, sides=9)
print(Dynamic().hello(), Dynamic.sides, Shape.kinds[-1], Dynamic.__bases__, Dynamic.__module__)


class Meta(type):
    @property
    def shout(cls):
        return cls.__name__.upper()

    def __instancecheck__(cls, instance):
        return hasattr(instance, 'quack')

    def __contains__(cls, x):
        return x in cls.__name__

    @classmethod
    def __prepare__(mcs, name, bases):
        return {'prepared': name}


class Duck(metaclass=Meta):
    pass


class Robot:
    quack = True


print(Duck.shout, isinstance(Robot(), Duck), isinstance(3, Duck), 'uc' in Duck, Duck.prepared)
try:
    Duck().shout
except AttributeError as error:
    print(error)
try:
    class Broken(Upper, Duck):
        pass
except TypeError as error:
    print(error)
