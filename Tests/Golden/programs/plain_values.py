"""Texts of floats, rounding, printing and searching plain values."""

import random
random.seed(5)
vals=[0.0,-0.0,1e-4,9.9999e-5,0.0001,0.001,1e14,1e15,999999999999999.9,1e16,123456789012345.6,0.1,0.1+0.2,1/3,2.5,100.0,1e22,5e-324,1.7976931348623157e308,float('inf'),float('nan'),123456.789,1e5,1e6,1e7,1e10,99999999999999.98,0.00012345678901234567]
for _ in range(150):
    vals.append(random.random()*10**random.randrange(-6,18)*random.choice([1,-1]))
    vals.append(round(random.random()*10**random.randrange(0,6),random.randrange(0,5)))
for v in vals: print(repr(v), str(v), f'{v}', [v])
for v in vals[:40]+[2.675,0.5,1.5,2.5,-0.5,1e300,-2.345,0.045,1.005,1e8,99999999.5]:
    for d in (0,1,2,3,5,10,11,-1):
        try: print(round(v,d))
        except Exception as e: print(e)
class T(str):
    def __str__(self): return 'T!'
print(T('b'), 1, 2.5, None, True, 'x'); print(); print('a'); print(1)
print(1 in [1,2], 1 in [True], 1.0 in [1], 'a' in ['b','a'], None in [1,None], 1 in ['a',None,2.0,1.0], 'a' in [1,2.5,b'a'], (1,) in [(1,)], 2 in (1,'2'), 'x' in (), 5 in [])
class Q:
    def __eq__(s,o): return True
print(1 in [Q()], 'a' in ['b',Q()], Q() in [1], 'a' in (2,Q()))
