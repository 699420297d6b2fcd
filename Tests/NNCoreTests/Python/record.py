"""Records what CPython 3.11 makes of thousands of small expressions into the folder Tables, which the tests read.

Run: python3 record.py [--all]. A line is an expression, a tab, and the repr of its value or !Class: message; tab, line
end and backslash are escaped. Without --all a seeded sample of the large families is kept.
"""

import contextlib
import io
import itertools
import math
import os
import random
import sys
import warnings

assert sys.version_info[:2] == (3, 11), "record with CPython 3.11"
warnings.simplefilter("ignore")
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Tables")
rng = random.Random(20250102)
KEEP_ALL = "--all" in sys.argv
SHOWN = (int, float, str, bool, tuple, list, dict, range, slice, type, type(None), type(...), type(NotImplemented))


def is_shown(value, depth=5):
    if depth == 0:
        return True
    if isinstance(value, (tuple, list)):
        return all(is_shown(item, depth - 1) for item in value)
    if isinstance(value, dict):
        return all(is_shown(item, depth - 1) for pair in value.items() for item in pair)
    return isinstance(value, SHOWN)


def outcome(expression):
    try:
        value = eval(expression, {"math": math})
    except RecursionError:
        return None
    except Exception as error:
        return f"!{type(error).__name__}: {error}"
    return repr(value) if is_shown(value) else None


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def write(name, expressions, most=3000):
    expressions = list(dict.fromkeys(expressions))
    if not KEEP_ALL and len(expressions) > most:
        expressions = rng.sample(expressions, most)
    rows = []
    with contextlib.redirect_stdout(open(os.devnull, "w")):
        for expression in expressions:
            result = outcome(expression)
            if result is not None and " at 0x" not in result and len(result) < 2000:
                rows.append(f"{escape(expression)}\t{escape(result)}")
    with open(os.path.join(FOLDER, name + ".txt"), "wb") as file:
        file.write(("\n".join(rows) + "\n").encode("utf-8", "surrogatepass"))
    print(name, len(rows), file=sys.stderr)


INTEGERS = ["0", "1", "-1", "2", "-3", "7", "2**62", "2**63", "-2**63", "2**64+1", "10**30", "-10**25", "True", "False"]
FLOATS = ["0.0", "-0.0", "1.5", "-2.5", "3.0", "1e16", "1e300", "-1e-310", "math.inf", "-math.inf", "math.nan"]
TEXTS = ["''", "'a'", "'abc'", "'é€'", "'b%d'"]
SEQUENCES = ["()", "(1,)", "(1, 2)", "('a', 1.5)", "[]", "[1]", "[1, 'a']", "[[1], 2.0]", "range(3)", "range(0)", "range(5, 0, -2)"]
OTHERS = ["None", "...", "NotImplemented", "{}", "{1: 2}", "{'a': [1]}", "slice(1, 2)", "len", "int", "{1: 2}.keys()", "iter([1])"]
ALL = INTEGERS + FLOATS + TEXTS + SEQUENCES + OTHERS
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "<", "<=", "==", "!=", ">", ">=", "in", "and", "or"]
LARGE = {"2**62", "2**63", "-2**63", "2**64+1", "10**30", "-10**25", "1e16", "1e300"}


def binary():
    for x, op, y in itertools.product(ALL, OPERATORS, ALL):
        # The results would be sets, unions of types and complex numbers.
        if op in "-&|^" and "keys" in x + y or (x, op, y) in [("int", "|", "int"), ("-1e-310", "**", "-2.5")]:
            continue
        if op in ("**", "<<", ">>", "*") and y in LARGE | {"7"} or op == "*" and x in LARGE | {"7"}:
            if op == "**" and (y in LARGE) or op == "<<" and y in LARGE:
                continue
            if op == "*" and (x in LARGE and y not in INTEGERS + FLOATS or y in LARGE and x not in INTEGERS + FLOATS):
                continue
        yield f"({x}) {op} ({y})"


