# Functions that are chosen by one of several classes; entities of HTML; weak sets.
import functools
import html
import typing
import weakref


@functools.singledispatch
def kind(value):
    return 'object'


@kind.register
def _(value: int | str):
    return 'int or str'


@kind.register(float | None)
def _(value):
    return 'float or None'


@kind.register
def _(value: typing.Union[list, tuple]):
    return 'sequence'


print([kind(value) for value in (1, 'a', 2.5, None, [], (), {})])
try:
    @kind.register
    def _(value: typing.Union[list, typing.Any]):
        pass
except TypeError as error:
    print(error)
for text in ['&#65', '&amp', '&lt;x', '&#x41;', '&notit', '&copy2', 'a & b', '&#', '&ampx;', '&eacute', '&auml!',
             '&hearts;&Sigma;&sigmaf;', '&none;']:
    print(html.unescape(text), end='|')
print()


class Item:
    def __init__(self, name):
        self.name = name


items = [Item(name) for name in 'abcd']
left, right = weakref.WeakSet(items[:3]), weakref.WeakSet(items[1:])


def names(group):
    return sorted(item.name for item in group)


print(names(left | right), names(left & right), names(left - right), names(left ^ right), left == weakref.WeakSet(items[:3]))
print(left <= right, left < left | right, left >= right, left.isdisjoint(right), left.issubset(items))
left ^= right
print(names(left), left.pop().name in 'ad', len(left))
