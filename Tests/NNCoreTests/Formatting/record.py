"""Records what CPython 3.11 and NumPy 2.4 print into the folder Tables, which the tests read.

Run: python3 record.py. Fields are separated by tabs; in texts, tab, line end and backslash are escaped.
Operands are written i:DECIMAL, f:BITS (of the float64 in hex), s:TEXT; an expected error is !Class: message.
"""

import math
import os
import random
import struct
import sys
import warnings

import numpy as np

assert sys.version_info[:2] == (3, 11) and np.__version__.startswith("2.4"), "record with CPython 3.11 and NumPy 2.4"
warnings.simplefilter("ignore")
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Tables")
rng = random.Random(20250101)


def escape(text):
    text = text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
    return text


def write(name, rows):
    rows = list(dict.fromkeys("\t".join(row) for row in rows))
    data = "\n".join(rows) + "\n"
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(data.encode("utf-8", "surrogatepass"))
    print(name, len(rows))


def bits64(value):
    return format(struct.unpack("<Q", struct.pack("<d", value))[0], "x")


def from_bits64(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def outcome(function):
    try:
        return escape(function())
    except Exception as error:
        return "!" + escape(type(error).__name__ + ": " + (error.args[0] if error.args else ""))


def operand(value):
    if isinstance(value, float):
        return "f:" + bits64(value)
    if isinstance(value, int):
        return "i:" + str(value)
    return "s:" + escape(value)


SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 0.125, 1e16, 1e15, 9999999999999998.0, 1e-4, 1e-5, 0.00012345,
           123456789.0, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308,
           math.inf, -math.inf, math.nan, math.pi, 2 / 3, 100.0, 1e8, 99999999.5, 1e-8, 5e-9, 2.0**53, 2.0**54, 9.5e-323]


def random_float():
    kind = rng.randrange(6)
    if kind == 0:
        value = from_bits64(rng.getrandbits(64))
    elif kind == 1:
        value = rng.choice([-1, 1]) * 10 ** rng.uniform(-20, 20)
    elif kind == 2:
        value = round(rng.uniform(-1000, 1000), rng.randrange(5))
    elif kind == 3:
        value = float(rng.randrange(-10**6, 10**6)) / 2 ** rng.randrange(12)
    elif kind == 4:
        value = 2.0 ** rng.randrange(-1074, 1024)
    else:
        value = rng.randrange(1, 1000) * 10.0 ** rng.randrange(-320, 306)
    return rng.choice(SPECIAL) if rng.random() < 0.04 else value


def record_reprs():
    values = SPECIAL + [2.0**k for k in range(-1074, 1024, 7)] + [random_float() for _ in range(2500)]
    values += [k * 5e-324 for k in range(1, 120)]
    write("reprs.txt", [(bits64(v), repr(v), str(np.float64(v))) for v in values])
    rows = []
    bits = [rng.getrandbits(32) for _ in range(1200)] + [k << 23 for k in range(256)] + list(range(40))
    bits += [int(np.float32(v).view(np.uint32)) for v in SPECIAL + [random_float() for _ in range(400)]]
    for pattern in bits:
        value = np.uint32(pattern).view(np.float32)
        rows.append((format(pattern, "x"), str(value), repr(value)))
    write("reprs32.txt", rows)
    halves = [np.uint16(p).view(np.float16) for p in range(0, 65536, 61)]
    halves += [np.float16(2.0**k) for k in range(-24, 16)]
    write("reprs16.txt", [(format(int(h.view(np.uint16)), "x"), str(h), repr(h)) for h in halves])


