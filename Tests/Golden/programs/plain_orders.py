"""Sorting, comparing, keys of dictionaries, powers and ranges."""
import random
random.seed(3)
def chk(l, **k): 
    print(sorted(l, **k)[:12])
chk([3,1,2]); chk([3.5,1,2]); chk([True, 0, 2, -1]); chk([-1.5,-0.0,0.0,2.5,float('inf'),-float('inf')])
chk(["b","a","abcdefghi","abcdefgh","abcdefghj","","a\0","é","z"]); chk([(1,'b'),(1,'a'),(0,'z')]); chk([("b",2),("a",3),("a",1)], reverse=True)
chk([(1,),(1,2),(),(0,)]); chk([[2],[1,5],[1]]); chk(list(range(1000))[::-1]); chk([random.randrange(100) for _ in range(1000)])
chk([(random.randrange(3), random.randrange(5)) for _ in range(300)], key=lambda p: (-p[1], p[0]))
chk(["b","A","c"], key=str.lower); chk("hello world", reverse=True); chk([1.5, 2**60, 3]); chk([2**70, 1, -2**70])
chk([float('nan'), 1.0, 0.5])
chk([], reverse=True)
l = [(random.random(), i) for i in range(500)]; assert sorted(l) == sorted(l, key=lambda x: x[0])
l = [random.randrange(10) for i in range(500)]
assert [i for _, i in sorted((x, i) for i, x in enumerate(l))] == sorted(range(500), key=lambda i: l[i])
assert sorted(range(500), key=lambda i: l[i], reverse=True) == [i for _, i in sorted(((-x, i) for i, x in enumerate(l)))]
for bad in ([1,"a"], ["a", 1], [(1,"a"),(1,2)], [None, 1], [(1, None), (1, None), (1, 2)], [1j, 2]):
    try: print(sorted(bad))
    except TypeError as e: print(e)
l = [3,1,2]; l.sort(); print(l); l.sort(reverse=True); print(l)
def mod(x):
    l.append(1); return x
try: l.sort(key=mod)
except ValueError as e: print(e, l)
class V:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __eq__(s, o): return isinstance(o, V) and s.v == o.v
    def __hash__(s): return hash(s.v)
    def __repr__(s): return f"V{s.v}"
chk([V(3), V(1), V(2)]); chk([(1, V(2)), (1, V(1))])
print((1,2) < (1,2.5), (1,"a") < (1,"b"), [1,2] <= [1,2], (1,) < (1,0), [1] != [1.0], (1,2) == [1,2], (True, 1) == (1, 1), [1,2]>[1,2,3], "a" < "b", "é" > "z", "a" == 1, 1 == "a", "a" != None)
for f in (lambda: (1,2) < [1], lambda: (1, "a") < (1, 2), lambda: "a" < 1, lambda: None < 1, lambda: [[1]] < [["a"]], lambda: 1 < (1,)):
    try: print(f())
    except TypeError as e: print(e)
d = {1: 'a', 'x': 2, (1, 2): 3, (1, 'y'): 4, 2.0: 5, None: 6, True: 7, frozenset([1]): 8}
print(d, d[1.0], d[2], d[(1,2)], d[1,'y'], d[frozenset({1})], d.get((1, 2.0)), (1.0, 2) in d, ('q',) in d)
for k in (3, 'z', (1, 3), [1], {1: 2}, {1}):
    try: print(d[k])
    except (KeyError, TypeError) as e: print(type(e).__name__, e)
    try: print(k in d)
    except TypeError as e: print(e)
    try: d[k] = 1
    except TypeError as e: print(e)
print({1} in {frozenset({1})}, len(d))
class S(str): pass
d = {S("a"): 1}; print(d["a"], "a" in d, S("a") in {"a"}, d.get("b", 5))
d["a"] += 1; d.setdefault("q", []).append(1); print(d)
print(2**10, 2**62, 2**63, 2**64, (-2)**63, 3**40, 0**0, (-3)**3, 2**-1, 2.0**2, 1e200**2 if 0 else 1, 2.0**0.5, (-8)**2, 10**18, 10**19, True**2)
for f in (lambda: 1e200**2, lambda: 0**-1, lambda: 0.0**-1, lambda: 1/0.0, lambda: 1.0/0, lambda: 5//0, lambda: 5.0%0):
    try: print(f())
    except (OverflowError, ZeroDivisionError) as e: print(type(e).__name__, e)
print(2**53+1 + 0.0, (2**53+1) * 1.0, 1 + 2.5, 2.5 - 1, 3 * 0.5, 7 / 2.0, 7.0 / 2, True + 1.5, 2**60 < 2.0**60, 2**53+1 > 2.0**53, 1 < float('nan'))
print(list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), range(2**62, 2**63), len(range(-2**62, 2**62 - 5)), list(range(2**70, 2**70+2)))
try: range(1, 2, 0)
except ValueError as e: print(e)
try: range(1.0)
except TypeError as e: print(e)
print(list(range(True, 3)))