def unary():
    for x in ALL:
        for op in ["-", "+", "~", "not "]:
            yield f"{op}({x})"
        for function in [
            "bool", "int", "float", "str", "repr", "ascii", "list", "tuple", "dict", "len", "abs", "round", "sum", "min",
            "max", "any", "all", "sorted", "hex", "oct", "bin", "chr", "ord", "range", "callable", "type", "math.floor",
            "math.ceil", "math.trunc", "math.isqrt", "iter", "enumerate", "zip", "reversed", "format", "slice",
            "math.fsum", "math.prod", "next", "isinstance",
        ]:
            if function in ("iter", "enumerate", "zip", "reversed"):
                yield f"list({function}({x}))"
            elif not (function == "range" and x in LARGE):
                yield f"{function}({x})"
        for argument in ["0", "1", "-1", "2", "400", "-400", "None", "1.5"]:
            yield f"round({x}, {argument})"
        for y in ["0", "3", "-2", "2.5", "'a'", "2**64", "0.0"]:
            yield f"divmod({x}, {y})"
            yield f"divmod({y}, {x})"
        for kind in ["int", "(int, str)", "float", "object", "bool", "(list, (dict, type))", "3"]:
            yield f"isinstance({x}, {kind})"
        if "math.nan" not in x and x in INTEGERS + FLOATS:
            yield f"hash({x})"
        for key in ["0", "-1", "5", "'a'", "1.5", "True", "slice(1, None)", "slice(None, None, -1)", "2**70", "None"]:
            yield f"({x})[{key}]"
        for part in ["1:", ":-1", "::2", "::-1", "5:1:-2", "2**70:", ":-2**70:-1", "::0", "'a':", "1.5:", "None:2"]:
            yield f"({x})[{part}]"
    for base, exponent, modulus in itertools.product(["0", "3", "-5", "2**70", "1.5"], ["0", "2", "-1", "-3", "10**20"], ["0", "1", "7", "-7", "10**22", "'a'"]):
        yield f"pow({base}, {exponent}, {modulus})"


def numbers():
    texts = [
        "", " 12 ", "-7", "+8", "0x1F", "0b101", "0o17", "1_000", "1__0", "_1", "1_", "ff", "zz", "12a", "- 1", "٣٤", "1e5",
        "1.5", ".5", "5.", ".", "1e", "1e+", "1_0.2_5", "1._5", "inf", "-Infinity", "nan", "+nan", "infx", "1e400", "-1e-400",
        "\n3\t", "010", "0_0", "00", "0x", "0x_f", "1" * 30, "é", "1 2", "'", "0.1e-3_0", "\u3000 7",
    ]
    for text in texts:
        yield f"float({text!r})"
        yield f"int({text!r})"
        for base in ["0", "2", "8", "10", "16", "36", "1", "37", "-1", "True"]:
            yield f"int({text!r}, {base})"
    values = ["0.5", "1.5", "2.5", "2.675", "-0.5", "1e22", "123456.789", "5e-324", "1.7e308", "0.05", "-1234.5", "25.0", "55.0", "1e-5"]
    for value in values:
        for digits in ["None", "0", "1", "2", "-1", "-2", "-3", "5", "16", "22", "-308", "308", "-309", "330"]:
            yield f"round({value}, {digits})"
        for method in ["is_integer()", "hex()", "as_integer_ratio()", "conjugate()", "real", "imag"]:
            yield f"({value}).{method}"
    for value in ["0", "5", "15", "25", "-15", "-25", "1234567", "10**30 + 5", "True"]:
        for digits in ["0", "-1", "-2", "-5", "-30", "-31", "-40", "3"]:
            yield f"round({value}, {digits})"
        for method in ["bit_length()", "bit_count()", "conjugate()", "real", "imag", "numerator", "denominator", "as_integer_ratio()"]:
            yield f"({value}).{method}"
    for function in ["range", "slice", "enumerate", "zip", "int", "float", "dict", "sorted", "min", "max", "sum"]:
        for arguments in ["1, 5", "5, 1, -2", "0, 10, 0", "1, 2, 3, 4", "[1], 'a'", "'ab', 3", "1.5", "1, 'a'"]:
            call = f"{function}({arguments})"
            yield f"list({call})" if function in ("enumerate", "zip") else call