SPECS = """zd z z.2f 010s =s =10s 08s <08s -s +s _s ,s #s d .3q q qq . .x ,, _, ,_ n ,n _n ,x _x ,d c .2c +c #c ,c é .3d
.3 99999999999999999999 1.99999999999999999 .2147483648f .2147483648 z.2d zs < x< x<< 0<5 05 =05 <05 x=05 *^+#010,.3f
+#x #X #b #o % .2% 08, 010,.1f 0=, 020_x z+ ٣d _.3_f ,.3s 1_000 {<5 ^9 é^9 é>12.3f z.1f z.0e # #.0f #.0e #.3g g #g .0f
.0e .0g .0% +.1e  .20f .30e .25g .17g .16g 12.4 +012.3e ,.2f _.2f 015,.2f 08.3f <10s >10s ^10s .2s 10.2s x^10.1s
-10d 010X #010x #_x #020_b +_d _o c 5c ^5c 05c .1 #.3 #.1 #.17 E .3E F G #G .2G +E -08.2F 1 0 00 000 s e f""".split()
SPECS += ["", " d", " .2f", " s", " ", " c", "\x01", " ^10", "10 ", "  d", "+ d"]
SPEC_VALUES = [0, 5, -1234567, 10**25, -(10**18), 97, 1114112, 8364, 3.25, -0.0, 1234567.5, math.inf, -math.nan, 1e-7,
               0.1, -0.04, 1e22, 2.5, "", "abc", "äöü€𝄞", "x"]


def random_spec():
    spec = ""
    if rng.random() < 0.5:
        spec += rng.choice(["", "*", "0", " ", "x", "€"]) + rng.choice("<>=^")
    spec += rng.choice(["", "", "", "+", "-", " "]) + rng.choice(["", "", "", "", "z"]) + rng.choice(["", "", "", "#"])
    spec += rng.choice(["", "", "0"]) + rng.choice(["", str(rng.randrange(0, 30))]) + rng.choice(["", "", ",", "_"])
    spec += rng.choice(["", "." + str(rng.randrange(0, 25))])
    return spec + rng.choice(["", "b", "c", "d", "e", "E", "f", "F", "g", "G", "n", "o", "s", "x", "X", "%", "?"])


def record_specs():
    rows = []
    for spec in SPECS:
        for value in SPEC_VALUES:
            rows.append((escape(spec), operand(value), outcome(lambda: format(value, spec))))
    for _ in range(2500):
        spec = random_spec()
        value = rng.choice([random_float(), rng.choice(SPEC_VALUES), rng.randrange(-10**9, 10**9), 10 ** rng.randrange(40)])
        rows.append((escape(spec), operand(value), outcome(lambda: format(value, spec))))
    write("specs.txt", rows)


PERCENTS = ["%", "%%", "a%", "%y", "%5%", "%-", "%(", "%(a", "%.", "%.*", "%5.", "%é", "x%\x01", "%ld", "%lld", "%hd",
            "%d %d", "%s", "100%", "%s%%", "%*d", "%.*f", "%-*d|", "%.3", "%99999999999999999999d", "%.99999999999d",
            "%.2147483647d", "%#.3x", "%+#x", "% d", "%+ d", "%-05d|", "%05d", "%#08x", "%-#08x|", "%+08o", "%.0d",
            "%08.3f", "%+.2e", "%#.0f", "%c", "%5c", "%-5c|", "%05c", "%5s", "%-5s|", "%.2s", "%r", "%.3r", "%a", "%i", "%u",
            "%X", "%#X", "%G", "%F", "%E", "%.0e", "%5.1f%%", "%d%%", "é%dé", "% 08.3f", "%-+8d|", "%#o", "%.10d", "%+.5d"]
PERCENT_ARGS = [(), (5,), (-1234567,), (3.5,), (-0.0,), (math.inf,), (-math.nan,), ("abc",), ("é",), (10**25,), (97,),
                (-5, 7), (5, 3.25), (-8, 42), ("a", "b"), (1114112,), ("",), (0,), (255,)]


def random_percent():
    template = rng.choice(["", "a", "é "]) + "%" + "".join(rng.sample("-+ #0", rng.randrange(0, 4)))
    template += rng.choice(["", "", str(rng.randrange(1, 25)), "*"]) + rng.choice(["", "", ".", f".{rng.randrange(0, 22)}", ".*"])
    return template + rng.choice("diuoxXeEfFgGcrsa%") + rng.choice(["", "|", "%%"])


