class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): return V(o - self.x)
    def __repr__(self): return f"V({self.x})"
x = V(100)
xs = [V(1), V(2)]
def f(): print("f"); return xs
def g(): print("g"); return V(5)
print(sum((x for x in xs), x), sum((a for a in f()), g()), sum((a for a in xs), start=V(7)), sum((a for a in xs), 3), sum((a.x for a in xs), 0.5))
print(sum(([a] for a in xs), []), sum(((a,) for a in xs), ()), x)
for st in ("", b"", bytearray(b"q"), None, 1 + 2j):
    try: print(sum((1 for a in xs), st))
    except TypeError as e: print(e)
try: print(sum((1 / 0 for a in xs), st))
except ZeroDivisionError as e: print(e)
try: sum((a for a in nope), nope2)
except NameError as e: print(e)
try: sum((a for a in xs), nope2)
except NameError as e: print(e)
print(sum((sum((b for b in range(a)), a) for a in range(4)), sum((c for c in range(3)), 1)))
def h():
    sum = lambda it, s: (list(it), s)
    return sum((a for a in range(2)), 4)
print(h(), sum([1, 2], 3), sum((k for k in range(3)), True), sum((k for k in ()), x) is x)
def s2(it, st): return list(it), st
import builtins
old = sum
sum = s2
print(sum((k for k in range(2)), g()))
del sum
y = [0]
print(sum(([k] for k in range(3)), y), y)
class M:
    def __init__(self): self.b = 3; self.w = [1, 2]
    def __call__(self, v): return sum((wi * xi for wi, xi in zip(self.w, v)), self.b)
print(M()([4, 5]))
def unb():
    if 0: z = 1
    return sum((k for k in range(3)), z)
try: unb()
except UnboundLocalError as e: print(e)
print((lambda q: sum((k for k in range(q)), q))(4), [sum((i for i in range(j)), j) for j in range(4)])
