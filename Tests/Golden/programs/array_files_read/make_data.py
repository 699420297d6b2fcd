"""Writes data/ with NumPy: `python3 make_data.py`. Not run by the tests."""
import pathlib
import numpy as np

folder = pathlib.Path(__file__).resolve().parent / "data"
folder.mkdir(exist_ok=True)
r = np.random.RandomState(1)
for dtype in ("?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"):
    a = r.rand(2, 3) > 0.5 if dtype == "?" else (r.rand(2, 3) * 200 - (0 if dtype[0] == "u" else 100)).astype(dtype)
    if dtype[0] == "c":
        a = a + np.array(1j, dtype=dtype) * 2
    name = dtype.replace("?", "bool")
    np.save(folder / f"{name}_c.npy", np.ascontiguousarray(a))
    np.save(folder / f"{name}_fortran.npy", np.asfortranarray(a))
    if np.dtype(dtype).itemsize > 1:
        np.save(folder / f"{name}_big.npy", a.astype(a.dtype.newbyteorder(">")))
        np.save(folder / f"{name}_big_fortran.npy", np.asfortranarray(a.astype(a.dtype.newbyteorder(">"))))
np.save(folder / "text.npy", np.array(["abc", "", "日本"]))
np.save(folder / "text_big.npy", np.array(["abc", "", "日本"]).astype(">U3"))
np.save(folder / "bytes.npy", np.array([b"ab", b"", b"xyz"]))
np.save(folder / "scalar.npy", np.float64(2.5))
np.save(folder / "empty.npy", np.zeros((0, 3)))
np.save(folder / "deep.npy", np.arange(24, dtype=np.int16).reshape(2, 3, 4)[:, ::-1])
np.save(folder / "record.npy", np.array([(1, 2.5, "a"), (2, -1.0, "bc")], dtype=[("n", "i4"), ("x", "f8"), ("t", "U2")]))
with open(folder / "version2.npy", "wb") as f:
    np.lib.format.write_array(f, np.arange(3.0), version=(2, 0))
with open(folder / "version3.npy", "wb") as f:
    np.lib.format.write_array(f, np.arange(3), version=(3, 0))
np.savez(folder / "plain.npz", np.arange(3), x=np.eye(2), text=np.array(["a", "bc"]), big=np.arange(3, dtype=">i4"))
np.savez_compressed(folder / "packed.npz", a=np.arange(2000).reshape(40, 50)[::20, ::25], f=np.asfortranarray(r.rand(2, 2)), empty=np.zeros(0))
np.savetxt(folder / "plain.txt", r.rand(3, 2))
np.savetxt(folder / "comma.csv", r.rand(2, 3), delimiter=",", header="one, two", fmt="%.5f")
np.savetxt(folder / "int.txt", r.randint(-9, 9, (2, 4)), fmt="%d")
np.savetxt(folder / "complex.txt", r.rand(2) + 1j * r.rand(2))
np.savetxt(folder / "column.txt", r.rand(4))
np.savetxt(folder / "names.csv", r.rand(2, 2), delimiter=",", header="first,second", comments="", fmt="%.4f")