def record_percents():
    rows = []
    cases = [(t, a) for t in PERCENTS for a in PERCENT_ARGS]
    for _ in range(1500):
        template = random_percent()
        args = tuple(rng.choice([random_float(), rng.randrange(-300, 300), 10**30, "text", "é"]) if k == template.count("*")
                     else rng.randrange(-12, 20) for k in range(template.count("*") + 1))
        cases.append((template, args))
    for _ in range(800):
        template = "".join(rng.choices("%%%%()*..-+ #0123dsxflé", k=rng.randrange(1, 8)))
        cases.append((template, rng.choice(PERCENT_ARGS)))
    for template, args in cases:
        rows.append((escape(template), outcome(lambda: template % args), *map(operand, args)))
    write("percents.txt", rows)


TEMPLATES = ["", "{", "}", "{}", "{{", "}}", "{{}}", "a{}b", "{}{}", "{0}{1}", "{1}{0}{1}", "{0}{}", "{}{0}", "{2}", "{:5}|",
             "{:>5}|", "{!r}", "{!s}", "{!a}", "{!x}", "{!}", "{!r", "{!r:", "{!rr}", "{!r:>8}", "{:{}}", "{:{}.{}}", "{0:{1}}",
             "{:{:{}}}", "{:{:}}", "{:{{}}}", "{:}}", "{:", "{a}", "{a", "{a.b}", "{a[0]}", "{0[1]}", "{0[-1]}", "{0[x]}",
             "{0.real}", "{0.}", "{0[}", "{0[]}", "{0[1]x}", "{0[1]}x", "{ }", "{0 }", "{{{}}}", "{}}", "{a{b}", "{0[{]}",
             "{99999999999999999999}", "{0!é}", "{0!\x01}", "x{!r}y{:.2f}z", "{:,}", "{0:08.3f}", "{a!r:^10}", "{3}", "{:qq}",
             "{[a]b]}", "{0[0][0]}", "{.real}", "{:*^{0}}", "{!r:{}}", "}{", "{}} {", "{{{", "a{{b}}c{}d", "{0:{}}", "{٣}",
             "{a!s}{b}", "{:é^9}", "{0[a.b]}", "{a-b}", "{0:}", "{:<{1}}", "{0:{0}}"]
TEMPLATE_ARGS = [(), (5,), ("abc", 8), (3.14159, 10, 2), ("é", ">6", "x")]


def record_templates():
    rows = []
    templates = TEMPLATES + ["".join(rng.choices("{{{}}}[]!!::.01ars é", k=rng.randrange(1, 9))) for _ in range(1500)]
    for template in templates:
        for args in TEMPLATE_ARGS if template in TEMPLATES else rng.sample(TEMPLATE_ARGS, 1):
            result = outcome(lambda: template.format(*args, a="key\n"))
            if "AttributeError" in result or "TypeError" in result or "not in sequence" in result:
                continue
            rows.append((escape(template), result, *map(operand, args)))
    write("templates.txt", rows)


def record_strings():
    texts = ["", "abc", "it's", 'say "x"', "both ' and \"", "tab\tline\nreturn\r", "\\", "\x00\x1f\x7f\x80\xa0\xad", "é€𝄞",
             "\u2028\u2029\u3000\u200b\ufeff", "\ud800\udfff", "\U000e0001\U0010ffff", "\u0378\u0379", "\u1e9e\u0301", "🙂"]
    points = list(range(0, 0x600)) + [rng.randrange(0x110000) for _ in range(1500)]
    texts += [chr(p) for p in points]
    rows = [(" ".join(format(ord(c), "x") for c in t), escape(repr(t)), escape(ascii(t))) for t in texts]
    write("strings.txt", rows)
    blobs = [bytes(range(256)), b"", b"it's", b'"', b"'\""] + [rng.randbytes(12) for _ in range(60)]
    write("bytes.txt", [(b.hex(), escape(repr(b))) for b in blobs])


DTYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64", "float16", "complex64", "complex128"]


def random_shape():
    kind = rng.randrange(8)
    if kind == 0:
        return ()
    if kind == 1:
        return tuple(rng.choice([0, 1, 2, 3]) for _ in range(rng.randrange(1, 4)))
    if kind <= 3:
        return (rng.randrange(1, 40),)
    if kind <= 5:
        return (rng.randrange(1, 7), rng.randrange(1, 12))
    if kind == 6:
        return tuple(rng.randrange(1, 4) for _ in range(3))
    return tuple(rng.randrange(1, 3) for _ in range(rng.randrange(4, 6)))


def random_elements(dtype, count):
    kind = np.dtype(dtype).kind
    if kind == "b":
        return np.array([rng.random() < 0.5 for _ in range(count)], dtype)
    if kind in "iu":
        info = np.iinfo(dtype)
        low, high = rng.choice([(0, 10), (-10, 10), (-100, 1000), (info.min, info.max), (info.max, info.max)])
        low, high = max(low, info.min), min(high, info.max)
        return np.array([rng.randint(low, high) for _ in range(count)], dtype)
    if kind == "c":
        part = np.dtype(dtype).type(0).real.dtype
        array = np.empty(count, dtype)
        array.real, array.imag = random_elements(part, count), random_elements(part, count)
        return array
    style = rng.randrange(10)
    makers = [lambda: rng.gauss(0, 1), lambda: float(rng.randrange(-20, 20)), lambda: 10 ** rng.uniform(-12, 12),
              lambda: round(rng.uniform(-100, 100), rng.randrange(4)), random_float, lambda: rng.uniform(0, 1e-6),
              lambda: rng.uniform(1e7, 2e8), lambda: rng.randrange(1, 99) / 2 ** rng.randrange(12),
              lambda: rng.choice([0.0, -0.0, 1.0]), lambda: rng.randrange(0, 2000) * 5e-9]
    specials = rng.choice([[], [], [], [math.nan], [math.inf, -math.inf, math.nan], [0.0, -0.0]])
    values = [rng.choice(specials) if specials and rng.random() < 0.3 else makers[style]() for _ in range(count)]
    return np.array(values).astype(dtype)


def random_options():
    options = {}
    if rng.random() < 0.5:
        return options
    if rng.random() < 0.5:
        options["precision"] = rng.choice([0, 1, 2, 3, 4, 6, 10, 12, 17, 20, 40])
    if rng.random() < 0.3:
        options["suppress"] = True
    if rng.random() < 0.3:
        options["threshold"] = rng.choice([0, 5, 10, 20])
    if rng.random() < 0.3:
        options["edgeitems"] = rng.choice([0, 1, 2, 4, 100])
    if rng.random() < 0.3:
        options["linewidth"] = rng.choice([0, 1, 10, 20, 40, 50, 120, 200])
    if rng.random() < 0.3:
        options["sign"] = rng.choice("-+ ")
    if rng.random() < 0.4:
        options["floatmode"] = rng.choice(["fixed", "unique", "maxprec", "maxprec_equal"])
    if rng.random() < 0.1:
        options["nanstr"] = rng.choice(["NaN", "n/a value", "-", ""])
    if rng.random() < 0.1:
        options["infstr"] = rng.choice(["Infinity", "∞", ""])
    return options


def element_text(array):
    flat = array.ravel()
    if array.dtype.kind == "c":
        flat = flat.view(f"f{array.itemsize // 2}")
    if flat.dtype.kind == "f":
        unsigned = flat.view(f"u{flat.itemsize}")
        return " ".join(format(int(v), "x") for v in unsigned)
    return " ".join(str(int(v)) for v in flat)


