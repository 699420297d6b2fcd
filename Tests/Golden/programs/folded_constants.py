"""Operations on literals, worked out before the program runs or left to it."""

print(2**32, -2**63, 2**64-1, -2**64, 1<<70, 10**30, 7//2, -7//2, 7%-3, 1/3, 3.5*2, "a"*3, "ab"+"c", b"x"*2, ~5, -1.5, --3, +2)
print(0.1+0.2, -0.0, 0.0, (-0.0, 0.0), 2**-1, 2**0.5, 1_000_000*60*60)
def f(): return (1, (2, 'x', -3), None, True, 2.5, 2**70)
print(f(), f() is f())
for e in ["1/0","1//0","1%0","1<<-1","'a'+1","2**-1","'a'*5000==''","1.0/0","2**1000 > 1", "1 << 1000 > 0","-'a'","~1.5", "(1,2)+(3,)", "3 in [1,2,3]", "3 not in [1,2]", "1 in [[1]]", "5 & 3 | 8 ^ 1", "True + 1", "1j*1j", "x if 0 else 2", "-5 % 3", "5 / 2", "()", "((),())", "(1,)*3", "not 1", "1 < -2", "1e308*10", "1e308*10-1e308*10", "0x7fffffffffffffff + 1", "-0x8000000000000000 - 1", "-(-9223372036854775808)", "9223372036854775807*2", "(-9223372036854775807-1)//-1", "'é'*3", "0*'abc'", "-1*'abc'", "255 .bit_length()"]:
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
x = 3
print(x > -1, x < -1, x % 2**32, x - -1, x * -2, x in (1,2,3), x in [1,2], x not in [3])
while 1:
    break
try:
    y = 1 + 2 / 0
except ZeroDivisionError as e: print(e)
