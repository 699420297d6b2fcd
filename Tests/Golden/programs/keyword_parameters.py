def connect(host, /, port=80, *, secure=False, timeout: float = 1.5, **extra) -> str:
    """Builds an address."""
    scheme = "https" if secure else "http"
    rest = "".join(f" {k}={v}" for k, v in sorted(extra.items()))
    return f"{scheme}://{host}:{port} ({timeout}){rest}"


print(connect("a"), connect("b", 8080), connect("c", port=1, secure=True))
print(connect("d", timeout=3, retry=2, host="kept"))
print(connect.__defaults__, connect.__kwdefaults__, connect.__annotations__)
calls = [
    lambda: connect(),
    lambda: connect(host="x"),
    lambda: connect("a", 1, True),
    lambda: connect("a", port=1, **{"port": 2}),
    lambda: connect("a", 1, port=2),
]
for call in calls:
    try:
        print(call())
    except TypeError as e:
        print(e)


def only_kw(*, a, b=2):
    return a + b


for kwargs in ({"a": 1}, {"b": 1}, {"a": 1, "z": 2}, {}):
    try:
        print(only_kw(**kwargs))
    except TypeError as e:
        print(e)


def accumulate(item, into=[]):
    into.append(item)
    return into


print(accumulate(1), accumulate(2), accumulate(3, []), accumulate.__defaults__)


def outer(*args, **kwargs):
    return inner(*args, **kwargs)


def inner(a, b, c=0, *, flag=None):
    return [a, b, c, flag]


print(outer(1, 2), outer(1, b=2, flag=True), outer(*(1, 2, 3)))
try:
    outer(1)
except TypeError as e:
    print(e)
