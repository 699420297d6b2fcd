"""Methods of str on ASCII text and beyond, conversions of integers, extremes, isinstance."""

S = ["", "a", "A", "aB c", " ab  c ", "HELLO World", "éa Ñb", "ÿ", "µ", "ß", "Straße Ü", "x1y2", "123", "١٢", "_a1", "1a", "a-b", "\t\n", "\x1c", "\x85", "Ab Cd", "ab Cd", "AB", "ÀÉ", "Σας ΑΣ", "日本 x", "naïve", "·a", "ªb", "\x7f", "İ", "a\x00b", "ÑAB", "√x", "—dash—", "█ Bar"]
M = "upper lower capitalize title swapcase casefold isdigit isalpha isalnum isspace isnumeric isdecimal isprintable isascii isidentifier isupper islower istitle strip lstrip rstrip split splitlines encode rsplit".split()
for s in S:
    for m in M:
        try: print(ascii(s), m, ascii(getattr(s, m)()))
        except Exception as e: print(ascii(s), m, type(e).__name__, e)
    for n in range(4):
        print(ascii(s.split(None, n)), ascii(s.split('a', n)))
x = "abc"
print(x.lower() is x or True)
for v in [0,1,-1,7,8,255,256,-255,2**62,-2**63,2**63-1,2**64, True]:
    print(hex(v), bin(v), oct(v), divmod(v,3), divmod(v,-3), abs(v))
for t,b in [("ff",16),("FF",16),("-zz",36),("12",3),("2",2),("-",10),("",10),("1_000",10),(" 12 ",10),("+5",10),("0x1f",16),("0b1",0),("10",0),("7fffffffffffffff",16),("99999999999999999999",10),("é",16),("z"*10,36),("z"*11,36)]:
    try: print(int(t,b))
    except Exception as e: print(type(e).__name__, e)
print(min(3,1), max(3,1,2), min([3,1,2]), max((1.5,2.5)), min(1,2.5), max("a","b"), min([float('nan'),1.0]), max([1.0,float('nan')]))
for e in ["min([])","max()","min(1)","max([],default=3)","min('a',1)","min([1,'a'])","max(1,2,key=lambda v:-v)"]:
    try: print(eval(e))
    except Exception as e: print(type(e).__name__, e)
print(isinstance(1,int), isinstance(True,int), isinstance(1,bool), isinstance("a",(int,str)), isinstance(1,(str,(float,int))), isinstance([],object), isinstance(2**70,int), isinstance(None,(int,str)))
for e in ["isinstance(1,3)","isinstance(1,(str,3))","isinstance('a',(str,3))","type()","type(1,2)","dict(1)","object(1)"]:
    try: print(eval(e))
    except Exception as x: print(type(x).__name__, x)
print(type(1), type(type), type([]), dict(), dict(a=1), dict([(1,2)]))
