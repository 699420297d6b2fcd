"""Checks the examples of its own text and of a sibling: `doctested.py [TIMES]`.

>>> from sequences import take
>>> take(3, squares())
[0, 1, 4]
"""

import doctest
import sys

import sequences
from sequences import Window, take


def squares(start=0):
    """
    >>> take(4, squares(2))
    [4, 9, 16, 25]
    >>> next(squares())
    0
    """
    n = start
    while True:
        yield n * n
        n += 1


def mean(values):
    """The mean of some numbers.

    >>> mean([1, 2, 4.5])
    2.5
    >>> mean([])
    Traceback (most recent call last):
        ...
    ValueError: no values
    """
    values = list(values)
    if not values:
        raise ValueError("no values")
    return sum(values) / len(values)


def wrong(x):
    """An example that fails.

    >>> wrong(2)
    5
    """
    return x * 2


def main(times):
    failed = attempted = 0
    for _ in range(times):
        for module in (sequences, sys.modules[__name__]):
            runner = doctest.DocTestRunner(verbose=False)
            for test in doctest.DocTestFinder(exclude_empty=True).find(module, extraglobs={"take": take}):
                if test.name.endswith("wrong"):
                    continue
                results = runner.run(test)
                failed += results.failed
                attempted += results.attempted
    print(failed, attempted)
    moving = [mean(w) for w in Window(take(10, squares()), 3)]
    print([f"{m:.2f}" for m in moving])
    print(sequences.__doc__.split("\n")[0], squares.__doc__.strip().split("\n")[0])
    doctest.run_docstring_examples(wrong, {"wrong": wrong}, name="wrong")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
