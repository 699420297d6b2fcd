# A scalar loop in a function.
import time


def loop(n):
    s = 0
    for i in range(n):
        s = s + i * 2
    return s


start = time.perf_counter()
result = loop(2000000)
seconds = time.perf_counter() - start
print(result)
print("seconds", seconds)
