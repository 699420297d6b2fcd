# What an exception that is thrown into a generator has as its context.
from contextlib import ExitStack, contextmanager


def chain(error):
    names = []
    while error is not None:
        names.append(str(error))
        error = error.__context__
    return names


@contextmanager
def failing(error):
    try:
        yield
    finally:
        raise error


errors = [Exception(number) for number in range(5)]
try:
    with ExitStack() as stack:
        for number in (4, 3, 2):
            stack.enter_context(failing(errors[number]))
        raise errors[1]
except Exception as error:
    print(chain(error))


def waiting(error):
    try:
        yield
    except Exception:
        try:
            yield
        finally:
            raise error


errors = [Exception(number) for number in range(5)]
try:
    raise errors[0]
except Exception:
    waiter = waiting(errors[3])
    next(waiter)
    waiter.throw(errors[1])
    try:
        waiter.throw(errors[2])
    except Exception as error:
        print(chain(error))
    fresh = waiting(errors[4])
    try:
        fresh.throw(KeyError(5))
    except KeyError as error:
        print(chain(error))


class Teller:
    def __set_name__(self, owner, name):
        raise ValueError(name)


try:
    class Told:
        x = Teller()
except RuntimeError as error:
    print(error, repr(error.__cause__))


class Meta(type):
    def __prepare__(name, bases):
        return None


try:
    class Made(metaclass=Meta):
        pass
except TypeError as error:
    print(error)
