from enum import Enum, IntEnum, Flag, IntFlag, auto, unique


@unique
class State(Enum):
    IDLE = 'idle'
    RUNNING = 'running'
    PAUSED = 'paused'
    STOPPED = 'stopped'

    def __str__(self):
        return self.value.capitalize()

    @classmethod
    def final(cls):
        return {cls.STOPPED}


class Priority(IntEnum):
    LOW = 1
    MEDIUM = 5
    HIGH = 10


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    ALL = READ | WRITE | EXECUTE


class Color(Enum):
    RED = (255, 0, 0)
    GREEN = (0, 255, 0)
    CRIMSON = RED

    def __init__(self, r, g, b):
        self.r, self.g, self.b = r, g, b

    @property
    def hex(self):
        return '#%02x%02x%02x' % self.value


class Machine:
    transitions = {
        (State.IDLE, 'start'): State.RUNNING,
        (State.RUNNING, 'pause'): State.PAUSED,
        (State.PAUSED, 'resume'): State.RUNNING,
        (State.RUNNING, 'stop'): State.STOPPED,
        (State.PAUSED, 'stop'): State.STOPPED,
    }

    def __init__(self):
        self.state = State.IDLE
        self.hooks = {}
        self.history = [self.state]

    def on(self, state):
        def register(function):
            self.hooks.setdefault(state, []).append(function)
            return function
        return register

    def fire(self, event):
        try:
            self.state = self.transitions[self.state, event]
        except KeyError:
            raise RuntimeError(f'cannot {event} while {self.state}') from None
        self.history.append(self.state)
        for hook in self.hooks.get(self.state, ()):
            hook(self, event)
        return self


machine = Machine()


@machine.on(State.RUNNING)
@machine.on(State.STOPPED)
def announce(m, event):
    print(f'after {event}: {m.state}')


machine.fire('start').fire('pause').fire('resume')
for event in ('start', 'stop', 'resume'):
    try:
        machine.fire(event)
    except RuntimeError as error:
        print('RuntimeError:', error)
print(' > '.join(map(str, machine.history)), machine.state in State.final(), State('paused'), State['IDLE'].name)
print([p.name for p in sorted(Priority, reverse=True)], Priority.LOW < Priority.HIGH, Priority.HIGH + 1, Priority(5), max(Priority), f'{Priority.LOW:03d}')
rw = Permission.READ | Permission.WRITE
print(rw, Permission.READ in rw, rw & Permission.WRITE, rw ^ Permission.ALL, ~Permission.READ, bool(rw & Permission.EXECUTE), Permission.ALL.value)
print(Color.CRIMSON is Color.RED, Color.RED.hex, Color((0, 255, 0)).g, list(Color), Color.__members__)
for bad in (lambda: State('x'), lambda: State['X'], lambda: Color.RED.__class__.BLUE, lambda: setattr(State, 'IDLE', 1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
Animal = Enum('Animal', 'CAT DOG', start=0) if False else Enum('Animal', ['CAT', 'DOG'])
print(Animal.CAT, repr(Animal.DOG), Animal.DOG.value, isinstance(Animal.CAT, Animal), len(Animal), {Animal.CAT: 1}[Animal.CAT])


def light():
    """A generator as a state machine."""
    ticks = yield 'red'
    while True:
        for color, length in (('green', 3), ('yellow', 1), ('red', 2)):
            left = length
            while left > 0:
                left -= ticks or 1
                ticks = yield color


g = light()
next(g)
print([g.send(t) for t in (1, 1, 1, 1, 2, 1, None, 5)])
