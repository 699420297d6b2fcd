"""Writes the broken archives of data/: `python3 make_data.py`. Not run by the tests."""
import io
import pathlib
import struct
import zlib

import numpy as np

magic = b"\x93NUMPY"


def header(text, version=1, length=None):
    data = text.encode("latin-1")
    data += b" " * (-(len(data) + 11) % 64) + b"\n"
    size = len(data) if length is None else length
    return magic + bytes([version, 0]) + (struct.pack("<H", size) if version == 1 else struct.pack("<I", size)) + data


def described(shape, descr="'<f8'", order="False"):
    return header("{'descr': %s, 'fortran_order': %s, 'shape': %s, }" % (descr, order, shape))


def member(name, data, method=0, crc=None, size=None, packed=None, offset=0):
    """One file's local header with its data, and its entry in the directory."""
    packed = data if packed is None else packed
    crc = zlib.crc32(data) if crc is None else crc
    size = len(data) if size is None else size
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, method, 0, 33, crc, len(packed), size, len(name), 0) + name + packed
    entry = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, method, 0, 33, crc, len(packed), size, len(name), 0, 0, 0, 0, 0, offset) + name
    return local, entry


def archive(local, entry, count=1, offset=None):
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(entry), len(local) if offset is None else offset, 0)
    return local + entry + end


good = io.BytesIO()
np.save(good, np.arange(6.0).reshape(2, 3))
good = good.getvalue()
bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
zeros = described("(50000000,)", "'|u1'") + b"\0" * 50_000_000
bomb = bomb.compress(zeros) + bomb.flush()
packed = zlib.compressobj(9, zlib.DEFLATED, -15)
packed = packed.compress(good) + packed.flush()
archives = {
    "honest": archive(*member(b"a.npy", good)),
    "packed": archive(*member(b"a.npy", good, 8, packed=packed)),
    "wrong checksum": archive(*member(b"a.npy", good, crc=1)),
    "wrong checksum of packed data": archive(*member(b"a.npy", good, 8, crc=1, packed=packed)),
    "damaged packed data": archive(*member(b"a.npy", good, 8, packed=packed[:20] + b"\xff\xff\xff" + packed[23:])),
    "packed data cut off": archive(*member(b"a.npy", good, 8, packed=packed[:-9])),
    "size of four gigabytes": archive(*member(b"a.npy", good, size=4_000_000_000)),
    "packed size of four gigabytes": archive(*member(b"a.npy", good, 8, size=4_000_000_000, packed=packed)),
    "unpacks to more than it says": archive(*member(b"a.npy", zeros, 8, crc=7, size=200, packed=bomb)),
    "unknown method": archive(*member(b"a.npy", good, 77)),
    "offset beyond the file": archive(*member(b"a.npy", good, offset=1_000_000)),
    "no directory": member(b"a.npy", good)[0],
    "directory cut off": archive(*member(b"a.npy", good))[:-30],
    "half an archive": archive(*member(b"a.npy", good))[:100],
    "many members promised": archive(*member(b"a.npy", good), count=65000),
    "directory beyond the file": archive(*member(b"a.npy", good), offset=100_000_000),
    "huge array inside": archive(*member(b"a.npy", described("(1000000000000,)"))),
    "objects inside": archive(*member(b"a.npy", described("(1,)", "'|O'") + b"\x80\x04K\x01.")),
}
folder = pathlib.Path(__file__).resolve().parent / "data"
folder.mkdir(exist_ok=True)
for name, data in archives.items():
    (folder / (name.replace(" ", "_") + ".npz")).write_bytes(data)