def texts():
    subjects = ["''", "'abc'", "'  a b  c '", "'aXbXc'", "'ab\\ncd\\r\\ne'", "'Hello World'", "'ÀÉß ǆ ŉ İ ΑΣ ΑΣΑ'", "'1²½٣'", "'a\\tbc\\td'", "'\\x1c\\x85\\u2028'", "'-42'", "'AbC dEf'", "'aaaa'"]
    plain = [
        "upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "split", "rsplit",
        "splitlines", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "istitle", "isnumeric", "isdecimal",
        "isidentifier", "isprintable", "isascii", "expandtabs", "format",
    ]
    called = [
        "split('X')", "split(' ')", "split(None, 1)", "split(maxsplit=2)", "split('')", "split(1)", "split('b', 1)", "split('b', 0)",
        "rsplit('X', 1)", "rsplit(None, 1)", "rsplit(' ', 2)", "rsplit('a')", "splitlines(True)", "replace('a', 'bb')",
        "replace('', '-')", "replace('', '-', 2)", "replace('a', '', 1)", "replace('a', 1)", "replace(1, 'a')", "find('b')", "find('')",
        "find('b', 2)", "find('a', -2)", "find('c', None, 2)", "find('', 50)", "rfind('a')", "rfind('')", "rfind('a', 0, -1)",
        "find(1)", "index('q')", "index('a')", "rindex('a')", "rindex('q')", "count('a')", "count('')", "count('aa')", "count('a', 1)",
        "count('', 3)", "count('', 30)", "startswith('a')", "startswith(('x', 'a'))", "startswith('')", "startswith('b', 1)", "startswith(1)", "startswith((1,))",
        "startswith('', 40)", "endswith('c')", "endswith(('x', ''))", "endswith('b', 0, 2)", "center(8)", "center(9, '*')", "center(2)", "center(8, 'ab')",
        "center(8, 1)", "center('a')", "ljust(8, '.')", "rjust(8)", "zfill(6)", "zfill(-1)", "partition('b')", "partition('')", "partition(1)", "rpartition('a')",
        "rpartition('q')", "partition('q')", "expandtabs(4)", "expandtabs(0)", "removeprefix('a')", "removeprefix('')", "removesuffix('c')", "removesuffix('')", "removesuffix(1)",
        "strip('a ')", "lstrip('Ha')", "rstrip('c ')", "strip(1)", "strip(None)", "join(['x', 'y'])", "join('xyz')", "join([1])", "join(['a', None])", "join(3)",
        "join([])", "join(('a',))", "translate({97: 'xy', 98: None, 99: 100})", "translate(str.maketrans('ab', 'ba', 'c'))", "translate({97: -1})",
        "translate({97: 1.5})", "format(1)", "format_map({})", "upper(1)", "qqq()", "join(a=1)", "replace('a')", "split('a', 'b')",
    ]
    for subject in subjects:
        for name in plain:
            yield f"{subject}.{name}()"
        for call in called:
            yield f"{subject}.{call}"
    for call in ["maketrans({'a': 'b', 1: None})", "maketrans('a', 'bc')", "maketrans({'ab': 1})", "maketrans(1)", "maketrans(1, 2)", "upper('ab')", "upper(1)", "join('-', ['a', 'b'])"]:
        yield f"str.{call}"
    for template in ["'{}'", "'{0} {1}'", "'{a}'", "'{:>5}'", "'{0[1]}'", "'{a[b]}'", "'{0.real}'", "'{!r:>8}'", "'{'", "'{}}'", "'{} {0}'", "'{:d}'", "'{:{}}'", "'{0.qq}'"]:
        for arguments in ["1", "'x'", "[1, 2]", "a=3", "a={'b': 1}", "", "1, 2", "1.5, a=2", "None"]:
            yield f"{template}.format({arguments})"
    for template in ["'%d'", "'%s'", "'%5.2f|'", "'%x'", "'%c'", "'%(a)s'", "'%s %s'", "'%%'", "'%q'", "'%'", "'%r'", "'%-5d|'", "'%+d'", "'%*d'", "'%e'", "'%g'", "'%i'"]:
        for value in ["1", "1.5", "'a'", "(1, 2)", "(1,)", "()", "{'a': 1}", "[1, 2]", "None", "2**70", "True", "math.nan", "-0.0", "65"]:
            yield f"{template} % {value}"


def change(setup, statement_values):
    for values in statement_values:
        yield f"(lambda x: [{values}, x])({setup})"


