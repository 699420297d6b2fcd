z, w = 3 + 4j, 1 - 2j
print(z + w, z - w, z * w, z / w, z ** 2, -z, abs(z), z.conjugate(), z.real, z.imag)
print(z == 3 + 4j, z != w, bool(0j), 1j * 1j, complex(2), complex("1+2j"), complex(0, -1))
print([complex(round(x.real, 6), round(x.imag, 6)) for x in (z ** 0.5, w ** -1, 2 ** z)])


def roots(a, b, c):
    d = (b * b - 4 * a * c) ** 0.5
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


print(roots(1, -3, 2), roots(1, 2, 1))


def mandelbrot(c, limit=30):
    z = 0j
    for n in range(limit):
        z = z * z + c
        if abs(z) > 2:
            return n
    return limit


for y in range(-6, 7, 2):
    print("".join(" .:-=+*#%@"[min(9, mandelbrot(complex(x / 12, y / 6)) // 3)] for x in range(-26, 10)))


def dft(xs):
    n = len(xs)
    unit = [complex(1, 0), complex(0, -1), complex(-1, 0), complex(0, 1)]
    return [sum(x * unit[k * i % 4] for i, x in enumerate(xs)) for k in range(n)]


print(dft([1, 2, 3, 4]))
print(f"{z:.2f} {w!r} {z}", str(1e20j), repr(-0j), 1e-7 + 1j)
for bad in (lambda: z < w, lambda: z // w, lambda: int(z), lambda: z % 2, lambda: complex("x"), lambda: z / 0):
    try:
        print(bad())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
print(sum([1j, 2, 3.5]), {1 + 0j: "one"}[1], hash(2 + 0j) == hash(2), sorted([3j, 1j, 2j], key=abs))
