# Recursive calls.
import time


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


start = time.perf_counter()
result = fib(30)
seconds = time.perf_counter() - start
print(result)
print("seconds", seconds)
