# Slots that fit no class, bases that do not go together, and classes that ask for their own keys.
cases = ['''
class A: __slots__ = ('a',)
class B: __slots__ = ('b',)
class C(A, B): pass
''', '''
class S(int): __slots__ = ('a',)
''', '''
class A: __slots__ = ('a b',)
''', '''
class A: __slots__ = ('1a',)
''', '''
class A: __slots__ = ('',)
''', '''
class A: __slots__ = ('__dict__', '__dict__')
''', '''
class A: pass
class B(A): __slots__ = ('__dict__',)
''', '''
class A: __slots__ = ('__weakref__',)
class B(A): __slots__ = ('__weakref__',)
''', '''
class A: __slots__ = ('a',)
class B: pass
a = A()
a.__class__ = B
''', '''
class A: __slots__ = ('a',)
class B: __slots__ = ('a',)
a = A()
a.a = 5
a.__class__ = B
print(type(a) is B, a.a)
''', '''
class A: __slots__ = ('a',)
class B(A): __slots__ = ('b',)
class M: __slots__ = ()
class C(M, B, A): pass
c = C()
c.a, c.b = 1, 2
print(c.a, c.b)
''', '''
class A: pass
a = A()
a.x = 1
del a.__dict__
print(a.__dict__)
a.y = 2
print(vars(a))
''']
for case in cases:
    try:
        exec(case)
    except TypeError as error:
        print('TypeError:', error)


class Keys(dict):
    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        return ['k']

    def __getitem__(self, key):
        return 7


def named(**keywords):
    return keywords


keys = Keys(a=1)
print(dict(keys), {**keys}, named(**keys), {} | keys, {'b': 2} | keys)
plain = {'c': 3}
plain |= keys
print(plain)


class Letters(list):
    def __iter__(self):
        return iter('xy')


items = [1]
items += Letters([5])
print(items, [*Letters([5])])


class Waiting:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *what):
        print('thrown', [str(x) for x in what])
        raise StopIteration(5)


def outer():
    yield (yield from Waiting())


def outermost():
    yield from outer()


for what in (ValueError,), (ValueError, 'm'), (ValueError('z'),):
    for make in outer, outermost:
        generator = make()
        next(generator)
        print(generator.throw(*what))
for text in b'# -*- coding: latin-1 -*-\n"\xe9"', b'\n# vim: set fileencoding=iso-8859-15 :\n"\xa4"', \
        b'# coding: cp1252\n"\x80"', '# coding: latin-1\n"\xe9"':
    print(ascii(eval(text)))
try:
    compile(b'# coding: foo\n1', 'f', 'exec')
except SyntaxError as error:
    print(error.msg)
