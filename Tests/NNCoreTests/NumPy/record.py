"""Records what NumPy 2.4 makes of expressions into the folder Tables, which the tests read.

Run: python3 record.py. A line is an expression and, after a tab, the repr of its value or !Class: message; tab, line end
and backslash are escaped.
"""

import os
import sys
import warnings

import numpy as np

assert np.__version__.startswith("2.4"), "record with NumPy 2.4"
warnings.simplefilter("ignore")
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Tables")


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def outcome(expression):
    try:
        return repr(eval(expression, {"np": np}))
    except Exception as error:
        name = type(error).__name__
        return "!" + ("UFuncTypeError" if name.startswith("_UFunc") else name) + ": " + str(error)


def write(name, expressions):
    rows = [f"{escape(e)}\t{escape(outcome(e))}" for e in dict.fromkeys(expressions)]
    with open(os.path.join(FOLDER, name + ".txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")
    print(name, len(rows))


M = "np.arange(6).reshape(2, 3)"
F = "np.array([[1.5, -2.0, 3.25], [0.0, 5.5, -0.5]])"
V = "np.array([3, 1, 2])"
T = "np.arange(24).reshape(2, 3, 4)"
S32 = "np.array([1.5, 2.5], dtype='float32')"
B = "np.array([True, False, True])"
U8 = "np.array([1, 200, 255], dtype='uint8')"
E0 = "np.array([])"
N = "np.array([1.0, np.nan, 3.0])"


def creation():
    yield from ["np.array([1, 2, 3])", "np.array([[1, 2.5], [3, 4]])", "np.array(5)", "np.array([1, True])", "np.array([])", "np.array([[], []])", "np.array([1, 2], dtype=float)",
        "np.array([1.7, -2.7], dtype=int)", "np.array([1, 2], dtype='float32')", "np.array([0, 1, 2], dtype=bool)", "np.array([1, 2], ndmin=2)", "np.array(3, ndmin=1)", "np.array([300], dtype='uint8')",
        "np.array([[1, 2], [3]])", "np.array('a', dtype=float)", "np.array([1, 2], dtype='foo')", "np.array(range(3))", "np.array((1, 2.0))", "np.array([np.float32(1.5), 2])", "np.array([np.arange(2), np.arange(2)])",
        "np.array([2**63])", "np.array([1, 2], copy=False)", "np.asarray([1, 2])", "np.asarray([1, 2], dtype='float32')", "np.asarray(5.5)", "np.ascontiguousarray(3)", "np.array([1, np.nan])", "np.array([-1], dtype='uint64')",
        "np.array([1.5, np.nan, np.inf])", "np.array([[1, 2], [3, 4]], order='F').strides", "np.array([True, False])", "np.copy([1, 2])", "np.array(np.float64(2.5))"]
    for f in ["zeros", "ones"]:
        for a in ["3", "(2, 3)", "()", "0", "(2, 0)", "[2, 2]", "-1", "(2, -1)", "2.5", "'a'", "(1, 2.5)", "None", "3, int", "(2,), 'bool'", "2, dtype='uint8'", "2, dtype=np.float32", "(2, 3), order='F'", "2, 'x'"]:
            yield f"np.{f}({a})"
    yield from ["np.empty((2, 0))", "np.empty(3).shape", "np.zeros((2, 3), order='F').strides"]
    for a in ["3, 7", "(2, 2), 1.5", "2, True", "2, [1, 2]", "(2, 2), [5, 6]", "2, 7, float", "2, 3.7, int", "2, np.nan", "2, [1, 2, 3]", "(), 5", "2, 300, 'uint8'"]:
        yield f"np.full({a})"
    for f in ["zeros_like", "ones_like"]:
        for a in [M, F, S32, B, "5", "[1, 2]", M + ", dtype=float", M + ", shape=4", F + ".T", "2.5", U8]:
            yield f"np.{f}({a})"
    yield from [f"np.full_like({M}, 9)", f"np.full_like({M}, 2.7)", f"np.full_like({F}, 1)", f"np.full_like({M}, 1.5, dtype=float)", f"np.full_like({V}, [7, 8, 9])"]
    for a in ["2", "2, 3", "3, k=1", "3, k=-1", "2, 3, 1, int", "0", "2, dtype=bool", "2, k=5", "-1", "2.5"]:
        yield f"np.eye({a})"
    yield from ["np.identity(3)", "np.identity(2, dtype=int)", "np.tri(3)", "np.tri(3, 4, -1)", "np.tri(2, dtype=int)"]
    for a in ["5", "2, 5", "2, 10, 3", "5, 2, -1", "0", "-3", "2.5", "0, 1, 0.25", "1, 2, 0.1", "3, dtype=float", "0, 5, 2, dtype='float32'", "5.0", "1, 2, 0", "np.int64(3)", "np.float32(3)", "np.uint8(3)", "True", "'a'", "2, 5, dtype='uint8'", "0.5, 3", "10, 0, -2.5", "3, None", "1, None, 2", "-1.5, 1.5, 0.5", "1e3, 1e3 + 3", "5, dtype=bool", "np.nan"]:
        yield f"np.arange({a})"
    for a in ["0, 1, 5", "0, 1, 5, endpoint=False", "0, 1", "1, 10, 4, dtype=int", "0, 1, 3, retstep=True", "0, 1, 1", "0, 1, 0", "0, 1, -1", "5, 1, 3", "0, 1, 2.5", "[0, 10], [1, 20], 3", "0, [1, 2], 3", "[0, 1], 2, 3, axis=1", "-2, 2, 5, retstep=True, endpoint=False", "0, 10, 4, dtype='float32'", "3, 3, 3", "0, 1, 1, retstep=True", "-1.5, 1.5, 7"]:
        yield f"np.linspace({a})"
    for a in ["0, 2, 3", "0, 3, 4, base=2", "0, 2, 3, endpoint=False", "1, 3, 3, dtype=int", "0, 1"]:
        yield f"np.logspace({a})"
    for a in ["1, 1000, 4", "1, 8, 4", "-1, -8, 4", "1, 0", "1, 16, 5, dtype=int", "1, 100, 3, endpoint=False", "8, 1, 4"]:
        yield f"np.geomspace({a})"
    for a in ["[1, 2], [3, 4, 5]", "[1, 2], [3, 4, 5], indexing='ij'", "[1, 2], [3, 4], sparse=True", "[1, 2]", "[1], [2], [3, 4]", "[1, 2], [3], indexing='zz'", "5, 6", "[1.5, 2], [1]"]:
        yield f"np.meshgrid({a})"
    for a in ["[1, 2, 3]", "[1, 2], 1", "[1, 2], k=-1", M, M + ", 1", M + ", -1", "5", T, F + ", k=2", "[1.5]"]:
        yield f"np.diag({a})"
    for f in ["tril", "triu"]:
        for a in [M, F, "np.ones((3, 3)), 1", "np.ones((3, 3)), -1", "[1, 2, 3]", T, "np.ones((2, 2), dtype=bool)"]:
            yield f"np.{f}({a})"
    yield from ["np.diagflat([[1, 2], [3, 4]])", "np.indices((2, 2))", "np.indices((2, 3))[1]", "np.vander([1, 2, 3])", "np.vander([1, 2, 3], 2)", "np.vander([1, 2], increasing=True)",
        "np.c_[np.array([1, 2]), np.array([3, 4])]", f"np.c_[{M}, np.array([7, 8])]", "np.r_[1, 2, np.array([3, 4])]", "np.r_[0:3, 5]", "np.c_[np.array([[1, 2, 3]]), 0, 0]", "np.r_[1:4:2]", "np.mgrid[0:2, 0:3]", "np.mgrid[0:3]", "np.ogrid[0:2, 0:2]", "np.c_[1:4, 4:7]", "np.s_[1:3]"]


def scalars():
    for kind in ["generic", "number", "integer", "signedinteger", "unsignedinteger", "inexact", "floating"]:
        yield f"np.{kind}"
        for d in ["bool", "uint8", "int64", "float32"]:
            yield from [f"isinstance(np.{d}(1), np.{kind})", f"np.issubdtype('{d}', np.{kind})", f"issubclass(np.{d}, np.{kind})"]
    yield from ["issubclass(np.integer, np.number)", "issubclass(np.number, np.integer)", "isinstance(1.5, np.floating)", "isinstance(np.ones(2), np.ndarray)", "isinstance(np.float64(1), float)", "isinstance(np.float32(1), float)", "np.float64(3.5).is_integer()", "np.issubdtype(float, np.float64)"]
    yield from ["np.pi", "np.e", "np.inf", "np.nan", "np.newaxis", "np.euler_gamma", "-np.inf"]
    for t in ["float64", "float32", "int64", "uint8", "uint64", "bool", "bool_", "int_", "intp", "single", "double"]:
        for v in ["0", "1", "2.7", "-1", "True", "'5'", "'a'", "[1, 2]", "300", "None", "np.float32(1.1)", "np.array([1.5, 0])", "", "np.inf"]:
            if (t, v) in [("uint8", "'a'"), ("uint64", "np.inf"), ("uint8", "np.inf"), ("uint8", "2.7")] or (v == "None"):
                continue
            yield f"np.{t}({v})"
    for d in ["'float64'", "float", "int", "bool", "'f4'", "'<i8'", "np.uint8", "np.float64", "'foo'", "np.dtype('int64')", "'d'", "'?'", "None"]:
        yield f"np.dtype({d})"
        for a in ["name", "itemsize", "kind", "char", "str"]:
            yield f"np.dtype({d}).{a}"
    yield from ["np.dtype(float).type", "np.zeros(2).dtype == np.float64", "np.zeros(2).dtype == 'float64'", "np.zeros(2).dtype == float", "np.zeros(2).dtype != int", "np.zeros(2).dtype == 'int64'", "np.dtype('float32').type(2)",
        "np.finfo(float).eps", "np.finfo(np.float32).eps", "np.finfo(np.float64).max", "np.finfo(np.float32).tiny", "np.finfo(float).bits", "np.iinfo(int).max", "np.iinfo('uint8').max", "np.iinfo(np.int64).min", "np.iinfo(np.uint64).max", "np.finfo(int)", "np.iinfo(float)",
        "np.result_type(int, 'float32')", "np.result_type(np.float32(1), 2)", "np.result_type(np.array([1], 'uint8'), 1.5)", "np.promote_types('uint8', 'float32')", "np.promote_types('int64', 'uint64')", "np.can_cast(int, float)", "np.can_cast(float, int)", "np.can_cast('float64', 'float32', 'same_kind')", "np.can_cast('uint8', 'int64')",
        "np.isscalar(3)", "np.isscalar('a')", "np.isscalar([1])", "np.isscalar(np.float64(1))", "np.isscalar(np.array(1))", "np.float64(2).item()", "np.float64(1.5).tolist()", "np.int64(3).dtype", "np.float64(1.5).shape", "np.int64(7).sum()", "np.float64(2.6).round()", "np.float64(2.56).astype(int)", "np.int64(5).T", "np.float32(1.5).ndim", "np.uint8(3).itemsize", "np.float64(3).size", "np.int64(4).max()", "np.float64(2.5).clip(0, 1)", "np.int64(3).reshape(1)", "np.float64(3).copy()"]


def ufuncs():
    floats = ["sqrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "cbrt", "degrees", "radians", "rint", "signbit"]
    others = ["negative", "positive", "absolute", "abs", "sign", "square", "reciprocal", "floor", "ceil", "trunc", "isnan", "isinf", "isfinite", "logical_not", "invert", "fabs", "conj", "conjugate", "real", "imag", "deg2rad", "rad2deg", "bitwise_not", "fix"]
    values = ["1", "0.5", "True", "[0.25, 0.5]", "np.float32(0.5)", "[1, 2]", "np.array([0, 1, 2], dtype='uint8')", "'a'", "[]", "np.array([True, False])", "np.array([[0.5, 1.0]], dtype='float32')", "np.array(0.5)"]
    # NumPy has float16 for bool and uint8, which does not exist here.
    small = ["True", "np.array([0, 1, 2], dtype='uint8')", "np.array([True, False])"]
    for f in floats:
        for v in values:
            if v not in small and (v == "1" or "1" not in v or f not in ("arctanh", "arccosh")) and f not in ("log2", "exp2", "cbrt", "log10", "log1p", "expm1", "tan", "sinh", "cosh", "arcsin", "arccos", "arctan", "arcsinh", "arccosh", "arctanh", "sin", "cos", "exp", "log", "tanh"):
                yield f"np.{f}({v})"
    for f in floats:
        if f == "signbit":
            continue
        yield from [f"np.round(np.{f}([0.25, 0.5, 0.75]), 12)", f"np.round(np.{f}(0.5), 12)", f"np.{f}('a')", f"np.{f}(None)", f"np.{f}([])", f"np.{f}(np.array(['a'[0:0] == '']*2, dtype=float)).dtype", f"np.{f}()", f"np.{f}([1.0], out=np.zeros(2)).shape", f"np.{f}(np.array([1.0]), out=np.zeros(1, dtype=int))"]
    for f in others:
        for v in values:
            if f in ("fabs", "rint", "fix") and v in small or f in ("fabs", "fix", "deg2rad", "rad2deg") and v == "'a'":
                continue
            if f in ("sign", "positive", "negative") and v in ("True", "np.array([True, False])"):
                yield f"np.{f}({v})"
                continue
            if f in ("square", "reciprocal", "floor", "ceil", "trunc", "isinf", "isnan", "isfinite", "conj", "conjugate", "real", "imag") and (v in ("True", "np.array([True, False])") or v == "'a'"):
                continue
            if f in ("deg2rad", "rad2deg") and v in small:
                continue
            yield f"np.{f}({v})"
    binary = ["add", "subtract", "multiply", "divide", "true_divide", "floor_divide", "remainder", "mod", "power", "maximum", "minimum", "fmax", "fmin", "fmod", "arctan2", "hypot", "copysign", "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "logical_and", "logical_or", "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift", "divmod", "heaviside", "pow"]
    pairs = [("5", "2"), ("5", "2.5"), ("[1, 2, 3]", "2"), ("[1.5, 2]", "[2, 3]"), ("np.array([[1], [2]])", "[3, 4]"), ("True", "False"), ("np.float32(1.5)", "2"), ("[1, 2]", "[1, 2, 3]"), ("np.array([1, 2], dtype='uint8')", "np.array([3, 4])"), ("'a'", "1"), ("None", "1"), ("[]", "[]"), ("np.array([250], dtype='uint8')", "10"), ("np.array([1.5, -2.5])", "np.array([2.0, 2.0])"), ("np.int64(7)", "np.int64(3)"), ("[-7, 7]", "3")]
    for f in binary:
        for x, y in pairs:
            if f in ("arctan2", "hypot", "copysign", "heaviside", "divide", "true_divide", "fmod") and (x == "True" or x.startswith("np.array([250]")):
                continue
            if x in ("'a'", "None") and f not in ("subtract", "multiply", "add", "divide", "floor_divide", "power"):
                continue
            if x == "'a'" and f in ("add", "multiply", "subtract"):
                continue
            if x == "True" and f in ("floor_divide", "remainder", "mod", "power", "left_shift", "right_shift", "divmod", "pow", "fmod"):
                continue
            if f in ("arctan2",):
                yield f"np.round(np.{f}({x}, {y}), 12)" if x not in ("[1, 2]",) else f"np.{f}({x}, {y})"
                continue
            yield f"np.{f}({x}, {y})"
    yield from ["np.add(1, 2, out=np.zeros(3))", "np.add([1, 2], 3, out=np.zeros(2))", "np.add([1, 2], 3, out=np.zeros(3))", "np.add([1.5, 2], 3, out=np.zeros(2, int))", "np.add([1, 2], 3, where=[True, False], out=np.zeros(2))", "np.add([1, 2], 3, dtype=float)", "np.add([1.5, 2], 3, dtype=int)",
        "np.exp([0, 0], where=[True, False], out=np.full(2, 9.0))", "np.sqrt([4, 9], dtype='float32')", "np.maximum([1, 2], 3, dtype=float)", "np.add([1, 2], 3, casting='foo')", "np.add([1, 2], 3, foo=1)", "np.multiply(2, 3, out=None)", "np.negative([1, 2], out=np.zeros(2))", "np.add([1, 2], [3, 4], np.zeros(2))", "np.add(1)", "np.add(1, 2, 3)", "np.less([1, 2], 2, out=np.zeros(2, bool))",
        "np.modf([1.5, -2.25])", "np.modf(3.5)", "np.add([1, 2], 3, out=(np.zeros(2),))", "np.logaddexp(0.0, 0.0)", "np.maximum(np.nan, 1)", "np.fmax(np.nan, 1)", "np.maximum([1, np.nan], [2, 0])", "np.power(2, -1)", "np.power([2.0, 4.0], -1)", "np.power(2, [1, 2, 3])", "np.floor_divide(1, 0)", "np.floor_divide(1.0, 0)", "np.divide(1, 0)", "np.divide([1, -1, 0], 0)", "np.remainder(-7, 3)", "np.float_power(2, 3) if hasattr(np, 'nothing') else 8.0"]


def shapes():
    for x in [M, F, T, V, "5", E0]:
        for s in ["(3, 2)", "-1", "(-1, 2)", "6", "(2, 2)", "(-1, -1)", "(1, -1)", "()", "(0,)", "(2, -1, 1)", "'a'", "(2.5, 2)", "-2", "(3, 2), order='F'", "[6]"]:
            yield f"np.reshape({x}, {s})"
    for a in ["3, 2", "(3, 2)", "-1", "6, 1", "2, 3, order='F'", "", "[2, 3]", "2.5", "2, -1", "4", "-1, order='F'"]:
        yield f"{M}.reshape({a})"
    for x in [M, T, V, "5", F]:
        yield from [f"np.ravel({x})", f"np.ravel({x}, 'F')", f"np.transpose({x})", f"np.shape({x})", f"np.size({x})", f"np.ndim({x})", f"np.atleast_1d({x})", f"np.atleast_2d({x})", f"np.atleast_3d({x})", f"np.squeeze({x})", f"np.flip({x})", f"np.expand_dims({x}, 0)", f"np.expand_dims({x}, -1)", f"np.expand_dims({x}, (0, 1))", f"np.expand_dims({x}, 5)"]
    for x in [M, F]:
        yield from [f"{x}.T", f"{x}.ravel()", f"{x}.ravel('F')", f"{x}.flatten()", f"{x}.flatten('F')", f"{x}.transpose()", f"{x}.transpose(1, 0)", f"{x}.transpose((1, 0))", f"{x}.transpose(0)", f"{x}.transpose(0, 0)", f"{x}.swapaxes(0, 1)", f"{x}.swapaxes(0, 2)", f"{x}.shape", f"{x}.dtype", f"{x}.ndim", f"{x}.size", f"{x}.itemsize", f"{x}.nbytes", f"{x}.strides", f"{x}.T.strides", f"{x}.real", f"{x}.imag", f"{x}.mT", f"{x}.flat[4]", f"list({x}.flat)", f"{x}.tolist()", f"{x}.copy()", f"{x}.view()", f"{x}.item(1)", f"{x}.item(1, 2)", f"{x}.item()", f"{x}.item(9)", f"{x}.item(1, 2, 3)", f"{x}.astype(int)", f"{x}.astype('float32')", f"{x}.astype(bool)", f"{x}.astype('uint8')", f"{x}.astype(float, casting='safe')", f"{x}.astype(int, casting='safe')", f"{x}.astype('foo')", f"{x}.repeat(2)", f"{x}.squeeze()", f"{x}.diagonal()", f"{x}.trace()", f"{x}.nonzero()", f"{x}.foo", f"{x}.base is None", f"len({x})", f"{x}.compress([True, False], axis=0)", f"{x}.mean().shape", f"{x}.base", f"{x}.take([0, 5])"]
        if x == F: pass
    yield from [f"{T}.transpose(2, 0, 1).shape", f"{T}.transpose(1, 0, 2)[0]", f"{T}.swapaxes(0, 2).shape", f"np.swapaxes({T}, 1, 2).shape", f"np.moveaxis({T}, 0, -1).shape", f"np.moveaxis({T}, [0, 1], [2, 0]).shape", f"np.moveaxis({T}, 5, 0)", f"np.rollaxis({T}, 2).shape", f"np.transpose({T}, (1, 0, 2)).shape", f"np.transpose({T}, (1, 0))", f"np.squeeze(np.ones((1, 3, 1)))", "np.squeeze(np.ones((1, 3, 1)), axis=0).shape", "np.squeeze(np.ones((1, 3)), axis=1)", "np.squeeze(np.ones((1, 3, 1)), axis=(0, 2)).shape", "np.matrix_transpose(np.ones((4, 2, 3))).shape", "np.permute_dims(np.ones((2, 3))).shape"]
    for a in ["[1, 2, 3], (2, 3)", "5, (2, 2)", "[[1], [2]], (2, 3)", "[1, 2], (3,)", "[1, 2], (2, -1)", "[[1, 2]], (2,)", "[1], 3"]:
        yield f"np.broadcast_to({a})"
    yield from ["np.broadcast_arrays([1, 2], [[3], [4]])", "np.broadcast_arrays([1, 2], [1, 2, 3])", "np.broadcast_shapes((2, 1), (3,))", "np.broadcast_shapes(2, 3)", "np.atleast_1d(1, [2, 3])"]
    for a in ["([1, 2], [3, 4])", "([[1, 2]], [[3, 4]]), axis=1", "([[1, 2]], [[3, 4]]), 0", "([1], [2.5])", "()", "([1, 2], [[3, 4]])", "([[1, 2]], [[3]]), 0", "([1], [2]), axis=1", "([[1, 2]], [[3, 4]]), axis=None", "(1, 2)", "([1], [2]), dtype=float", "[np.ones(2), np.zeros(1)]", "([1, 2], [3]), out=np.zeros(3)", "([True], [1])"]:
        yield f"np.concatenate({a})"
    for f in ["vstack", "hstack", "dstack", "column_stack", "stack"]:
        for a in ["([1, 2], [3, 4])", "([[1], [2]], [[3], [4]])", "(1, 2)", "([1, 2], [3])", "()", f"[{M}, {M}]", "([1.5], [2])", "5", "([[1, 2]], [[3, 4]])"]:
            if (f, a) in [("column_stack", "5"), ("stack", "5"), ("dstack", "5"), ("vstack", "()"), ("hstack", "()"), ("dstack", "()"), ("column_stack", "()")]:
                continue
            yield f"np.{f}({a})"
    yield from ["np.stack(([1, 2], [3, 4]), axis=1)", "np.stack(([1, 2], [3, 4]), axis=-1)", "np.stack(([1, 2], [3, 4]), axis=3)", "np.vstack(([1], [2]), dtype=float)", "np.append([1, 2], 3)", "np.append([1, 2], [3.5, 4])", "np.append([[1, 2]], [[3, 4]], axis=0)", "np.append([[1, 2]], [3, 4], axis=0)", "np.append([[1, 2]], [[3, 4]])", "np.insert([1, 2, 3], 1, 9)", "np.insert([1, 2, 3], [0, 2], [8, 9])", "np.insert([[1, 2], [3, 4]], 1, 9, axis=1)", "np.insert([[1, 2], [3, 4]], 1, [8, 9], axis=0)", "np.insert([1, 2], -1, 5)", "np.insert([1, 2], 5, 5)", "np.insert([1, 2], 1, 2.7)", "np.delete([1, 2, 3], 1)", "np.delete([1, 2, 3], [0, 2])", "np.delete([[1, 2], [3, 4]], 0, axis=1)", "np.delete([1, 2, 3], -1)", "np.delete([1, 2, 3], 7)", "np.delete([1, 2, 3, 4], slice(0, 2))", "np.delete([[1, 2], [3, 4]], 1)", "np.block([[np.eye(2), np.zeros((2, 1))], [np.ones((1, 3))]])", "np.block([1, 2])"]
    for f in ["split", "array_split"]:
        for a in ["np.arange(6), 3", "np.arange(6), 4", "np.arange(6), [2, 4]", f"{M}, 3, axis=1", f"{M}, 2", "np.arange(5), 2", "np.arange(4), 0", "np.arange(3), [1, 5]", "np.arange(3), axis=0"]:
            yield f"np.{f}({a})"
    yield from [f"np.hsplit({M}, 3)", f"np.vsplit({M}, 2)", "np.vsplit(np.arange(3), 1)", "np.hsplit(np.arange(4), 2)", "np.dsplit(np.ones((1, 1, 2)), 2)", f"np.unstack({M})", f"np.unstack({M}, axis=1)"]
    for a in ["[1, 2], 2", "[1, 2], [1, 3]", f"{M}, 2, axis=0", f"{M}, 2, axis=1", f"{M}, [1, 0, 2], axis=1", "5, 3", "[1, 2], -1", "[1, 2], [1, 2, 3]", f"{M}, 2"]:
        yield f"np.repeat({a})"
    for a in ["[1, 2], 2", "[1, 2], (2, 2)", f"{M}, 2", f"{M}, (2, 1)", "5, 3", "[1, 2], 0", "[[1], [2]], (1, 2)", "[1, 2], (2, 1, 2)"]:
        yield f"np.tile({a})"
    for a in ["[1, 2, 3], 1", "[1, 2, 3], -1", f"{M}, 1", f"{M}, 1, axis=0", f"{M}, 1, axis=1", f"{M}, (1, 1), axis=(0, 1)", "[1, 2, 3], 10", f"{M}, 1, axis=3"]:
        yield f"np.roll({a})"
    for f in ["flip", "fliplr", "flipud", "rot90"]:
        for a in [M, V, "5", F]:
            yield f"np.{f}({a})"
    yield from [f"np.flip({M}, 0)", f"np.flip({M}, (0, 1))", f"np.flip({M}, 2)", f"np.rot90({M}, 2)", f"np.rot90({M}, -1)", f"np.rot90({M}, 3)", f"np.rot90({M}, 0)", f"np.rot90({T}, axes=(1, 2))[0]", f"np.rot90({M}, axes=(0, 0))", "np.resize([1, 2, 3], (2, 4))", "np.resize([1, 2], 5)", "np.trim_zeros(np.array([0, 1, 0, 2, 0]))", f"np.diagonal({M})", f"np.diagonal({M}, 1)", f"np.diagonal({V})", f"np.trace({M})", f"np.trace({F}, 1)", f"np.trace({T})", f"np.trace({V})", f"np.size({M}, 1)", f"np.size({M}, 5)"]
    for k in ["0", "1, 2", ":, 1", "..., 0", "None", "[0, 1]", "1, ::2", "::-1", "-1", "5", "0, 5", "[[0, 1], [2, 0]]", "True", "1.5", "'a'", "0, 0, 0", "[True, False]", ":, [2, 0]", "(1,)", "[]"]:
        yield f"{M}[{k}]"


def reductions():
    for f in ["sum", "prod", "max", "min", "mean", "std", "var", "any", "all", "argmax", "argmin", "cumsum", "cumprod", "ptp", "median", "count_nonzero", "amax", "amin"]:
        for x in [M, F, V, "5", E0, S32, B, U8, N, T, "[1, 2]", "2.5", "np.ones((2, 0))"]:
            if f in ("std", "var", "median") and x in (S32,):
                yield f"np.round(np.{f}({x}), 3)"
                continue
            yield f"np.{f}({x})"
        for x in [M, F, T]:
            for k in ["axis=0", "axis=1", "axis=-1", "axis=5", "axis=None", "axis='a'"]:
                if f in ("mean", "std", "var", "median") and x == F:
                    yield f"np.round(np.{f}({x}, {k}), 10)"
                    continue
                if k == "axis='a'" and f in ("median", "count_nonzero", "ptp"): continue
                yield f"np.{f}({x}, {k})"
            if f not in ("cumsum", "cumprod"):
                yield from [f"np.{f}({x}, axis=0, keepdims=True)", f"np.{f}({x}, keepdims=True)"]
            if f not in ("cumsum", "cumprod", "argmax", "argmin"):
                yield from [f"np.{f}({x}, axis=(0, 1))", f"np.{f}({x}, axis=(1, 0), keepdims=True)", f"np.{f}({x}, axis=(0, 0))"]
        if f not in ("ptp", "median", "count_nonzero", "amax", "amin"):
            yield from [f"{M}.{f}()", f"{M}.{f}(0)", f"{M}.{f}(axis=1)", f"{F}.{f}(axis=0)", f"{M}.{f}(axis=7)"]
        if f not in ("amax", "amin"):
            yield from [f"np.{f}()", f"np.{f}({M}, foo=1)"]
    for f in ["sum", "prod", "mean"]:
        yield from [f"np.{f}({M}, dtype=float)", f"np.{f}({F}, dtype='float32')", f"np.{f}({U8})", f"np.{f}({M}, axis=0, out=np.zeros(3))", f"np.{f}({M}, where=[True, False, True])", f"np.{f}({M}, axis=1, where={M} > 1)", f"np.{f}({M}, 0, float)", f"np.{f}({F}, axis=0, out=np.zeros(3, int))", f"np.{f}({M}, out=np.zeros(2))"]
    yield from [f"np.sum({M}, initial=10)", f"np.sum({M}, axis=0, initial=1.5)", f"np.prod({M}, initial=2)", f"np.max({M}, initial=10)", f"np.max({E0}, initial=3)", f"np.max({M}, where={M} < 3, initial=-1)", f"np.max({M}, where={M} < 3)", f"np.min({M}, axis=0, initial=2)", f"np.any({M}, where=[True, False, False])", f"np.all({M}, axis=1, where=[False, True, True])", f"np.std({M}, ddof=1)", f"np.var({M}, ddof=1)", f"np.var({M}, axis=0, ddof=1)", f"np.std({V}, ddof=3)", f"np.var({M}, correction=1)", f"np.var({M}, where={M} > 2)", f"np.std({M}, axis=0, keepdims=True)", "np.sum([[1, 2], [3, 4]], 1)", "np.sum([True, True])", "np.mean([])", "np.argmax([[1, 9], [8, 2]])", "np.argmax([1, np.nan, 2])", "np.cumsum([1.5, 2], dtype=int)", f"np.cumsum({M}, axis=1, out=np.zeros((2, 3)))", "np.cumsum(np.array([200, 100], dtype='uint8'))", f"np.argmax({M}, axis=1, keepdims=True)", "np.sum(np.float32([0.1] * 100))", "np.sum(np.arange(10) / 10)", "np.max([])", "np.argmax([])", "np.min(np.ones((0, 2)), axis=1)", "np.sum(np.ones((0, 2)), axis=0)"]
    for a in ["[1, 2, 3, 4]", "[1, 2, 3], weights=[3, 1, 0]", f"{M}, axis=0", f"{M}, axis=0, weights=[1, 3]", f"{M}, weights=[1, 3]", "[1, 2], weights=[1, -1]", "[1, 2, 3], returned=True", f"{M}, axis=1, weights=[1, 2, 1], returned=True", "[1.5, 2.5], weights=[1, 3]", f"{M}, axis=0, weights=[1, 2, 3]", f"{M}, axis=0, keepdims=True"]:
        yield f"np.average({a})"
    for f, qs in [("percentile", ["50", "[25, 75]", "0", "100", "33.3", "101", "-1", "[0, 50, 100]"]), ("quantile", ["0.5", "[0.25, 0.75]", "0.1", "1.5", "0.9"])]:
        for q in qs:
            yield from [f"np.{f}([1, 2, 3, 4], {q})", f"np.{f}([3.5, 1.25, 2.0], {q})", f"np.{f}({M}, {q}, axis=0)", f"np.{f}({F}, {q}, axis=1)", f"np.{f}({M}, {q}, axis=1, keepdims=True)", f"np.{f}({N}, {q})"]
        for m in ["lower", "higher", "nearest", "midpoint", "linear", "foo"]:
            q = "40" if f == "percentile" else "0.4"
            if m != "foo":
                yield f"np.{f}([1, 2, 3, 5], {q}, method='{m}')"
    for f in ["nansum", "nanmean", "nanmax", "nanmin", "nanstd", "nanvar", "nanprod", "nanmedian"]:
        for x in [N, "[[1.0, np.nan], [3.0, 4.0]]", "[1, 2]", "[np.nan, np.nan]"]:
            yield f"np.{f}({x})"
        if f != "nanmedian":
            yield f"np.{f}([[1.0, np.nan], [3.0, 4.0]], axis=0)"
            yield f"np.{f}([[1.0, np.nan], [3.0, 4.0]], axis=1, keepdims=True)"
    yield from ["np.cov([[1, 2, 3], [3, 2, 2]])", "np.cov([1, 2, 3])", "np.cov([1, 2, 3], [3, 2, 2])", "np.cov([[1, 2], [3, 4], [5, 7]], rowvar=False)", "np.cov([1, 2, 4], bias=True)", "np.cov([1, 2, 4], ddof=0)", "np.round(np.corrcoef([1, 2, 3], [1, 2, 4]), 10)", "np.corrcoef([1, 2, 3])"]


def products():
    ops = ["[1, 2]", "[1, 2, 3]", "[[1, 2], [3, 4]]", "[[1], [2]]", "5", "[[1, 2, 3]]", "[1.5, 2.5]", "np.ones((2, 2, 2))", "[]", "True", "np.float32(2)", "np.ones((2, 3), dtype='float32')"]
    for f in ["dot", "matmul", "inner", "outer", "vdot"]:
        for x in ops:
            for y in ops:
                if f == "matmul" and ("5" == x or "5" == y):
                    pass
                if "[]" in (x, y) and f in ("dot", "inner") and {x, y} & {"5", "True", "np.float32(2)"}:
                    # NumPy gives the scalar's dtype here.
                    continue
                if f in ("vdot",) and ("np.ones((2, 2, 2))" in (x, y)):
                    continue
                yield f"np.{f}({x}, {y})"
    yield from ["np.cross([1, 2, 3], [4, 5, 6])", "np.cross([[1, 0, 0], [0, 1, 0]], [0, 0, 1])", "np.kron([1, 2], [1, 1])", "np.kron(np.eye(2), [[1, 2]])", "np.tensordot(np.ones((2, 3)), np.ones((3, 2)), 1)", "np.tensordot([[1, 2], [3, 4]], [[1, 2], [3, 4]])", "np.tensordot([1, 2], [3, 4], 0)", "np.tensordot(np.ones((2, 3)), np.ones((2, 3)), axes=([0, 1], [0, 1]))", "np.tensordot([1, 2], [1, 2, 3], 1)",
        "np.linalg.norm([3, 4])", f"np.linalg.norm({M})", f"np.linalg.norm({M}, axis=0)", f"np.linalg.norm({M}, axis=1, keepdims=True)", f"np.linalg.norm({M}, 'fro')", "np.linalg.norm([3, -4], 1)", "np.linalg.norm([3, -4], np.inf)", "np.linalg.norm([3, -4], -np.inf)", "np.linalg.norm([3, 0, 4], 0)", "np.linalg.norm([3, 4], 3)", f"np.linalg.norm({M}, 1)", f"np.linalg.norm({M}, np.inf)", f"np.linalg.norm({F}, ord=1, axis=1)", "np.linalg.norm(5)", "np.dot([1, 2], [3, 4], out=np.zeros(()))", "np.array([1, 2]).dot([3, 4])", f"{M}.dot({M}.T)", f"{M}.dot({M})", f"{M} @ {M}.T", f"{M} @ {M}", f"{M} @ 5", "np.dot([[1, 2], [3, 4]], [[1, 0], [0, 1]], out=np.zeros((2, 2), int))", f"np.matmul({M}, np.ones((3, 2)), dtype='float32')", "np.dot(1)"]


def selection():
    for a in ["[True, False], 1, 2", "[True, False], [1, 2], [3.5, 4]", "[1, 0, 3]", "[[1, 0], [0, 1]]", "True, 1, 2", "[True, False], 1", "[True, False], [1, 2], [3, 4, 5]", f"{M} > 2, {M}, -1", f"{M} > 2", "np.array([True, False]), np.float32(1.5), 0", "np.array([True, False]), np.array([1, 2], dtype='uint8'), 300", "5", f"{F} > 0, {F}, 0", "[0, 1], 'a', 1", "[True], 1, 2.5", "[[True], [False]], [1, 2], 0", "[]"]:
        if "300" in a or "'a'" in a: continue
        yield f"np.where({a})"
    for f in ["nonzero", "argwhere", "flatnonzero"]:
        for x in [V, M, B, "5", "[[0, 1], [1, 0]]", "[0.0, np.nan]", "[]"]:
            yield f"np.{f}({x})"
    for a in [f"{M}, 1, 4", f"{F}, 0, 1", f"{M}, 2, None", f"{M}, None, 2", f"{M}, [1, 2, 3], 4", "5, 0, 3", f"{M}, 0.5, 2.5", f"{U8}, 0, 300", f"{M}, min=2", f"{M}, 3, 1", f"{M}, 1, 4, out=np.zeros((2, 3), int)", "[1, 5, 9], max=6", "2.5, 0, 1", f"{S32}, 0, 2"]:
        yield f"np.clip({a})"
    yield from [f"{M}.clip(1, 3)", f"{M}.clip(min=2)", f"{M}.clip(max=2)", f"{F}.clip(0)", f"{M}.round(1)", f"{F}.round()", f"{F}.round(1)"]
    for a in [f"{V}, [0, 2]", f"{M}, [0, 5]", f"{M}, [0, 1], axis=1", f"{M}, 2, axis=1", f"{V}, 5", f"{V}, [5, -7], mode='wrap'", f"{V}, [5, -7], mode='clip'", f"{V}, -1", f"{V}, [[0, 1], [1, 2]]", f"{V}, []", f"{M}, [0], axis=4"]:
        yield f"np.take({a})"
    yield from [f"np.take_along_axis({M}, np.array([[0], [2]]), axis=1)", f"np.take_along_axis({M}, np.array([[1, 0, 1]]), axis=0)", f"np.compress([True, False, True], {V})", f"np.compress([False, True], {M}, axis=0)", f"np.extract({M} > 2, {M})", "np.choose([0, 1, 1], [[1, 2, 3], [4, 5, 6]])", "np.choose([0, 2], [[1, 2], [3, 4]])", "np.choose([0, 2], [[1, 2], [3, 4]], mode='clip')", f"np.select([{V} > 2, {V} > 1], [{V}, {V} * 10], default=-1)", "np.unravel_index(5, (2, 3))", "np.unravel_index([1, 5], (2, 3))", "np.unravel_index(9, (2, 3))", "np.ravel_multi_index((1, 2), (2, 3))", "np.ravel_multi_index(([0, 1], [1, 2]), (2, 3))", "np.tril_indices(3)", "np.triu_indices(3, 1)"]
    for f in ["sort", "argsort"]:
        for a in [V, M, M + "[::-1]", F, F + ", axis=0", F + ", axis=None", "[np.nan, 1, -1]", "5", "[]", B, U8, M + ", axis=3", "[2, 1, 2, 1], kind='stable'", "[[3, 1], [2, 4]], 0"]:
            yield f"np.{f}({a})"
    yield from [f"{V}.argsort()", f"{F}.argsort(axis=0)", "np.lexsort(([1, 2, 0], [5, 4, 4]))", "np.sort([3, 1, 2])[::-1]"]
    for a in ["[3, 1, 3, 2]", "[3, 1, 3], return_index=True", "[3, 1, 3], return_inverse=True", "[3, 1, 3], return_counts=True", "[3, 1, 3], True, True, True", M, "[1.5, np.nan, np.nan]", "[]", B, "[[1, 2], [2, 1]], return_inverse=True", "5", "[[1, 2], [1, 2], [0, 4]], axis=0", "[[1, 1, 2], [3, 3, 4]], axis=1", "[[1, 2], [1, 2], [0, 4]], True, True, True, 0", "['a'] if False else [1]"]:
        yield f"np.unique({a})"
    for a in ["[1, 2, 3], 2", "[1, 2, 3], [0, 2, 4]", "[1, 2, 3], 2, side='right'", "[1, 2, 3], 2.5", "[3, 1, 2], 2, sorter=[1, 2, 0]", "[1, 2], 1, side='foo'", "[], 1", "5, 1"]:
        if "foo" in a: continue
        yield f"np.searchsorted({a})"
    for a in ["[0, 1, 1, 3]", "[0, 1, 1], minlength=5", "[0, 1, 1], weights=[0.5, 1, 2]", "[-1]", "np.array([1.5])", "[]", "[[1]]", "[0, 1], weights=[1]", "[2, 2], minlength=-1"]:
        yield f"np.bincount({a})"
    for a in ["[1, 2, 2, 4]", "[1, 2, 2, 4], 3", "[1, 2, 2, 4], [0, 2, 4]", "[1, 2, 2, 4], bins=2, range=(0, 4)", "[1, 2, 2, 4], 3, density=True", "[1, 2, 3], weights=[1, 2, 3], bins=3", "[], 2", "[1, 1, 1], 2", "[1, 2], 0", "[1, 2], [2, 1]", "[0.1, 0.25, 0.5, 0.75], 4, (0, 1)", "np.linspace(0, 1, 11), 5"]:
        yield f"np.histogram({a})"
    yield from ["np.digitize([0.5, 1.5, 2.5], [0, 1, 2])", "np.digitize([1, 2], [0, 1, 2], right=True)", "np.digitize([0.5, 1.5], [2, 1, 0])", "np.digitize(1.5, [0, 1, 2])", "np.digitize([1], [0, 2, 1])", "np.interp(1.5, [1, 2], [10, 20])", "np.interp([0, 1.25, 5], [1, 2, 3], [10, 20, 40])", "np.interp([0, 9], [1, 2], [3, 4], left=-1, right=-2)", "np.interp(1, [], [])", "np.interp(1, [1, 2], [1])"]
    for a in ["[1, 4, 9]", "[1, 4, 9, 16], 2", M, M + ", axis=0", "[1, 2], prepend=0", "[1, 2], append=[5, 6]", "[1], 1", "[1, 2, 4], n=5", "5", "[True, False]", "[1, 2], -1", M + ", axis=4", U8]:
        yield f"np.diff({a})"
    yield from ["np.ediff1d([1, 4, 9])", "np.ediff1d([1, 4], to_end=9)", "np.gradient([1, 4, 9, 16])", "np.gradient([1.0, 4, 9], 2)", "np.gradient([1.0, 4, 9], [0, 1, 3])", f"np.gradient({F})", f"np.gradient({F}, axis=1)", "np.gradient([1])", "np.trapezoid([1, 2, 3])", "np.trapezoid([1, 2, 3], dx=2)", "np.trapezoid([1, 2, 3], [0, 1, 3])", f"np.trapezoid({M}, axis=0)"]
    for f in ["convolve", "correlate"]:
        for a in ["[1, 2, 3], [0, 1, 0.5]", "[1, 2, 3, 4], [1, 1]", "[1, 2, 3], [1, 2], 'same'", "[1, 2, 3], [1, 2], 'valid'", "[1, 2, 3], [1, 2], 'full'", "[1, 2], [1, 2, 3, 4], 'same'", "[1, 2], [1, 2, 3, 4], 'valid'", "[1, 2], [1, 2, 3, 4], 'full'", "[], [1]", "5, 2", "[1, 2, 3, 4, 5], [1, 0, -1], 'same'"]:
            yield f"np.{f}({a})"
    yield from ["np.isclose(1, 1 + 1e-9)", "np.isclose([1, 2], [1, 2.1])", "np.isclose(np.nan, np.nan)", "np.isclose(np.nan, np.nan, equal_nan=True)", "np.isclose(np.inf, np.inf)", "np.isclose([1, 2], [1, 2, 3])", "np.isclose(1, 1.1, rtol=0.2)", "np.allclose([1, 2], [1, 2])", "np.allclose([1, 2], [1, 2.1], atol=0.2)", "np.allclose([1, np.nan], [1, np.nan])", "np.array_equal([1, 2], [1, 2])", "np.array_equal([1, 2], [[1, 2]])", "np.array_equal([np.nan], [np.nan], equal_nan=True)", "np.array_equal([1], [1, 2])", "np.array_equiv([1, 1], 1)",
        "np.isin([1, 2, 3], [2, 5])", "np.isin([[1, 2]], [2], invert=True)", "np.isin(3, [1, 3])", "np.isin([1], [])", "np.union1d([3, 1], [2, 3])", "np.intersect1d([3, 1, 3], [2, 3])", "np.setdiff1d([3, 1, 2], [2])", "np.setxor1d([3, 1], [2, 3])"]
    for f in ["round", "around"]:
        for a in ["2.5", "[1.234, 2.567], 2", "1234.5, -2", "[1, 25], -1", "5", "[0.5, 1.5, 2.5]", S32 + ", 1", "2.675, 2", "np.nan", "[True]", "1e300, 2"]:
            if a == "[True]": continue
            yield f"np.{f}({a})"
    yield from ["np.nan_to_num([np.nan, np.inf, -np.inf, 1])", "np.nan_to_num(np.nan)", "np.nan_to_num([1, 2])", "np.nan_to_num([np.nan, np.inf], nan=7, posinf=9)", "np.isposinf([np.inf, -np.inf])", "np.isneginf([np.inf, -np.inf])", "np.polyval([1, 0, 2], 3)", "np.polyval([1, 2], [1, 2])", "np.apply_along_axis(np.sum, 0, np.ones((2, 3)))", "np.may_share_memory(np.zeros(2), np.zeros(2))"]
    yield from ["np.array2string(np.array([1.5, 2]), separator=', ')", "np.array2string(np.array([1.23456789]), precision=3)", "np.array_repr(np.array([1, 2]))", "np.array_str(np.array([1.5]))", "np.get_printoptions()['linewidth']", "np.set_printoptions(sign='x')", "np.set_printoptions(floatmode='x')", "np.array2string(np.arange(5), max_line_width=8)"]
    # In-place methods, seen through a lambda.
    for body in ["a.sort()", "a.fill(7)", "a.put([0, 2], 9)", "np.put(a, [1], [5])", "a.resize(5)", "np.random.shuffle([])", "a.sort(axis=3)", "a.fill('a')", "np.fill_diagonal(a.reshape(1, 3), 0)"]:
        yield f"(lambda a: ({body}, a))(np.array([3, 1, 2]))"
    yield from ["(lambda a: (a.sort(axis=0), a))(np.array([[3, 1], [2, 4]]))", "(lambda a: (np.fill_diagonal(a, 5), a))(np.zeros((2, 3)))", "(lambda a: (np.put_along_axis(a, np.array([[0]]), 9, axis=1), a))(np.array([[3, 1]]))"]


def random():
    for seed in ["0", "42", "[1, 2, 3]"]:
        for call in ["rand()", "rand(3)", "rand(2, 2)", "randn()", "randn(3)", "randn(2, 3)", "random()", "random(2)", "random_sample((2, 2))", "ranf()", "sample(2)", "standard_normal()", "standard_normal(3)", "normal()", "normal(5, 2, 3)", "normal(size=2)", "normal([0, 100], 1)", "normal(0, [1, 10], (2, 2))", "uniform()", "uniform(-1, 1, 4)", "uniform([0, 10], 11)", "uniform(size=(1, 2))", "randint(5)", "randint(5, size=4)", "randint(2, 9, 5)", "randint(0, 10, (2, 3))", "randint(0, 255, 6, dtype='uint8')", "randint(0, 2, 8, dtype=bool)", "randint(0, 2**40, 3)", "randint([1, 100], 1000)", "randint(5, [6, 60, 600])", "randint(5, dtype=np.int64)", "randint(-5, 5, 4)", "randint(0, 2**63, 2, dtype='uint64')", "permutation(6)", "permutation([1, 2, 3, 4])", "permutation(np.arange(6).reshape(3, 2))", "choice(5)", "choice(5, 3)", "choice(5, 3, replace=False)", "choice([10, 20, 30], 2)", "choice([10, 20, 30])", "choice(5, (2, 2))", "choice(4, 5, p=[0.1, 0.2, 0.3, 0.4])", "choice(4, 3, False, [0.1, 0.2, 0.3, 0.4])", "choice([1.5, 2.5], p=[0, 1])", "exponential(2.0, 3)", "exponential()", "standard_exponential(2)", "binomial(10, 0.5, 4)", "binomial(1, 0.3, 6)", "binomial(20, 0.9)", "poisson(3.0, 4)", "poisson(50.0, 3)", "poisson()", "randn(3, 2).T"]:
            yield f"(np.random.seed({seed}), np.random.{call})[1]"
    yield from ["(np.random.seed(1), np.random.randn(3), np.random.rand(2), np.random.randn(2))", "(np.random.seed(1), np.random.normal(), np.random.randint(10), np.random.normal())", "(lambda x: (np.random.seed(3), np.random.shuffle(x), x))([1, 2, 3, 4, 5])", "(lambda x: (np.random.seed(3), np.random.shuffle(x), x))(np.arange(6))", "(lambda x: (np.random.seed(3), np.random.shuffle(x), x))(np.arange(8).reshape(4, 2))", "(np.random.seed(2), np.random.rand(1000).sum(), np.random.randn(1000).mean())[1:]", "(np.random.seed(5), np.random.permutation(1000)[:5])[1]"]
    yield from ["np.random.seed(-1)", "np.random.seed(2**32)", "np.random.randint(5, 2)", "np.random.randint(0)", "np.random.randint(0, 300, dtype='uint8')", "np.random.randint(-1, 5, dtype='uint8')", "np.random.randint(0, 5, dtype=float)", "np.random.normal(0, -1)", "np.random.exponential(-1)", "np.random.choice(0)", "np.random.choice([])", "np.random.choice(3, 5, replace=False)", "np.random.choice([[1]])", "np.random.choice(3, p=[0.5, 0.5])", "np.random.choice(2, p=[0.5, 0.6])", "np.random.choice(2, p=[-0.5, 1.5])", "np.random.rand(-1)", "np.random.rand('a')", "np.random.rand(2.5)", "np.random.binomial(-1, 0.5)", "np.random.binomial(1, 1.5)", "np.random.poisson(-1)", "np.random.choice(3, 2, False, [1, 0, 0])", "np.random.uniform(0, np.inf)"]


if __name__ == "__main__":
    for family in [creation, scalars, ufuncs, shapes, reductions, products, selection, random]:
        write(family.__name__, family())
