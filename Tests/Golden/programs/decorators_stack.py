import functools


def trace(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        shown = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        print(f"-> {f.__name__}({', '.join(shown)})")
        result = f(*args, **kwargs)
        print(f"<- {result!r}")
        return result
    return inner


def repeat(times):
    def wrap(f):
        @functools.wraps(f)
        def inner(*args, **kwargs):
            return [f(*args, **kwargs) for _ in range(times)]
        return inner
    return wrap


def validate(**types):
    def wrap(f):
        @functools.wraps(f)
        def inner(**kwargs):
            for name, kind in types.items():
                if not isinstance(kwargs.get(name), kind):
                    raise TypeError(f"{name} must be {kind.__name__}, not {type(kwargs.get(name)).__name__}")
            return f(**kwargs)
        return inner
    return wrap


@trace
def add(a, b=2):
    """Adds."""
    return a + b


@trace
@repeat(2)
def hello(name):
    return f"hello {name}"


@validate(age=int, name=str)
def person(*, age, name):
    return f"{name} is {age}"


add(1)
add(1, b=5)
hello("you")
print(add.__name__, add.__doc__, hello.__wrapped__.__name__)
print(person(age=3, name="Kim"))
try:
    person(age="3", name="Kim")
except TypeError as e:
    print(e)
