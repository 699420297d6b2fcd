"""Reads the files in data/, which NumPy wrote (make_data.py), and writes arrays of the same kinds."""
import binascii
import io
import os

import numpy as np

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
for name in sorted(os.listdir(folder)):
    path = os.path.join(folder, name)
    if name.endswith(".npy"):
        a = np.load(path)
        print(name, a.dtype.str[1:], a.dtype.names, a.shape, a.flags.f_contiguous, a.flags.writeable)
        print(a.tolist())
        again = io.BytesIO()
        np.save(again, a)
        if ">" not in str(a.dtype) and "big" not in name:
            with open(path, "rb") as f:
                print("written alike:", f.read() == again.getvalue())
    elif name.endswith(".npz"):
        with np.load(path) as archive:
            print(name, sorted(archive.files), len(archive), "x" in archive)
            for key in sorted(archive):
                print(key, archive[key].dtype.kind, archive[key].shape, archive[key].tolist())
    else:
        with open(path) as f:
            first = f.readline()
        if name.startswith("names"):
            a = np.genfromtxt(path, delimiter=",", names=True)
            print(name, a.dtype.names, [a[n].tolist() for n in a.dtype.names])
            continue
        comma = "," if "," in first else None
        a = np.loadtxt(path, delimiter=comma, dtype=complex if "complex" in name else int if "int" in name else float)
        print(name, a.dtype, a.shape)
        print(a.tolist())

r = np.random.RandomState(4)
for dtype in ("bool", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16", "U3", "S4"):
    if dtype == "bool":
        a = r.rand(3, 4) > 0.5
    elif dtype[0] in "iu":
        a = r.randint(0, 100, (3, 4)).astype(dtype)
    elif dtype[0] in "fc":
        a = (r.rand(3, 4) * 8 - 4).astype(dtype)
    else:
        a = np.array(["a", "bcd", "", "xy"], dtype=dtype)
    for order in "CF":
        file = io.BytesIO()
        np.save(file, np.array(a, order=order))
        print(dtype, order, len(file.getvalue()), binascii.crc32(file.getvalue()))
        file.seek(0)
        print(bool((np.load(file) == a).all()))
for options in ({}, {"fmt": "%.3f"}, {"fmt": "%d", "delimiter": ","}, {"fmt": ["%.1f", "%5.2e", "%g"], "header": "a b c", "footer": "end"},
                {"delimiter": "; ", "newline": "\r\n", "comments": "// ", "header": "x"}):
    file = io.StringIO()
    np.savetxt(file, r.rand(2, 3) * 100, **options)
    print(repr(file.getvalue()))
file = io.BytesIO()
np.savetxt(file, r.rand(3))
np.savetxt(file, np.array([1 + 2j, -0.5j]))
print(file.getvalue().decode())
