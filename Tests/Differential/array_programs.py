"""Compares `nn` with NumPy on generated expressions: `python3 Tests/Differential/array_programs.py [FIRST [COUNT]]`.

    python3 Tests/Differential/array_programs.py 0 2000               # 2,000 programs of 50 expressions
    python3 Tests/Differential/array_programs.py --record 0 100       # writes recorded_arrays/*.txt for `make test`
    python3 Tests/Differential/array_programs.py --show 7             # prints the program of seed 7

A program makes a few arrays (dtypes, shapes, orders, views) and prints 50 expressions over them: operators, ufuncs with
`out`, `where` and `dtype`, reductions along axes, subscripts of every kind, writes, views, shapes, sorting, joining,
creation, casts, and the class of what is raised. Text is compared exactly; where a line is computed with functions whose last
digits NumPy does not promise (transcendental ones, products, floats of 16 and 32 bits in them), as numbers within a few ulp.
Both run many programs in one process. Differences are shrunk to the lines that they need, and kept.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import io
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import warnings

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
PART = 40
EXPRESSIONS = 50

DTYPES = ["float64"] * 6 + ["int64"] * 4 + ["bool"] * 3 + ["int32", "int8", "uint8", "int16", "uint16", "uint32", "uint64",
          "float32", "float32", "float16", "complex128", "complex128", "complex64"]
UNARY = ["negative", "positive", "absolute", "sign", "sqrt", "square", "reciprocal", "floor", "ceil", "trunc", "rint", "isnan",
         "isinf", "isfinite", "signbit", "logical_not", "invert", "conjugate", "fabs", "degrees", "radians", "spacing",
         "bitwise_count", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "arcsin", "arccos",
         "arctan", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "cbrt"]
BINARY = ["add", "subtract", "multiply", "divide", "floor_divide", "remainder", "maximum", "minimum", "fmax", "fmin", "fmod",
          "copysign", "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "logical_and", "logical_or",
          "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift", "gcd", "lcm", "heaviside",
          "nextafter", "power", "arctan2", "hypot", "logaddexp"]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "<", "<=", "==", "!=", ">", ">=", "&", "|", "^", "<<", ">>", "@"]
INEXACT = {"exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh",
           "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "cbrt", "power", "arctan2", "hypot", "logaddexp", "std", "var", "dot",
           "matmul", "inner", "outer", "einsum", "tensordot", "norm", "convolve", "correlate", "percentile", "quantile", "interp",
           "linspace", "geomspace", "logspace", "absolute", "sqrt", "divide", "reciprocal", "cov", "corrcoef", "prod", "cumprod",
           "square", "average", "degrees", "radians", "trace", "vdot", "gradient", "trapezoid", "mean", "multiply", "kron", "nansum"}
REDUCTIONS = ["sum", "prod", "max", "min", "mean", "any", "all", "argmax", "argmin", "std", "var", "ptp", "count_nonzero",
              "median", "nansum", "nanmax", "nanmin", "cumsum", "cumprod"]


class Program:
    """One program in the making; `shapes` and `types` say what the arrays are, as far as the text knows."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.names = {}
        self.lines = []
        self.setup()
        for number in range(EXPRESSIONS):
            self.lines.append(self.statement())

    # Arrays

    def shape(self, most=3):
        r = self.r
        rank = r.choice([0, 1, 1, 1, 2, 2, 2, 3][:5 + most])
        return tuple(r.choice([1, 2, 3, 3, 4, 5]) if r.random() > 0.04 else 0 for _ in range(rank))

    def values(self, dtype, count):
        r = self.r
        kind = np.dtype(dtype).kind
        out = []
        for _ in range(count):
            if kind == "b":
                out.append(str(r.random() < 0.5))
            elif kind == "u":
                out.append(str(r.choice([0, 1, 2, 3, 7, r.randint(0, 200), np.iinfo(dtype).max if r.random() < 0.1 else 5])))
            elif kind == "i":
                out.append(str(r.choice([0, 1, -1, 2, 3, -7, r.randint(-100, 100), np.iinfo(dtype).min if r.random() < 0.05 else 4])))
            elif kind == "f":
                out.append(self.real())
            else:
                out.append(f"complex({self.real()}, {self.real()})")
        return out

    def real(self):
        r = self.r
        x = r.random()
        if x < 0.06:
            return r.choice(["np.nan", "np.inf", "-np.inf", "-0.0", "0.0", "1e10", "1e-5"])
        if x < 0.5:
            return str(r.randint(-9, 9) / r.choice([1, 2, 4]))
        return repr(round(r.uniform(-5, 5), r.choice([1, 2, 3, 6])))

    def array(self, shape=None, dtype=None):
        """The text of a fresh array."""
        r = self.r
        shape = self.shape() if shape is None else shape
        dtype = dtype or r.choice(DTYPES)
        count = int(np.prod(shape))
        values = self.values(dtype, count)
        if count == 0:
            return f"np.zeros({shape}, dtype=np.{dtype if dtype != 'bool' else 'bool_'})"
        text = f"np.array([{', '.join(values)}], dtype=np.{dtype if dtype != 'bool' else 'bool_'})"
        if shape != (count,):
            text += f".reshape({shape})"
        if len(shape) > 1 and r.random() < 0.15:
            text = f"np.asfortranarray({text})"
        return text

    def setup(self):
        r = self.r
        base = self.shape()
        for name in "abcdef":
            shape = base if r.random() < 0.35 else self.shape()
            if base and r.random() < 0.2:
                shape = base[r.randint(0, len(base) - 1):]
            dtype = r.choice(DTYPES)
            text = self.array(shape, dtype)
            if len(shape) > 0 and shape[0] > 1 and r.random() < 0.2:
                text = f"np.repeat({text}, 2, axis=0)[::2]" if r.random() < 0.5 else text + "[::-1]"
            if len(shape) > 1 and r.random() < 0.2:
                text, shape = text + ".T", shape[::-1]
            self.names[name] = shape, dtype
            self.lines.append(f"{name} = {text}")

    # Expressions

    def name(self):
        return self.r.choice(sorted(self.names))

    def scalar(self):
        r = self.r
        return r.choice([str(r.randint(-3, 9)), str(r.choice([0.5, 2.0, -1.5, 3.25])), "True", f"np.float32({r.choice([1.5, 2.25])})",
                         f"np.int8({r.randint(-5, 5)})", f"np.uint8({r.randint(0, 9)})", "1j", "2", "np.float64(0.1)", "np.int64(3)"])

    def operand(self):
        x = self.r.random()
        if x < 0.62:
            return self.name()
        if x < 0.85:
            return self.scalar()
        if x < 0.95:
            return f"{self.name()}{self.subscript()}"
        return self.array()

    def axis(self, none=True):
        return self.r.choice((["None"] if none else []) + ["0", "-1", "1", "0", "-1", "2" if self.r.random() < 0.2 else "-1"])

    def index(self, extent=None):
        """One part of a subscript."""
        r = self.r
        x = r.random()
        if x < 0.3:
            return str(r.randint(-3, 3))
        if x < 0.6:
            part = lambda: r.choice(["", "", str(r.randint(-4, 4))])
            return f"{part()}:{part()}" + (f":{r.choice([-1, 2, -2, 1, 3])}" if r.random() < 0.4 else "")
        if x < 0.66:
            return "..."
        if x < 0.74:
            return "None"
        if x < 0.9:
            return "[" + ", ".join(str(r.randint(-2, 2)) for _ in range(r.randint(1, 3))) + "]"
        if x < 0.95:
            return f"np.array([[{r.randint(-2, 2)}], [{r.randint(0, 1)}]])"
        return f"{self.name()} > 0"

    def subscript(self):
        r = self.r
        if r.random() < 0.1:
            name = self.name()
            return f"[{name} {r.choice(['>', '<', '==', '!='])} {r.choice(['0', '1', '2'])}]"
        return "[" + ", ".join(self.index() for _ in range(r.choice([1, 1, 1, 2, 2, 3]))) + "]"

    def statement(self):
        kinds = [self.binary] * 14 + [self.unary] * 8 + [self.ufunc_call] * 8 + [self.reduction] * 14 + [self.read] * 14 \
            + [self.write] * 8 + [self.in_place] * 8 + [self.shaping] * 10 + [self.sorting] * 6 + [self.joining] * 5 \
            + [self.creation] * 6 + [self.casting] * 6 + [self.methods_of_ufunc] * 5 + [self.functions] * 12 + [self.view_write] * 4 \
            + [self.attributes] * 3 + [self.scalars] * 4
        return self.r.choice(kinds)()

    def show(self, text):
        return f"show(lambda: ({text}))"

    def binary(self):
        return self.show(f"{self.operand()} {self.r.choice(OPERATORS)} {self.operand()}")

    def unary(self):
        r = self.r
        if r.random() < 0.2:
            return self.show(f"{r.choice(['-', '+', '~', 'abs', 'not '])}({self.operand()})")
        return self.show(f"np.{r.choice(UNARY)}({self.operand()})")

    def ufunc_call(self):
        r = self.r
        name = r.choice(BINARY)
        x = r.random()
        if x < 0.55:
            return self.show(f"np.{name}({self.operand()}, {self.operand()})")
        if x < 0.7:
            return self.show(f"np.{name}({self.operand()}, {self.operand()}, dtype=np.{r.choice(['float64', 'float32', 'int64', 'complex128'])})")
        a = self.name()
        if x < 0.85:
            return self.show(f"np.{name}({a}, {self.operand()}, out={self.name()}.copy())")
        return self.show(f"np.{name}({a}, {self.operand()}, out=np.zeros_like({a}), where={a} > 0)")

    def reduction(self):
        r = self.r
        name = r.choice(REDUCTIONS)
        a = self.name()
        parts = []
        if name.startswith("nan") and "complex" in self.names[a][1]:
            name = name[3:]
        if name == "median" and "complex" in self.names[a][1]:
            a = f"{a}.real"
        if self.names[a[0]][0] == ():
            a = f"np.atleast_1d({a})"
        if r.random() < 0.7:
            parts.append(f"axis={self.axis() if r.random() < 0.85 else r.choice(['(0, 1)', '(0,)', '(-1, 0)'])}")
        if r.random() < 0.3 and name not in ("cumsum", "cumprod"):
            parts.append("keepdims=True")
        if r.random() < 0.1 and name in ("sum", "prod", "mean", "cumsum"):
            parts.append(f"dtype=np.{r.choice(['float32', 'float64', 'int64', 'int8'])}")
        if r.random() < 0.1 and name in ("sum", "prod", "max", "min"):
            parts.append("initial=2")
        if r.random() < 0.1 and name in ("sum", "max", "min", "any", "mean"):
            parts.append(f"where={a} > 0" + (", initial=0" if name in ("max", "min") and not any("initial" in p for p in parts) else ""))
        if r.random() < 0.5 and name in ("sum", "prod", "max", "min", "mean", "any", "all", "argmax", "argmin", "std", "var", "cumsum"):
            return self.show(f"{a}.{name}({', '.join(parts)})")
        return self.show(f"np.{name}({', '.join([a] + parts)})")

    def read(self):
        return self.show(f"{self.name()}{self.subscript()}")

    def write(self):
        a = self.name()
        return f"augment({a!r}, 'x{self.subscript()} = {self.operand()}')"

    def in_place(self):
        r = self.r
        a = self.name()
        op = r.choice(["+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=", "<<=", ">>="])
        target = "x" if r.random() < 0.6 else f"x{self.subscript()}"
        return f"augment({a!r}, '{target} {op} {self.operand()}')"

    def view_write(self):
        r = self.r
        view = r.choice(["x.T", "x[::-1]", "x.reshape(-1)", "x.ravel()", "x[1:]", "x[..., ::2]", "x.real", "x.view()", "x[...]",
                         "x.swapaxes(0, -1)", "np.atleast_2d(x)", "x.flat", "np.squeeze(x)", "x[None]"])
        return f"augment({self.name()!r}, 'v = {view}; v[...] = {self.scalar()}')" if view != "x.flat" else \
            f"augment({self.name()!r}, 'x.flat[{r.randint(0, 3)}] = {self.scalar()}')"

    def shaping(self):
        r = self.r
        a = self.name()
        shape = self.shape()
        return self.show(r.choice([
            f"{a}.reshape({shape})", f"{a}.reshape(-1, {r.randint(1, 4)})", f"{a}.reshape(-1)", f"{a}.T", f"{a}.ravel(order='F')",
            f"np.transpose({a})", f"np.swapaxes({a}, 0, -1)", f"np.moveaxis({a}, 0, -1)", f"np.squeeze({a})",
            f"np.expand_dims({a}, {r.randint(-2, 2)})", f"{a}.flatten()", f"np.broadcast_to({a}, {shape})", f"np.atleast_2d({a})",
            f"np.roll({a}, {r.randint(-3, 3)}, axis={self.axis()})", f"np.flip({a}, axis={self.axis()})", f"np.rot90({a})",
            f"np.repeat(np.atleast_1d({a}), {r.randint(0, 3)}, axis={self.axis()})", f"np.tile({a}, {r.choice(['2', '(2, 1)', '(1, 2)', '0'])})",
            f"np.resize({a}, {shape})", f"np.pad({a}, 1, mode={r.choice(['constant', 'edge', 'reflect', 'wrap'])!r})",
            f"np.delete({a}, {r.randint(-2, 2)}, axis={self.axis()})", f"np.insert({a}, {r.randint(0, 2)}, {self.scalar()}, axis={self.axis()})",
            f"np.append({a}, {self.operand()})", f"np.diagonal({a})", f"np.diag({a})", f"np.triu({a}, {r.randint(-1, 1)})",
            f"np.tril({a})", f"np.array_split({a}, {r.randint(1, 4)})", f"np.fliplr({a})", f"{a}.squeeze().shape", f"{a}.strides if {a}.size and 1 not in {a}.shape else ()",
        ]))

    def sorting(self):
        r = self.r
        a = self.name()
        return self.show(r.choice([
            f"np.sort({a}, axis={self.axis()})", f"np.argsort({a}, axis={self.axis()}, kind='stable')", f"np.unique({a})",
            f"np.unique({a}, return_counts=True)", f"np.unique({a}, return_index=True, return_inverse=True)",
            f"np.searchsorted(np.sort({a}, axis=None), {self.operand()})", f"np.partition({a}, 0, axis=-1).shape",
            f"np.lexsort(({a}, {a}))", f"np.nonzero({a})", f"np.argwhere({a})", f"np.flatnonzero({a})",
            f"np.intersect1d({a}, {self.name()})", f"np.union1d({a}, {self.name()})", f"np.setdiff1d({a}, {self.name()})",
            f"np.isin({a}, {self.operand()})", f"np.digitize({a}, [-1, 0, 2])", f"np.bincount({a})",
        ]))

    def joining(self):
        r = self.r
        function = r.choice(["concatenate", "stack", "hstack", "vstack", "column_stack", "dstack"])
        arrays = ", ".join(self.array() if r.random() < 0.2 else self.name() for _ in range(r.randint(1, 3)))
        axis = f", axis={self.axis(function == 'concatenate')}" if function in ("concatenate", "stack") and r.random() < 0.5 else ""
        return self.show(f"np.{function}([{arrays}]{axis})")

    def creation(self):
        r = self.r
        dtype = r.choice(["float64", "int64", "float32", "uint8", "complex128", "bool_"])
        return self.show(r.choice([
            f"np.zeros({self.shape()}, dtype=np.{dtype})", f"np.ones({self.shape()}, dtype=np.{dtype})",
            f"np.full({self.shape()}, {self.scalar()})", f"np.full_like({self.name()}, {self.scalar()})",
            f"np.arange({r.randint(-3, 3)}, {r.randint(0, 12)}, {r.choice(['1', '2', '0.5', '-1', '3'])})",
            f"np.arange({r.randint(0, 6)}, dtype=np.{r.choice(['float32', 'int8', 'float64'])})",
            f"np.linspace({r.randint(-3, 3)}, {r.randint(0, 12)}, {r.randint(0, 7)})", f"np.eye({r.randint(0, 3)}, k={r.randint(-1, 1)})",
            f"np.zeros_like({self.name()})", f"np.empty_like({self.name()}).shape", f"np.indices(({r.randint(0, 2)}, {r.randint(1, 3)}))",
            f"np.meshgrid({self.name()}, {self.name()})", f"np.tri({r.randint(1, 4)})", f"np.identity({r.randint(0, 3)}, dtype=np.{dtype})",
            f"np.fromfunction(lambda i, j: i + 2 * j, ({r.randint(1, 3)}, {r.randint(1, 3)}))", f"np.vander({self.name()}, 3)",
            f"np.array([{self.name()}, {self.name()}])", f"np.array([[1, 2], [{self.scalar()}, {self.scalar()}]])",
        ]))

    def casting(self):
        r = self.r
        a = self.name()
        dtype = r.choice(["float64", "int64", "float32", "uint8", "int8", "complex128", "bool_", "int32", "float16", "uint16"])
        return self.show(r.choice([
            f"{a}.astype(np.{dtype})", f"{a}.tolist()", f"np.asarray({a}, dtype=np.{dtype})", f"{a}.view(np.{dtype}) if {a}.size else None",
            f"np.can_cast({a}.dtype, np.{dtype})", f"np.promote_types({a}.dtype, np.{dtype})", f"np.result_type({a}, {self.operand()})",
            f"str({a})", f"{a}.item({r.randint(0, 2)})", f"{a}.copy(order='F')", f"np.array2string({a}, precision={r.randint(1, 4)})",
            f"np.round({a}{' + 0' if self.names[a][1] == 'bool' else '.real' if 'complex' in self.names[a][1] else ''}, {r.randint(0, 3)})", f"{a}.tobytes()", f"{a}.byteswap()", f"np.ascontiguousarray({a})",
            f"np.{dtype}({self.operand()})", f"float({self.name()})", f"int({self.name()})", f"bool({self.name()})", f"{a}.real", f"{a}.imag",
        ]))

    def methods_of_ufunc(self):
        r = self.r
        name = r.choice(["add", "multiply", "maximum", "minimum", "logical_or", "bitwise_xor", "subtract", "hypot"])
        a = self.name()
        return self.show(r.choice([
            f"np.{name}.reduce({a}, axis={self.axis()})", f"np.{name}.accumulate(np.atleast_1d({a}), axis={self.axis(False)})",
            f"np.{name}.outer({a}, {self.name()})", f"np.{name}.reduceat({a}, [0, 1])", f"np.{name}.reduce({a})",
            f"(lambda x: (np.{name}.at(x, {r.choice(['0', '[0, 0]', '[-1, 0]', 'slice(None)'])}, {self.scalar()}), x)[1])({a}.copy())",
        ]))

    def functions(self):
        r = self.r
        a, b = self.name(), self.name()
        return self.show(r.choice([
            f"np.where({a} > {b}, {a}, {b})", f"np.where({a})", f"np.clip({a}, {r.randint(-3, 0)}, {r.randint(0, 3)})", f"np.dot({a}, {b})",
            f"{a} @ {b}", f"np.matmul({a}, {b})", f"np.inner({a}, {b})", f"np.outer({a}, {b})", f"np.tensordot({a}, {b}, axes={r.choice([0, 1])})",
            f"np.cumsum({a}, axis={self.axis()})", f"np.diff({a}, axis={self.axis(False)})", f"np.take(np.atleast_1d({a}), {r.choice(['0', '[0, -1]', '[[1], [0]]'])}, axis={self.axis()})",
            f"np.take_along_axis({a}, np.argsort({a}, axis=-1, kind='stable'), axis=-1)", f"np.choose([0, 1, 0], [{a}, {b}])",
            f"np.select([{a} > 0, {a} < 0], [{a}, -{a}], default=0)", f"np.array_equal({a}, {b})", f"np.allclose({a}, {b})",
            f"np.isclose({a}, {b})", f"np.nan_to_num({a})", f"np.real_if_close({a})", f"np.trace({a})", f"np.vdot({a}, {b})",
            f"np.kron({a}, {b})", f"np.average({a})", f"np.percentile({a}, 50)", f"np.gradient({a})", f"np.convolve({a}, {b})",
            f"np.einsum('i,i', {a}, {b})", f"np.einsum('ij->ji', {a})", f"np.compress([True, False, True], np.atleast_1d({a}), axis={self.axis()})",
            f"np.extract({a} > 0, {a})", f"np.broadcast_shapes({a}.shape, {b}.shape)", f"np.ndim({a}), np.size({a}), np.shape({a})",
            f"np.iscomplexobj({a}), np.isrealobj({a})", f"np.apply_along_axis(np.sum, -1, {a})", f"np.histogram({a}.real.astype(float), bins=3)",
            f"np.ediff1d({a})", f"np.nan_to_num({a}, nan=1)", f"np.packbits({a})", f"np.unravel_index({r.randint(0, 3)}, {a}.shape)",
            f"np.linalg.norm({a})", f"np.interp({a}, [0, 1, 2], [3.0, 5.0, -1.0])", f"list(np.ndenumerate({a}))[:3]", f"[x for x in {a}]",
            f"np.maximum.reduce([{a}, {b}])", f"np.ptp({a}, axis={self.axis()})", f"np.fmax({a}, {b})", f"np.divmod({a}, {b})", f"divmod({a}, {self.scalar()})",
            f"np.modf({a})", f"np.frexp({a})", f"np.cross({a}, {b})", f"np.count_nonzero({a} == {b})", f"np.triu_indices(3)", f"np.ravel_multi_index((0,), {a}.shape)",
        ]))

    def attributes(self):
        a = self.name()
        return self.show(f"{a}.shape, {a}.ndim, {a}.size, {a}.dtype, {a}.itemsize, {a}.nbytes, {a}.flags.c_contiguous, {a}.flags.f_contiguous")

    def scalars(self):
        r = self.r
        kind = r.choice(["float64", "float32", "int64", "int8", "uint8", "bool_", "complex128", "float16", "int32", "uint64"])
        value = self.values("bool" if kind == "bool_" else kind, 1)[0]
        return self.show(r.choice([f"np.{kind}({value}) {r.choice(OPERATORS[:-1])} {self.scalar()}", f"{self.scalar()} {r.choice(OPERATORS[:-1])} np.{kind}({value})",
                                   f"str(np.{kind}({value}))", f"f'{{np.{kind}({value})}}'", f"np.{r.choice(UNARY)}(np.{kind}({value}))",
                                   f"hash(np.{kind}({value})) == hash({value})", f"round(np.{kind}({value}), 1)", f"np.{kind}({value}).dtype"]))

    def text(self):
        return PRELUDE + "\n".join(self.lines) + "\n"