def array_row(array, elements, options):
    with np.printoptions(**options):
        texts = [escape(str(array)), escape(repr(array)), escape(np.array2string(array, separator=","))]
    option_text = ";".join(f"{key}={value}" for key, value in options.items())
    return (array.dtype.name, " ".join(map(str, array.shape)), elements, option_text, *texts)


def record_arrays():
    rows = []
    for _ in range(1000):
        dtype = rng.choice(DTYPES + ["float64"] * 8 + ["float32"] * 3 + ["int64"] * 3)
        shape = random_shape()
        array = random_elements(dtype, math.prod(shape)).reshape(shape)
        rows.append(array_row(array, element_text(array), random_options()))
    # Powers of two are the values whose neighbours lie at different distances.
    for dtype in ("float64", "float32", "float16"):
        low, high = {"float64": (-1074, 1024), "float32": (-149, 128), "float16": (-24, 16)}[dtype]
        for _ in range(60):
            array = np.array([2.0 ** rng.randrange(low, high) for _ in range(9)]).astype(dtype).reshape(3, 3)
            options = {"floatmode": rng.choice(["unique", "maxprec_equal", "maxprec"]), "precision": rng.randrange(0, 20)}
            rows.append(array_row(array, element_text(array), options))
    # Large arrays by formula: start and step of a ramp over the flat index.
    for shape in [(1001,), (25, 41), (1000000,), (40, 30), (1000, 1000), (3, 400), (400, 3), (20, 20, 20), (2, 2, 300),
                  (1, 1001), (1001, 1), (11, 10, 10, 2), (7, 7, 7, 7), (2000, 1)]:
        for start, step in [(0.0, 1.0), (0.0, 0.1), (-3.5, 0.25), (1e7, 1000.0), (1e-9, 1e-7), (0.001, 1.7), (1.0, 0.0)]:
            array = (start + step * np.arange(math.prod(shape))).reshape(shape)
            for dtype in ("float64", "float32", "int64"):
                if dtype == "int64" and step != int(step):
                    continue
                options = random_options() if rng.random() < 0.6 else {}
                if array.size > 10000 or options.get("edgeitems") == 100:
                    options.pop("edgeitems", None)
                elements = f"ramp {bits64(start)} {bits64(step)}"
                rows.append(array_row(array.astype(dtype), elements, options))
    whole = (0.5 + 1.25 * np.arange(1000)).reshape(1000)
    rows.append(array_row(whole, f"ramp {bits64(0.5)} {bits64(1.25)}", {}))
    write("arrays.txt", rows)


def record_text_arrays():
    rows = []
    words = ["a", "bc", "it's", "é€", "line\nbreak", "", "long word here", "x" * 30]
    for _ in range(80):
        shape = random_shape()
        array = np.array([rng.choice(words) for _ in range(math.prod(shape))], dtype="U30").reshape(shape)
        items = " ".join(s.encode().hex() or "-" for s in array.ravel().tolist())
        rows.append(("'<U30'", " ".join(map(str, shape)), items, escape(repr(array)), escape(np.array2string(array))))
    inner = [np.arange(3), np.arange(6).reshape(2, 3), None, 1.5, "x", np.eye(3)]
    for _ in range(80):
        count = rng.randrange(1, 7)
        array = np.empty(count, dtype=object)
        for k in range(count):
            array[k] = rng.choice(inner)
        items = " ".join(repr(v).encode().hex() for v in array)
        rows.append(("object", str(count), items, escape(repr(array)), escape(np.array2string(array))))
    write("textarrays.txt", rows)


def record_scalars():
    rows = []
    for dtype in DTYPES:
        for value in random_elements(dtype, 40):
            rows.append((dtype, element_text(np.array(value)), repr(value), str(value)))
    write("scalars.txt", rows)


if __name__ == "__main__":
    record_reprs()
    record_specs()
    record_percents()
    record_templates()
    record_strings()
    record_arrays()
    record_text_arrays()
    record_scalars()
