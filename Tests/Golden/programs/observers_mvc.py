"""Observers, undo, visitors, builders, strategies: the patterns people write."""
from __future__ import annotations
from abc import ABC, abstractmethod
from collections import defaultdict
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import dataclass, field
from typing import Any, Callable, ClassVar, Generic, Iterator, Protocol, TypeVar, Optional, Union

T = TypeVar('T')


class Signal:
    def __init__(self, *names):
        self.names, self.slots = names, []

    def connect(self, slot):
        self.slots.append(slot)
        return slot

    def emit(self, *args):
        for slot in list(self.slots):
            slot(**dict(zip(self.names, args)))


class Observable:
    def __init__(self):
        self.changed = Signal('name', 'old', 'new')

    def __setattr__(self, name, value):
        old = self.__dict__.get(name)
        super().__setattr__(name, value)
        if 'changed' in self.__dict__ and name != 'changed' and old != value:
            self.changed.emit(name, old, value)


class Model(Observable):
    def __init__(self, **values):
        super().__init__()
        for name, value in values.items():
            setattr(self, name, value)


class Command(ABC):
    @abstractmethod
    def do(self, doc: Document) -> None: ...

    @abstractmethod
    def undo(self, doc: Document) -> None: ...


@dataclass
class Insert(Command):
    at: int
    text: str

    def do(self, doc):
        doc.text = doc.text[:self.at] + self.text + doc.text[self.at:]

    def undo(self, doc):
        doc.text = doc.text[:self.at] + doc.text[self.at + len(self.text):]


@dataclass
class Delete(Command):
    start: int
    end: int
    gone: str = field(default='', init=False)

    def do(self, doc):
        self.gone = doc.text[self.start:self.end]
        doc.text = doc.text[:self.start] + doc.text[self.end:]

    def undo(self, doc):
        doc.text = doc.text[:self.start] + self.gone + doc.text[self.start:]


class Document:
    def __init__(self, text=''):
        self.text, self.done, self.undone = text, [], []

    def run(self, *commands: Command) -> Document:
        for command in commands:
            command.do(self)
            self.done.append(command)
        self.undone.clear()
        return self

    def undo(self):
        if self.done:
            self.undone.append(self.done.pop())
            self.undone[-1].undo(self)
        return self

    def redo(self):
        if self.undone:
            self.done.append(self.undone.pop())
            self.done[-1].do(self)
        return self

    @contextmanager
    def transaction(self):
        before = copy(self.text)
        try:
            yield self
        except Exception as error:
            self.text = before
            print('rolled back:', error)


class Visitor:
    def visit(self, node, *args):
        for cls in type(node).__mro__:
            method = getattr(self, 'visit_' + cls.__name__.lower(), None)
            if method:
                return method(node, *args)
        raise NotImplementedError(type(node).__name__)


@dataclass
class Element:
    tag: str
    children: list = field(default_factory=list)
    attrs: dict = field(default_factory=dict)
    void: ClassVar[set] = {'br', 'img'}

    def __call__(self, *children, **attrs):
        return Element(self.tag, [*self.children, *children], {**self.attrs, **{k.rstrip('_'): v for k, v in attrs.items()}})


class Html(Visitor):
    def visit_str(self, text, level):
        return '  ' * level + text.replace('&', '&amp;').replace('<', '&lt;')

    def visit_element(self, node, level):
        attrs = ''.join(f' {k}="{v}"' for k, v in sorted(node.attrs.items()))
        pad = '  ' * level
        if node.tag in Element.void:
            return f'{pad}<{node.tag}{attrs}>'
        if not node.children:
            return f'{pad}<{node.tag}{attrs}></{node.tag}>'
        inner = '\n'.join(self.visit(c, level + 1) for c in node.children)
        return f'{pad}<{node.tag}{attrs}>\n{inner}\n{pad}</{node.tag}>'


class Tags:
    def __getattr__(self, tag):
        return Element(tag)


class Repository(Generic[T]):
    def __init__(self) -> None:
        self.items: dict[int, T] = {}

    def add(self, item: T) -> int:
        key = len(self.items) + 1
        self.items[key] = item
        return key

    def __iter__(self) -> Iterator[T]:
        return iter(self.items.values())


class Priced(Protocol):
    price: float


STRATEGIES: dict[str, Callable[[float], float]] = {'none': lambda p: p, 'half': lambda p: p / 2, 'bulk': lambda p: p * .8 if p > 100 else p}


def total(items, strategy: Union[str, Callable] = 'none', *, digits: Optional[int] = 2) -> float:
    f = STRATEGIES[strategy] if isinstance(strategy, str) else strategy
    return round(sum(f(i) for i in items), digits)


m = Model(x=1, y=2)
log = []


@m.changed.connect
def note(name, old, new):
    log.append(f'{name}: {old} -> {new}')


m.x, m.y, m.z = 5, 2, 'new'
m.x += 1
print(log)
doc = Document('hello')
doc.run(Insert(5, ' world'), Delete(0, 1), Insert(0, 'J'))
print(doc.text, doc.undo().text, doc.undo().undo().text, doc.redo().text, doc.done)
with doc.transaction() as d:
    d.run(Insert(0, '!!!'))
    raise RuntimeError('no space')
print(doc.text, len(doc.done))
t = Tags()
page = t.html(t.head(t.title('A & B')), t.body(t.p('1 < 2', t.br(), id='first', class_='x'), t.div()))
print(Html().visit(page, 0))
try:
    Html().visit(3.5, 0)
except NotImplementedError as error:
    print('NotImplementedError', error)
twin = deepcopy(page)
twin.children.clear()
print(len(page.children), page == t.html(), Repository[int].__origin__.__name__, Insert.__annotations__['at'])
r = Repository[str]()
print(r.add('a'), r.add('b'), list(r), total([10, 200, 33.333]), total([10, 200], 'bulk'), total([1], lambda p: p / 3, digits=4), total.__annotations__['return'])
