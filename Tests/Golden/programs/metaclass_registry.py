class Plugin(type):
    registry = {}

    def __new__(mcs, name, bases, namespace, **options):
        cls = super().__new__(mcs, name, bases, namespace)
        if bases:
            mcs.registry[options.get("key", name.lower())] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.fields = [k for k, v in namespace.items() if not k.startswith("_") and not callable(v)]

    def __len__(cls):
        return len(cls.fields)

    def __repr__(cls):
        return f"<plugin {cls.__name__}>"


class Base(metaclass=Plugin):
    def run(self):
        return f"{type(self).__name__} runs"


class Csv(Base, key="csv"):
    delimiter = ","
    quote = '"'


class Json(Base):
    indent = 2

    def run(self):
        return super().run() + " with indent"


print(Plugin.registry)
print([(k, p().run()) for k, p in Plugin.registry.items()])
print(len(Csv), len(Json), Csv.fields, Base, type(Csv) is Plugin)
print(isinstance(Csv, Plugin), isinstance(Csv(), Base), issubclass(Csv, Base))
