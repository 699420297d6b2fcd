import io
import json


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


data = {'name': 'Zoë "Z" \\ \n\t\u20ac\U0001f600\x7f', 'n': [1, -2.5, 1e100, 1e-7, True, False, None], 'o': {}, 'l': [], 't': (1, (2,)),
        1: 'int', 2.5: 'float', None: 'none', True: 'bool'}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2))
print(json.dumps({'b': 1, 'a': [1, {'z': 0, 'c': []}]}, sort_keys=True, indent='--', separators=(',', '=')))
print(json.dumps({'a': [1, 2]}, separators=(',', ':')), json.dumps([1, [2]], indent=0), json.dumps('é'), json.dumps(3))
print(json.dumps([float('nan'), float('inf'), -float('inf')]), json.dumps({(1, 2): 3, 'a': 4}, skipkeys=True))
attempt(lambda: json.dumps(float('nan'), allow_nan=False))
attempt(lambda: json.dumps({1, 2}))
attempt(lambda: json.dumps({(1, 2): 3}))
attempt(lambda: json.dumps({'a': 1, 2: 3}, sort_keys=True))
loop = []
loop.append(loop)
attempt(lambda: json.dumps(loop))
print(json.dumps({'s': {3, 1, 2}}, default=sorted))


class Complex(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return {'re': o.real, 'im': o.imag}
        return super().default(o)


print(json.dumps([1 + 2j], cls=Complex), Complex().encode({'z': 3j}), ''.join(Complex(indent=1).iterencode([1])))
attempt(lambda: json.dumps(object, cls=Complex))

text = ' {"a": [1, -0, 2.50, 1e3, -1E-2, true, false, null], "b\\u00e9\\n\\"\\/": "\\ud83d\\ude00", "": {"x": {}}} '
print(json.loads(text), json.loads('[]'), json.loads('"x"'), json.loads('12345678901234567890'), json.loads(b'[1]'))
print(json.loads('[NaN, Infinity, -Infinity]'), json.loads('{"a":1,"a":2}'), type(json.loads('1.0')).__name__)
print(json.loads('{"a": 1.5}', parse_float=str, object_pairs_hook=list), json.loads('[1]', parse_int=float))
print(json.loads('{"re": 1, "im": 2}', object_hook=lambda d: complex(d['re'], d['im'])))
for bad in ['', ' ', '[1, 2', '[1 2]', '{"a" 1}', '{"a": }', '{a: 1}', "{'a': 1}", '[1,]', '{"a": 1,}', '"abc', '"a\\x"', '"\\u12"',
            '"tab\there"', 'nul', '[1] x', '{"a": 1\n "b": 2}', '-', '01', '1.', '[', '{', '{"a"', 'True', '{"a":1}}', '"\\']:
    attempt(lambda: json.loads(bad))
attempt(lambda: json.loads(3))
attempt(lambda: json.loads(None))
print(json.loads('"a\tb"', strict=False))
try:
    json.loads('{\n  "a": 1,\n  "b": oops\n}')
except json.JSONDecodeError as e:
    print(e.msg, e.lineno, e.colno, e.pos, isinstance(e, ValueError))
out = io.StringIO()
json.dump({'a': [1, 2, {'b': None}]}, out, indent=4)
print(out.getvalue())
print(json.load(io.StringIO(out.getvalue())), json.JSONDecoder().raw_decode('[1] tail'))
from collections import OrderedDict, namedtuple
import enum
P = namedtuple('P', 'x y')
E = enum.IntEnum('E', 'A B')
print(json.dumps([P(1, 2), OrderedDict(b=1), E.B]), json.loads('{"a": {"b": 1}}', object_pairs_hook=OrderedDict))
records = [{'id': i, 'tags': ['t%d' % j for j in range(i)], 'v': i / 4} for i in range(4)]
print(json.loads(json.dumps(records)) == records, json.dumps(records))
