import ast
import graphlib
import queue
import secrets
import shlex


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e if not isinstance(e, SyntaxError) else '')


for text in ('1', ' [1, 2.5, -3, +4]', "{'a': (1,), 'b': {1, 2}, 3: None}", '()', '(1)', '1, 2', "'a' 'b'", '"x\\n\\u00e9"', "b'ab'", "r'\\d'", '0x1F', '0b11', '0o17', '1_000', '1e-3',
             '1+2j', '-1-2.5j', '3j', 'True', 'None', '...', '{}', 'set()', '[ [1 ,], # c\n {} ]', "'''multi\nline'''", '"it\'s"', '-0.0', '{1: {2: [3]}}', '[*a]', 'x', '1 + 1', 'f(1)',
             '[1', "'a", '', '1 2', 'a.b', '[x for x in y]', '-True', '{1, 2', '1 if 2 else 3', "u'x'", "f'x'", '007', '1e', '--1', '"a" b', 'lambda: 0'):
    try:
        print(repr(ast.literal_eval(text)))
    except SyntaxError:
        print('SyntaxError', text)
    except ValueError as e:
        print('ValueError', text, str(e).split(':')[0])
attempt(lambda: ast.literal_eval(3).x)
print(shlex.split('a "b c" d\\ e \'f "g"\' "h\\"i" x"y"z ""'), shlex.quote("it's a test"), shlex.quote('plain.txt'), shlex.quote(''), shlex.join(['a b', 'c']), shlex.split('a # b', comments=True))
attempt(lambda: shlex.split('a "b'))
attempt(lambda: shlex.split('a \\'))
g = graphlib.TopologicalSorter({'D': {'B', 'C'}, 'C': {'A'}, 'B': {'A'}})
order = list(g.static_order())
print(order[0], order[-1], len(order), list(graphlib.TopologicalSorter({3: [2], 2: [1], 1: []}).static_order()))
attempt(lambda: list(graphlib.TopologicalSorter({'a': ['b'], 'b': ['a']}).static_order())[0])
t = graphlib.TopologicalSorter()
t.add('x', 'y')
t.prepare()
print(t.is_active(), t.get_ready(), t.get_ready())
attempt(lambda: t.done('x'))
t.done('y')
print(t.get_ready())
attempt(lambda: t.done('zz'))
attempt(lambda: t.add('q'))
q = queue.Queue(2)
q.put(1)
q.put_nowait(2)
print(q.full(), q.qsize(), q.get(), q.get(), q.empty())
attempt(lambda: q.get_nowait())
p = queue.PriorityQueue()
for n in (3, 1, 2):
    p.put(n)
l = queue.LifoQueue()
l.put('a')
l.put('b')
print([p.get() for _ in range(3)], l.get())
q.task_done()
print(len(secrets.token_hex(8)), 0 <= secrets.randbelow(5) < 5, len(secrets.token_bytes()), secrets.choice([7]), secrets.compare_digest('a', 'a'), len(secrets.token_urlsafe(6)))
attempt(lambda: secrets.randbelow(0))
