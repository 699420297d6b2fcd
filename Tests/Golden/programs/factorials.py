def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


for n in [5, 20, 21, 25, 50, 100]:
    print(n, factorial(n))
print(factorial(100) // factorial(98), factorial(30) % 1000007)
digits = str(2 ** 1000)
print(len(digits), sum([int(d) for d in digits]))
a, b, n = 0, 1, 0
while len(str(a)) < 50:
    a, b, n = b, a + b, n + 1
print(n, a)


def power_mod(base, exponent, modulus):
    result = 1
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


p = 2 ** 127 - 1
print(power_mod(3, p - 1, p), pow(3, 10 ** 15, 10 ** 9 + 7))
print(-7 ** 30 // 10 ** 9, divmod(-10 ** 25, 3))
e = 1
for k in range(1, 40):
    e = e * k + 1
print(e * 10 ** 30 // factorial(39))
