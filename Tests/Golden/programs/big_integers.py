def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print(fib(100), fib(300))
f = 1
for i in range(1, 51):
    f *= i
print(f, len(str(f)), sum(map(int, str(f))))
print(2 ** 127 - 1, (2 ** 127 - 1) % 1000000007, hex(2 ** 100), bin(2 ** 66)[:10])
p, q = 61, 53
n, phi = p * q, (p - 1) * (q - 1)
e = 17
d = pow(e, -1, phi)
message = 65
c = pow(message, e, n)
print(n, d, c, pow(c, d, n))
a, b = 10 ** 40 + 123456789, 10 ** 20 - 987654321
print(a + b, a - b, a * b, a // b, a % b, divmod(-a, b), -a // b, -a % b)
print(a & b, a | b, a ^ b, ~a, a >> 30, b << 30, (-a) >> 50)
print(a > b, a == 10 ** 40 + 123456789, float(a), int(1e25), a / b, round(a, -20))
print(f"{a:,}", f"{b:_}", f"{b:x}", f"{a:e}", "%d" % a, str(a)[::-1])
print(int("123456789" * 5), int("ff" * 10, 16), (2 ** 70).bit_length(), (2 ** 70).to_bytes(9, "big"))


def is_prime(n, bases=(2, 3, 5, 7, 11, 13, 17, 19, 23)):
    if n < 2 or n % 2 == 0:
        return n == 2
    r, s = n - 1, 0
    while r % 2 == 0:
        r //= 2
        s += 1
    for a in bases:
        if a % n == 0:
            continue
        x = pow(a, r, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([n for n in range(100) if is_prime(n)], is_prime(2 ** 61 - 1), is_prime(2 ** 67 - 1), is_prime(2 ** 89 - 1))


def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x, y = y, (y + n // y) // 2
    return x


print(isqrt(2 * 10 ** 60), isqrt(10 ** 30) ** 2)
