registry = {}


class Animal:
    sound = None

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        registry[cls.__name__.lower()] = cls

    def __init__(self, name):
        self.name = name

    def speak(self):
        if self.sound is None:
            raise NotImplementedError(type(self).__name__)
        return f"{self.name} says {self.sound}"

    def __str__(self):
        return self.speak()
