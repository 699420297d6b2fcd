registry = {}


def register(name=None):
    def wrap(cls):
        key = name or cls.__name__.lower()
        if key in registry:
            raise KeyError(f"{key} is taken")
        registry[key] = cls
        cls.key = key
        return cls
    return wrap


def auto_repr(cls):
    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in sorted(vars(self).items()))
        return f"{cls.__name__}({fields})"
    cls.__repr__ = __repr__
    return cls


@register()
@auto_repr
class Dog:
    def __init__(self, name, age):
        self.name, self.age = name, age

    def speak(self):
        return "Woof"


@register("kitty")
@auto_repr
class Cat:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return "Meow"


print(Dog("Rex", 3), Cat("Tom"))
print({k: v.__name__ for k, v in registry.items()})
pets = [registry["dog"]("Fido", 1), registry["kitty"]("Kit")]
for p in pets:
    print(p.key, p.speak(), p)
try:
    register("dog")(Cat)
except KeyError as e:
    print("KeyError:", e)
print(Cat.key)
