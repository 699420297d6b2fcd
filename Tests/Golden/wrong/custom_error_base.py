class Base(Exception):
    def __str__(self):
        return "custom text"


class Derived(Base):
    pass


def go(kind):
    raise kind(1, 2)


go(Derived)
