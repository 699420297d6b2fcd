# Names of modules that are read late, and numbers of classes derived from int.
import base64
import builtins
import csv
import doctest
import enum
import operator
import typing

print([name for name in dir(builtins) if '.' in name], hasattr(builtins, 're.error'))
for module, names in ((csv, 'Dialect excel excel_tab unix_dialect Sniffer'), (doctest, 'DebugRunner DocTestFailure'),
                      (typing, 'Callable NewType cast T AnyStr'), (enum, 'IntEnum StrEnum Flag verify')):
    print(module.__name__, [name for name in names.split() if name not in dir(module)])

typing.cast = 'mine'
typing.get_args
enum.StrEnum = 'mine'
enum.IntEnum
typing.Callable = 'mine'
typing.Iterable
print(typing.cast, enum.StrEnum, typing.Callable)
print(csv.excel.delimiter, csv.excel_tab.delimiter, csv.Sniffer().sniff('a;b\nc;d\n').delimiter, csv.list_dialects())
for module in (csv, doctest, typing, enum):
    try:
        module.missing
    except AttributeError as e:
        print(e)


class Odd(int):
    def __index__(self):
        return 0


class Wrong(int):
    def __index__(self):
        return 'no'


items = list(range(10))
print(items[Odd(3)], items[Odd(2):Odd(5)], range(10)[Odd(1):], operator.index(Odd(7)), hex(Odd(255)), int(Odd(9)))
print(int(Wrong(5)), items[Wrong(4)], bytes(Wrong(2)), round(2.567, Wrong(1)), 'ab' * Wrong(2), chr(Wrong(65)))

d = {'a': 1}
for view in d.keys(), d.values(), d.items():
    print(repr(view.mapping), view.mapping['a'])
d['b'] = 2
print(d.keys().mapping)
try:
    d.keys().mapping['a'] = 2
except TypeError as e:
    print(e)
try:
    base64.b64encode(b'abc', b'+')
except AssertionError as e:
    print('AssertionError', e)
