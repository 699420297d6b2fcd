"""A cache as a decorator, the oldest entry goes first: `lru.py [CALLS]`."""

import functools
import sys


class Link:
    __slots__ = "previous", "next", "key", "value"


def lru_cache(maxsize=128):
    """A decorator that keeps the last `maxsize` results in a ring of links."""

    def decorate(function):
        entries = {}
        root = Link()
        root.previous = root.next = root
        hits = misses = 0

        def unlink(link):
            link.previous.next = link.next
            link.next.previous = link.previous

        def push(link):
            last = root.previous
            last.next = root.previous = link
            link.previous, link.next = last, root

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal hits, misses
            key = args + tuple(sorted(kwargs.items())) if kwargs else args
            link = entries.get(key)
            if link is not None:
                hits += 1
                unlink(link)
                push(link)
                return link.value
            misses += 1
            value = function(*args, **kwargs)
            link = Link()
            link.key, link.value = key, value
            entries[key] = link
            push(link)
            if len(entries) > maxsize:
                oldest = root.next
                unlink(oldest)
                del entries[oldest.key]
            return value

        def info():
            return f"hits={hits} misses={misses} size={len(entries)} of {maxsize}"

        def contents():
            link = root.next
            while link is not root:
                yield link.key
                link = link.next

        wrapper.info, wrapper.contents = info, contents
        return wrapper

    return decorate


@lru_cache(maxsize=500)
def fib(n):
    """Fibonacci's numbers."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=64)
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


@lru_cache(3)
def area(width, height=1, *, unit="m"):
    return f"{width * height} {unit}²"


def main(calls):
    print(fib(90), fib.info(), fib.__name__, fib.__doc__)
    seed, total = 1, 0
    for _ in range(calls):
        seed = (seed * 69069 + 1) % 2 ** 32
        total += collatz(1 + (seed >> 16) % 90)
    print(total, collatz.info())
    print(list(collatz.contents())[-5:])
    print(area(2, 3), area(2, height=3), area(2, 3), area(4), area(5, unit="cm"), area(2, 3), area.info())
    print(list(area.contents()))
    try:
        area([1])
    except TypeError as e:
        print(e)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
