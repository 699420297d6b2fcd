def is_prime(n):
    d = 2
    while d * d <= n:
        if n % d == 0:
            break
        d += 1
    else:
        return n > 1
    return False


print([n for n in range(50) if is_prime(n)])
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
    print(n)
else:
    print("done", n)
while True:
    n += 1
    if n > 2:
        break
else:
    print("never")
print(n)
