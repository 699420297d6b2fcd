data = bytes(range(65, 75)) + b"\x00\xff"
print(data, len(data), data[0], data[2:5], data[::-1], list(data[:3]))
print(data.hex(), data.hex(" ", 2), bytes.fromhex("48 65 6c6c6f"))
text = "Grüße, 世界"
encoded = text.encode("utf-8")
print(encoded, len(text), len(encoded), encoded.decode() == text)


def hexdump(data, width=8):
    for offset in range(0, len(data), width):
        row = data[offset:offset + width]
        left = " ".join(f"{b:02x}" for b in row)
        right = "".join(chr(b) if 32 <= b < 127 else "." for b in row)
        print(f"{offset:04x}  {left:<{width * 3}} {right}")


hexdump(encoded + b"\n\t\x7f")
buf = bytearray(b"hello")
buf[0] = ord("J")
buf += b" world"
buf[5:6] = b"--"
del buf[-1]
print(buf, buf.upper(), bytes(buf), buf.find(b"w"), buf.count(b"l"))


def xor(data, key):
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))


secret = xor(b"attack at dawn", b"key")
print(secret, xor(secret, b"key"))


def rle(data):
    out, i = [], 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i]:
            j += 1
        out.append((data[i], j - i))
        i = j
    return out


print(rle(b"aaabccd"), b"".join(bytes([v]) * n for v, n in rle(b"aaabccd")))
print(int.from_bytes(b"\x01\x02", "big"), (513).to_bytes(2, "little"), sum(b"abc"), max(b"abc"))
for bad in (lambda: b"a" + "b", lambda: bytes([300]), lambda: b"\xff".decode(), lambda: b"abc"[9], lambda: "é".encode("ascii")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(b"a,b,c".split(b","), b"-".join([b"x", b"y"]), b"  trim ".strip(), b"abc" < b"abd", b"x" in b"xyz", 120 in b"xyz")
