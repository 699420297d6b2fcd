from enum import Enum, Flag, IntEnum, auto


class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"

    def next(self):
        members = list(State)
        i = members.index(self)
        return members[min(i + 1, len(members) - 1)]

    @property
    def label(self):
        return self.value.title()


class Priority(IntEnum):
    LOW = 1
    MEDIUM = 5
    HIGH = 10


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()


s = State.IDLE
while s is not State.DONE:
    print(s, s.name, s.value, s.label)
    s = s.next()
print(repr(s), State("idle"), State["RUNNING"], len(State), s == "done", s in (State.DONE,))
print([m.name for m in State], {State.IDLE: 1}[State("idle")])
tasks = [("write", Priority.LOW), ("fix", Priority.HIGH), ("test", Priority.MEDIUM)]
for name, p in sorted(tasks, key=lambda t: -t[1]):
    print(f"{name:<6} {p.name:<7} {int(p):>3}", p > 3)
both = Perm.READ | Perm.WRITE
print(both, Perm.READ in both, Perm.EXEC in both, both.value, both & Perm.READ, bool(Perm(0)))
for bad in (lambda: State("nope"), lambda: State["NOPE"], lambda: State.NOPE):
    try:
        bad()
    except (ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
