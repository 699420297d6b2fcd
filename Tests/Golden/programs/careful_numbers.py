"""Errors of floating point, and how numbers print."""
import numpy as np

x = np.array([1.0, 0.0, -1.0])
with np.errstate(divide="ignore", invalid="ignore"):
    print(x / 0, np.log(x))
for kind in ("divide", "invalid"):
    try:
        with np.errstate(**{kind: "raise"}, **({"invalid": "ignore"} if kind == "divide" else {"divide": "ignore"})):
            x / 0
    except FloatingPointError as problem:
        print(kind, problem)
seen = []
old = np.seterrcall(lambda text, flag: seen.append((text, flag)))
with np.errstate(all="call"):
    x / 0
    np.exp(np.array([1e4]))
np.seterrcall(old)
print(seen, np.geterr())


@np.errstate(over="raise")
def power(base, exponent):
    return np.power(base, exponent)


try:
    power(np.array([10.0]), 400)
except FloatingPointError as problem:
    print(problem)
values = np.array([1e-12, 3.14159265, 12345.678])
print(values)
with np.printoptions(precision=3, suppress=True):
    print(values)
with np.printoptions(formatter={"float_kind": lambda v: f"<{v:.2e}>"}):
    print(values)
for value in values:
    print(np.format_float_positional(value, precision=4), np.format_float_scientific(value, precision=3),
          np.format_float_positional(value, unique=False, precision=6, trim="-"))
print(np.array2string(values, separator=" | ", precision=2), np.base_repr(255, 16), np.binary_repr(-5, 8))
print(np.packbits([1, 0, 1, 1, 0, 0, 0, 1]), np.unpackbits(np.array([177], dtype=np.uint8)))
print(np.nan_to_num([np.nan, np.inf, -np.inf], posinf=1e3, neginf=-1e3))
print(np.unwrap([0.0, 3.0, 6.2, 9.6 - 2 * np.pi]).round(4), np.gradient(np.array([1.0, 4, 9, 16, 25]), edge_order=2))