def containers():
    lists = ["[]", "[1]", "[3, 1, 2]", "['b', 'a']", "[1, 'a']", "[1, 2, 3, 1, 2]", "[[1], [1]]", "[2.5, 1, True]"]
    for setup in lists:
        yield from change(setup, [
            "x.append(5)", "x.append()", "x.append(1, 2)", "x.extend('ab')", "x.extend(3)", "x.extend(x)", "x.insert(0, 9)", "x.insert(-1, 9)",
            "x.insert(100, 9)", "x.insert(-100, 9)", "x.insert('a', 9)", "x.pop()", "x.pop(0)", "x.pop(-2)", "x.pop(9)", "x.pop('a')", "x.remove(1)",
            "x.remove(9)", "x.index(1)", "x.index(9)", "x.index(1, 1)", "x.index(1, -2, 5)", "x.count(1)", "x.count([1])", "x.sort()", "x.sort(reverse=True)",
            "x.sort(key=lambda v: -v)", "x.sort(key=str)", "x.sort(1)", "x.reverse()", "x.copy()", "x.clear()", "x.qq()", "x * 2", "x + x", "x + (1,)", "x == x.copy()",
            "x < [1, 5]", "x.__class__", "1 in x", "[1] in x", "x.index()", "sorted(x, key=None)", "sorted(x, reverse=1)", "min(x, default=7)", "max(x, default=7)",
            "max(x, key=lambda v: -v)", "min(x, key=str)", "sum(x, 10)", "sum(x, [])", "sum(x, start=0.5)", "list(enumerate(x, 5))", "list(zip(x, 'abc'))", "list(zip(x, 'abc', strict=True))",
            "list(map(str, x))", "list(map(lambda a, b: (a, b), x, x))", "list(filter(None, x))", "list(filter(lambda v: v == 1, x))", "list(reversed(x))", "next(iter(x))", "next(iter(x), 9)",
            "dict.fromkeys(x)", "dict.fromkeys(x, 1)", "dict(x)", "tuple(x)", "x.sort(key=lambda v: 1 // 0)", "any(x)", "all(x)",
        ])
    for setup in ["()", "(1,)", "(1, 2, 1)", "('a', 1)", "range(5)", "range(10, 0, -3)", "range(0)"]:
        yield from change(setup, ["x.index(1)", "x.index(9)", "x.count(1)", "x.count('a')", "x.index(1, 1)", "x[1:]", "x[::-1]", "x[5]", "list(reversed(x))", "x == (1,)", "x == range(5)", "len(x)", "4 in x", "1.0 in x", "x.append(1)", "sorted(x)", "max(x)", "sum(x)"])
    for setup in ["range(5)", "range(10, 0, -3)", "slice(1, 5)", "slice(None)", "slice(-1, None, -2)"]:
        yield from change(setup, ["x.start", "x.stop", "x.step", "x.indices(4)", "x.indices(-1)", "x.indices('a')", "x == slice(1, 5)"])
    for setup in ["{}", "{'a': 1}", "{'a': 1, 'b': 2, 3: 4}", "{1: 'x', 2.5: 'y', True: 'z'}", "{(1, 2): []}"]:
        yield from change(setup, [
            "x['a']", "x['q']", "x[1]", "x[[]]", "x.get('a')", "x.get('q')", "x.get('q', 5)", "x.get([])", "x.get()", "x.pop('a')", "x.pop('q')", "x.pop('q', 5)", "x.popitem()",
            "x.setdefault('a', 5)", "x.setdefault('n')", "x.update({'z': 1})", "x.update([('k', 1), ('l', 2)])", "x.update(k=3)", "x.update([1])", "x.update([(1, 2, 3)])", "x.update(3)", "x.update()",
            "x.copy()", "x.clear()", "x.keys()", "x.values()", "x.items()", "list(x.keys())", "list(x.items())", "'a' in x.keys()", "('a', 1) in x.items()", "1 in x.values()", "len(x.items())",
            "x | {'n': 1}", "x == dict(x)", "x < {}", "x + {}", "list(reversed(x))", "dict(x, q=1)", "dict(**x)", "sorted(x)", "list(x)", "x.qq", "1 in x", "[] in x", "bool(x)", "max(x)", "x.keys() == x.copy().keys()", "x.items() == x.copy().items()",
            "str(x.keys())", "repr(x.items())",
        ])
    yield from ["dict([1])", "dict([(1,)])", "dict(3)", "dict([(1, 2)], a=3)", "dict(a=1, b=2)", "dict({'a': 1}, a=2)", "[1, 2] < [1, 2, 3]", "[1, 'a'] < [1, 2]", "(1, 2) < (1, 'a')", "{1: 2} == {1: 2.0}", "[math.nan] == [math.nan]", "(lambda n: [n] == [n])(math.nan)"]
    yield from ["(lambda x: (x.append(x), x))([1])", "(lambda x: (x.update(a=x), x))({})", "(lambda x: (x.append((x,)), x))([])", "sorted([2, math.nan, 1, 3])", "sorted([3, 2, math.nan, 1, 0])", "sorted(['b', 1])", "sorted([1, 'b'])", "max(1, 'a')", "min('a', 1)", "max()", "max(1)", "max(1, 2, key=lambda v: -v)", "max([], default=3)", "max(1, 2, default=3)", "min([1, 2], key=3)", "len()", "len(1, 2)", "abs()", "abs(1, 2)", "(lambda a, b=2: (a, b))(1, 2, 3)", "(lambda a: a)()", "(lambda *a, **k: (a, k))(1, b=2)", "(lambda a, /: a)(a=1)", "(lambda *, a: a)(1)", "(lambda *, a: a)()", "getattr([], 'qq')", "getattr([], 'qq', 5)", "hasattr([], 'pop')", "hasattr(1, 'real')", "getattr(1, 2)", "isinstance(1)", "issubclass(bool, int)", "issubclass(1, int)", "issubclass(ValueError, Exception)", "issubclass(KeyError, LookupError)", "type(len)", "type(print) == type(len)", "repr(int)", "repr(ValueError)", "ValueError('a')", "repr(ValueError('a', 1))", "str(ValueError('a'))", "str(ValueError('a', 1))", "str(KeyError('a'))", "ValueError()", "IOError is OSError", "callable(len)", "callable(1)", "1 if [] else 2", "1 < 2 < 3", "1 < 3 < 2", "1 == 1.0 == True", "None is None", "1 in [1] == True", "not 1 == 2", "[*range(3), *'ab']", "{**{'a': 1}, 'b': 2}", "(lambda f, *a: f(*a))(max, 1, 2)", "sum(['a'], '')", "sum([[1], [2]], [])", "sum(1)", "zip(1)", "list(zip())", "list(map(len))", "map(len)", "enumerate([1], 'a')", "next([1])", "iter(1)", "reversed(1)", "chr(-1)", "chr(1114112)", "chr(8364)", "ord('')", "ord('ab')", "ord(1)", "format(1.5, '.3f')", "format('a', '>5')", "format([1], '5')", "format(1, 'q')", "format(1, 2)", "slice()", "slice(1)", "slice(1, 2, 3).step", "print(1, sep=2)", "print(1, end=2)", "print(1, foo=2)", "int(x=1)", "int('5', base=7)", "int(5, 7)", "float(x=1)", "range(1, x=2)", "range()", "range('a')", "range(1.5)", "sorted()", "sorted([1], None)", "sorted(key=1)", "hash([])", "hash({})", "hash((1, [2]))", "hash(slice(1))", "{[]: 1}", "{}[[]]", "math.qq", "math.sqrt", "id(None) == id(None)", "bool()", "int()", "float()", "str()", "list()", "tuple()", "dict()", "object() == object()", "dir(1.5)[0:0]", "pow(2, -1)", "pow(2, 3, mod=5)", "pow(2)", "divmod(1)", "round(1.5, ndigits=0)", "round()", "any()", "any(1)", "all([])", "vars(1)"]


