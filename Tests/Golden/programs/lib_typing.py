import collections
import typing
from typing import *


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


T = TypeVar('T')
K = TypeVar('K', int, str)
B = TypeVar('B', bound=int)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, None], Union[int, int], Tuple[int, ...], Tuple[()], Callable[[int, str], bool],
      Callable[..., Any], List['Node'], Set[T], Type[int], Iterable[T], Any, NoReturn, ClassVar[int], Final[str], Literal[1, 'a'], Annotated[int, 'meta'])
print(List, Dict, Union, Optional, T, K, B, TypeVar('C', covariant=True), DefaultDict[str, int], Deque[int], Counter[str], Sequence[float], Mapping[str, Any],
      Generator[int, None, str], Iterator, Callable, Pattern[str])
print(Union[int, Union[str, float]], Optional[Union[int, str]], Union[int, str] == Union[str, int], List[int] == List[int], hash(List[int]) == hash(List[int]),
      Dict[T, int][str], Union[T, int][str], List[List[T]][int])
print(isinstance([], List), isinstance({}, Dict), isinstance(3, Hashable), isinstance([], Iterable), issubclass(list, Sequence), isinstance(len, Callable))
attempt(lambda: isinstance([], List[int]))
attempt(lambda: isinstance(3, Any))
attempt(lambda: isinstance(3, Union[int, str]))
attempt(lambda: List[int, str])
attempt(lambda: Dict[int])
attempt(lambda: Union[()])
attempt(lambda: List[3])
attempt(lambda: Callable[int])
attempt(lambda: List[int][str])
attempt(lambda: List())
attempt(lambda: Union())
attempt(lambda: Any())
attempt(lambda: Optional[1])
attempt(lambda: TypeVar('X', int))
print(List[int].__origin__, List[int].__args__, get_origin(Dict[str, int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(3), get_args(int),
      get_origin(Optional[int]), get_args(Union[int, None]), get_args(Annotated[int, 5]), cast(int, 'x'), T.__name__, K.__constraints__, B.__bound__)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


s = Stack[int]()
s.push(3)
print(s.pop(), Stack[int], Stack.__parameters__, type(s).__name__, Stack[T][str], Stack.__mro__[1:])
attempt(lambda: Stack[int, str])
attempt(lambda: Generic[int])


class Pair(Generic[T, K]):
    pass


print(Pair[int, str], Pair.__parameters__)


class Emp(NamedTuple):
    """An employee."""
    name: str
    id: int = 3

    def tag(self) -> str:
        return f'{self.name}#{self.id}'


e = Emp('Guido')
print(e, e.tag(), Emp._fields, Emp._field_defaults, Emp.__annotations__, Emp.__doc__, isinstance(e, tuple), e._replace(id=9), NamedTuple('N', [('a', int)])(1))
attempt(lambda: Emp())


class Movie(TypedDict):
    name: str
    year: int


class Extra(Movie, total=False):
    rating: float


m: Movie = {'name': 'x', 'year': 1}
print(Movie(name='y', year=2), type(Movie(name='a', year=1)).__name__, Movie.__annotations__, sorted(Extra.__required_keys__), sorted(Extra.__optional_keys__),
      Extra.__total__, TypedDict('P', {'x': int})(x=1))
attempt(lambda: isinstance(m, Movie))


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self): ...


class Sub(Closable):
    def close(self):
        return 'sub'


print(isinstance(Door(), Closable), isinstance(3, Closable), Sub().close(), isinstance(1, SupportsInt), isinstance('a', SupportsInt), isinstance(1.5, SupportsFloat))
attempt(lambda: Closable())


def f(a: int, b: 'str' = 'x', *args: float, c: Optional['Door'] = None) -> List['Door']:
    return []


print(get_type_hints(f), get_type_hints(Stack.push), get_type_hints(Emp), f.__annotations__['b'])


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x


UserId = NewType('UserId', int)
print(g(5), UserId(5), UserId, final(g) is g, TYPE_CHECKING, no_type_check(f) is f, UserId.__supertype__)
Vector = List[float]
Json = Union[Dict[str, 'Json'], List['Json'], str, int, None]
print(Vector, Json, ForwardRef('Json'), typing.Text, Tuple[int, str], Tuple, Callable[[T], T][int], Self, TypeAlias)


class MyList(List[int]):
    pass


class MyMap(Mapping[str, int]):
    def __getitem__(self, k): return 1
    def __iter__(self): return iter('a')
    def __len__(self): return 1


print(MyList([1, 2]), MyList.__mro__[1], dict(MyMap()), issubclass(MyMap, collections.abc.Mapping))