PRELUDE = '''import numpy as np
import warnings
warnings.simplefilter("ignore")
def describe(x):
    if isinstance(x, np.ndarray):
        return f"{x!r} {x.dtype} {x.shape}"
    return f"{x!r}"
def show(f):
    try:
        x = f()
        print(describe(x))
    except Exception as e:
        print("!", type(e).__name__)
def augment(name, code):
    names = dict(globals())
    x = names["x"] = globals()[name].copy()
    try:
        exec(code, names)
        print(describe(names["x"]))
    except Exception as e:
        print("!", type(e).__name__)
    if names["x"] is not x:
        print(describe(x))
'''


def program(seed):
    return Program(seed).text()


def numpy_answer(source):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), warnings.catch_warnings(), np.errstate(all="warn"):
        warnings.simplefilter("ignore")
        exec(compile(source, "program", "exec"), {"__name__": "__main__"})
    return out.getvalue()


def nn_answers(nn, sources):
    """What the binary prints for each program; one that ends the process is answered with how it ended."""
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "batch.py"
        while len(answers) < len(sources):
            file.write_text("\n%%\n".join(source.rstrip("\n") for source in sources[len(answers):]) + "\n")
            try:
                done = subprocess.run([nn, "--batch", file], stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
                code, out, err = done.returncode, done.stdout, done.stderr
            except subprocess.TimeoutExpired as e:
                code, out, err = "a time-out", e.stdout or b"", b""
            parts = ("\n" + out.decode(errors="replace")).split("\n%%\n")
            answers += [part + "\n" for part in parts[:-1]]
            if len(answers) < len(sources):
                answers.append(parts[-1] + f"* ended with {code}: {err.decode(errors='replace')[-300:]}\n")
    return answers[:len(sources)]


# Comparison

NUMBER = re.compile(r"(?<![\w.])-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def is_inexact(line):
    return any(word in INEXACT for word in re.findall(r"[a-z_0-9]+", line)) or "**" in line or "@" in line or " / " in line \
        or "complex" in line or "/=" in line


# Equal elements, of which either may come first; which zero is the largest depends on the vectors of NumPy's processor.
NOT_STABLE = re.compile(r"unique|sort|intersect|union|setdiff|partition|max|min")
PRODUCTS = re.compile(
    r"@|dot|matmul|inner|outer|einsum|convolve|kron|trace|\*|power|prod|square|divide| / |/=|reciprocal|cross|multiply")


def spread(text):
    """The text with a space before the sign of each imaginary part: how wide columns are says where one stands."""
    return re.sub(r"(?<=[\d.fn])([-+])(?=[\d.in])", r" \1", text)


def close(left, right, digits):
    """Whether two answers agree but for the last digits of their numbers."""
    blank = lambda text: re.sub(r"[\s+]+", "", NUMBER.sub("#", text))
    left, right = spread(left), spread(right)
    a, b = NUMBER.findall(left), NUMBER.findall(right)
    if len(a) != len(b) or blank(left) != blank(right):
        return False
    for x, y in zip(a, b):
        if x == y:
            continue
        if not any(c in x + y for c in ".eE"):
            return False
        p, q = float(x), float(y)
        shown = max(len(re.sub(r"[^0-9]", "", re.split("[eE]", t)[0]).lstrip("0")) for t in (x, y))
        places = max(len(re.split("[eE]", t)[0].partition(".")[2]) for t in (x, y))
        exponent = max(int(t.lower().partition("e")[2] or 0) for t in (x, y))
        last = 10.0 ** (exponent - places) * 1.01 if shown >= 3 else 0
        if abs(p - q) > max(digits * max(abs(p), abs(q)), last, digits):
            return False
    return True


def tolerance(line, text):
    if "float16" in line + text or re.search(r"np\.u?int8|np\.bool", line):
        return 4e-3
    if "float32" in line + text or "complex64" in line + text or re.search(r"np\.u?int16", line):
        return 1e-5
    return 2e-14


def unsigned(text):
    """The text without spaces and signs of zeros."""
    return re.sub(r"\s", "", re.sub(r"[-+](?=0\.?0*(?:e[-+]00)?(?![\d.e]))", "", spread(text)))


def same(source, expected, answer):
    if expected == answer:
        return True
    if "hash(" in source and "nan" in source:
        # By where the object stands in memory.
        return True
    if NOT_STABLE.search(source) and unsigned(expected) == unsigned(answer):
        return True
    if "j" in expected and ("nan" in expected or "inf" in expected) and PRODUCTS.search(source):
        # Sums of products of infinities: what comes out depends on the order.
        return not answer.startswith("!")
    return close(expected, answer, tolerance(source, expected)) if is_inexact(source) else False


def parts(source):
    """The lines before the statements, and the statements."""
    body = source[len(PRELUDE):].rstrip("\n").split("\n")
    first = next(i for i, line in enumerate(body) if line.startswith(("show(", "augment(")))
    return body[:first], body[first:]


def marked(source):
    """The program with a line `%N` before each answer, so that answers can be told apart."""
    setup, statements = parts(source)
    lines = list(setup)
    for number, statement in enumerate(statements):
        lines += [f"print('%{number}')", statement]
    return PRELUDE + "\n".join(lines) + "\n"


def split(answer):
    answers = {}
    for part in ("\n" + answer).split("\n%")[1:]:
        head, _, text = part.partition("\n")
        answers[head] = text.strip("\n")
    return answers


def differences(source, expected, answer):
    setup, statements = parts(source)
    left, right = split(expected), split(answer)
    for number, statement in enumerate(statements):
        a, b = left.get(str(number), "(nothing)"), right.get(str(number), "(nothing)")
        if not same("\n".join(used(setup, statement)), a, b):
            yield statement, a, b


def used(setup, statement):
    names = set(re.findall(r"\b[a-f]\b", statement))
    return [line for line in setup if line[0] in names] + [statement]


def kind(statement, a, b):
    words = re.findall(r"np\.[a-z_0-9.]+|\.[a-z]+\(|//=|\*\*|[-+*/%&|^<>=]=|<<|>>| [-+*/%&|^<>@] ", statement)
    words = [w for w in words if w not in ("np.s_",)]
    return (words[0] if words else statement[:12], a.startswith("!") and a, b.startswith("!") and b)


def compare(options):
    kinds = collections.OrderedDict()
    count = 0
    starts = range(options.first, options.first + options.count, PART)

    def part(start):
        sources = [marked(program(seed)) for seed in range(start, min(start + PART, options.first + options.count))]
        return start, sources, nn_answers(options.nn, sources)

    options.keep.mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for start, sources, answers in pool.map(part, starts):
            for offset, (source, answer) in enumerate(zip(sources, answers)):
                plain = program(start + offset)
                setup, statements = parts(plain)
                count += len(statements)
                for statement, a, b in differences(plain, numpy_answer(source), answer):
                    kinds.setdefault(kind(statement, a, b), []).append((start + offset, used(setup, statement), a, b))
    wrong = sum(map(len, kinds.values()))
    for name, cases in sorted(kinds.items(), key=lambda item: -len(item[1]))[:options.kinds]:
        seed, lines, a, b = min(cases, key=lambda case: sum(map(len, case[1])))
        (options.keep / f"{seed}.py").write_text(PRELUDE + "\n".join(lines) + "\n")
        print(f"---- {len(cases)} times, as in seed {seed}:")
        print("    " + "\n    ".join(lines))
        print(f"  expected: {a[:400]}\n  answered: {b[:400]}")
    print(f"{count - wrong} of {count} expressions agree" + (f"; programs of the others are kept in {options.keep}" if wrong else ""))
    return not wrong


def record(first, count):
    """Files of programs and answers, each answer behind a line `%N`, with `~` where its numbers are not exact."""
    folder = FOLDER / "recorded_arrays"
    folder.mkdir(exist_ok=True)
    for start in range(first, first + count, PART):
        text = ""
        for seed in range(start, min(start + PART, first + count)):
            source = marked(program(seed))
            setup, statements = parts(program(seed))
            answers = split(numpy_answer(source))
            text += f"%%%% {seed}\n{source}%%%% prints\n"
            for number, statement in enumerate(statements):
                lines = "\n".join(used(setup, statement))
                answer = answers[str(number)]
                mark = f" ~ {tolerance(lines, answer)}" if is_inexact(lines) or NOT_STABLE.search(lines) else ""
                text += f"%{number}{mark}\n{answer}\n"
        (folder / f"{start:05d}.txt").write_text(text)
    print(f"{count} programs in {folder}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("first", nargs="?", type=int, default=0)
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--nn", default=str(ROOT / ".build/release/nn"))
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--show", action="store_true", help="print the program of the first seed")
    parser.add_argument("--keep", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "nn-differential-arrays")
    parser.add_argument("--kinds", type=int, default=40, help="how many kinds of differences are shown")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if options.show:
        return print(program(options.first), end="")
    if options.record:
        return record(options.first, options.count)
    options.nn = os.path.abspath(options.nn)
    if not os.access(options.nn, os.X_OK):
        sys.exit(f"no interpreter at {options.nn}: build it first, or give --nn")
    if not compare(options):
        sys.exit(1)


main()