def mathematics():
    functions = [
        "acos", "asin", "atan", "acosh", "asinh", "atanh", "cos", "sin", "tan", "cosh", "sinh", "tanh", "exp", "exp2", "expm1",
        "log1p", "sqrt", "cbrt", "fabs", "erf", "erfc", "gamma", "lgamma", "degrees", "radians", "ulp", "isnan", "isinf", "isfinite",
        "log", "log2", "log10", "frexp", "modf", "floor", "ceil", "trunc", "factorial", "isqrt", "gcd", "lcm",
    ]
    values = ["0", "0.0", "-0.0", "1", "-1", "0.5", "-0.5", "2.5", "-2.5", "3", "10", "100.0", "-100.5", "171.0", "172.0", "1000", "710.0", "-750", "1e-20", "1e-310", "1e300", "-1e300", "math.inf", "-math.inf", "math.nan", "2**70", "10**400", "-10**400", "True", "'a'", "None", "[]", "0.7", "1.7", "20.3", "30.1", "150.25", "-3.7", "-20.5", "-150.1", "-3.0", "1e16"]
    for function, value in itertools.product(functions, values):
        if function == "factorial" and value in ("2**70", "10**400"):
            continue
        yield f"math.{function}({value})"
    for function in ["atan2", "copysign", "remainder", "nextafter", "fmod", "pow", "hypot", "log", "ldexp", "comb", "perm", "gcd", "lcm", "isclose"]:
        for x, y in itertools.product(["0", "0.0", "-0.0", "1", "-1", "2.5", "-7", "5", "3", "1e300", "math.inf", "-math.inf", "math.nan", "2**65", "'a'"], repeat=2):
            if function == "perm" and y == "2**65" or function in ("comb", "perm") and x == y == "2**65":
                continue
            yield f"math.{function}({x}, {y})"
    yield from ["math.fsum([0.1] * 10)", "math.fsum([1e308, 1e308, -1e308])", "math.fsum([math.inf, -math.inf])", "math.fsum([math.nan, 1])", "math.fsum(['a'])", "math.fsum([1e-16, 1, 1e16])", "math.fsum([1, 1e100, 1, -1e100] * 1000)", "math.prod([1, 2.5])", "math.prod([], start=3)", "math.prod(['a', 3])", "math.dist([1, 2], [4, 6])", "math.dist([1], [1, 2])", "math.dist((0.1, 0.2, 0.3), (1.1, 2.7, 3.3))", "math.hypot()", "math.hypot(-3)", "math.hypot(1, 2, 3, 4)", "math.hypot(1e300, 1e300)", "math.hypot(1e-320, 1e-320)", "math.hypot(math.inf, math.nan)", "math.hypot(0.1, 0.7)", "math.hypot(1.1, 2.3, 1e-5)", "math.gcd()", "math.gcd(12, 18, 27)", "math.lcm(4, 6, 10)", "math.gcd(1.5)", "math.comb(50, 25)", "math.comb(5, 7)", "math.perm(5)", "math.perm(5, 2)", "math.isclose(1, 1 + 1e-10)", "math.isclose(1, 1.1, rel_tol=0.2)", "math.isclose(0, 1e-9, abs_tol=1e-8)", "math.isclose(1, 2, rel_tol=-1)", "math.log(8, 2)", "math.log(8, 1)", "math.log(8, 0)", "math.ldexp(1, 2**70)", "math.ldexp(1, -2**70)", "math.ldexp(1, 1.5)", "math.pi", "math.e", "math.tau", "math.inf", "math.nan", "math.factorial(30)", "math.factorial(5.0)", "math.factorial(-1)", "math.isqrt(10**40)", "math.sqrt(x=1)", "math.sqrt()", "math.sqrt(1, 2)"]
    for index in range(200):
        x, y = rng.uniform(-30, 30), rng.uniform(-5, 5)
        yield f"math.gamma({x!r})"
        yield f"math.lgamma({x!r})"
        yield f"math.hypot({x!r}, {y!r})"
        yield f"round({x!r}, {rng.randrange(0, 8)})"
        yield f"({x!r}) ** ({rng.randrange(-4, 5)})"
        yield f"({x!r}) % ({y!r})"
        yield f"({x!r}) // ({y!r})"


def integers():
    for index in range(1500):
        x = rng.choice([1, -1]) * rng.getrandbits(rng.choice([8, 30, 62, 63, 64, 65, 127, 128, 200, 500]))
        y = rng.choice([1, -1]) * rng.getrandbits(rng.choice([4, 30, 63, 64, 65, 128, 190]))
        yield f"({x}) {rng.choice(['+', '-', '*', '/', '//', '%', '&', '|', '^', '<', '=='])} ({y})"
        yield f"({x}) {rng.choice(['<<', '>>'])} {rng.randrange(0, 200)}"
        yield f"divmod({x}, {y})"
        yield f"float({x})"
        yield f"({x}) * {rng.uniform(-3, 3)!r}"
        yield f"({x}) < {float(x)!r}"
        yield f"hash({x})"



STATEMENTS = [
    'a, b = 1, 2, 3',
    'a, b = [1]',
    'a, *b, c = [1]',
    'a, b = 3',
    "a, b = 'xyz'",
    'for a, b in [1]: pass',
    'for x in 5: pass',
    'x = 1; x()',
    'del q',
    'del [1][5]',
    "x=[1]; del x['a']",
    'x=(1,); x[0]=2',
    "x='a'; x[0]='b'",
    "x={}; del x['q']",
    'x=range(3); x[0]=1',
    'x=[1]; x += 5',
    "x=[1]; x += 'ab'; print(x)",
    'x=(1,); x += [2]',
    'x=[1,2,3]; x[0:2]=5',
    'x=[1,2,3]; x[::2]=[1]',
    "x=[1,2,3]; x[1]='b'; x[3]=1",
    'x=[1,2,3,4]; del x[::2]; print(x)',
    'x=1; x.foo',
    'x=1; x.foo = 2',
    "assert 1 == 2, 'no'",
    'assert 0',
    'import qqq',
    'x=[1]; x *= 2; print(x)',
    'x=[1]; x *= 1.5',
    "x=5; x -= 'a'",
    'x={}; x |= {1:2}; print(x)',
    'x={1:1}\nfor k in x: x[k+1]=1',
    'x=[1,2]\nfor k in x:\n    if len(x)<5: x.append(k)\nprint(x)',
    'def f(a,b): pass\nf(1)',
    'def f(a): pass\nf(1,2)',
    'def f(*,k): pass\nf()',
    'def f(a): pass\nf(b=1)',
    'def f(a): pass\nf(1,a=2)',
    'f(*1)',
    'print(**{1:2})',
    'def f(): return z\nf()',
    'def f():\n    y = y + 1\nf()',
    'print(f\'{1:>{5}}|{"a"!r}|{3.14159:.2f}\')',
    'x=[0]*3; x[1:1]=[7,8]; print(x)',
    "x=list(range(10)); x[2:8:3]=['a','b']; print(x)",
    'x=[1]; x[5:9]=[2]; print(x)',
    'x=[3]; x[-10:0]=[1]; print(x)',
    'x=2**5000\nprint(x)',
    "print(1 if None else 2, [] or 'e', 0 and 1, not [])",
    "print([i*j for i in range(3) for j in range(2) if i != j], {k: v for k, v in zip('ab', [1,2])})",
    'x = [lambda: i for i in range(3)]; print([f() for f in x])',
    "print('%s' % [1, 'a'], '%r' % 'a', '%5s|%-5s|' % ('a', 'b'))",
    'x = [1, 2]; x[0], x[1] = x[1], x[0]; print(x)',
    'x = y = []; x.append(1); print(y, x is y)',
    "print(1 < 2 > 1, 1 == 1 != 2, 'a' in 'abc', 3 not in [1])",
    "print(0.1 + 0.2, 1e16, 1e-5, 123456789.123, -0.0, 1e100, float('nan'))",
    "print({1: 'a', 1.0: 'b', True: 'c'})",
    'nonexistent',
    'max(1, 2, key=3)',
    'sorted([1, 2], key=lambda: 0)',
    'list(map(lambda x: x, 5))',
    '[].sort(key=1)',
    '[2,1].sort(key=1)',
    "''.join(5)",
    "sum([1,'a'])",
    'x = {}; x[[1]] = 2',
    '{[1]: 2}',
    "'a' + 1",
    "1 + 'a'",
    '[1] + (2,)',
    "'a' * 'b'",
    "-'a'",
    '~1.5',
    '1 << -1',
    '1 @ 2',
    'None < 1',
    "'a' < 1",
    "[1] < ['a']",
    '5 in 5',
    "'a' in 5",
    "1 in 'a'",
]


def statement_rows():
    """Programs with what they print, or their error."""
    for program in STATEMENTS:
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed):
                exec(program, {"__name__": "__main__"})
            result = printed.getvalue().removesuffix("\n")
        except Exception as error:
            result = f"!{type(error).__name__}: {error}"
        yield f"{escape(program)}\t{escape(result)}"


with open(os.path.join(FOLDER, "statements.txt"), "w") as file:
    file.write("\n".join(statement_rows()) + "\n")
write("operators", binary(), most=6000)
write("functions", unary())
write("numbers", numbers())
write("texts", texts())
write("containers", containers())
write("mathematics", mathematics())
write("integers", integers(), most=2000)
