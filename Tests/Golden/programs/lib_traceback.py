import io
import timeit
import traceback


def fail(n):
    if n:
        fail(n - 1)
    raise ValueError('deep')


try:
    fail(0)
except ValueError as e:
    lines = traceback.format_exception(e)
    print(lines[0], lines[-1], traceback.format_exception_only(e), traceback.format_exc().splitlines()[-1])
    print([f.name for f in traceback.extract_tb(e.__traceback__)])
try:
    try:
        {}['k']
    except KeyError as e:
        raise RuntimeError('outer') from e
except RuntimeError as e:
    text = ''.join(traceback.format_exception(e))
    print([line for line in text.splitlines() if not line.startswith(' ')])
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue().splitlines()[-1])
try:
    try:
        [][1]
    except IndexError:
        raise TypeError('second')
except TypeError as e:
    print([line for line in traceback.format_exc().splitlines() if not line.startswith(' ')])


class Custom(Exception):
    pass


print(traceback.format_exception_only(Custom('x')), traceback.format_exception_only(Custom()), traceback.format_exception_only(ValueError, ValueError('a\nb')))
print(traceback.format_exc())
t = timeit.timeit('x = 3 + 4', number=100)
print(t > 0, len(timeit.repeat('pass', repeat=3, number=10)), timeit.timeit(lambda: sum(range(10)), number=10) > 0, timeit.timeit('f(2)', globals={'f': abs}, number=5) >= 0)
print(timeit.Timer('a + b', 'a = 1; b = 2').timeit(10) >= 0, timeit.default_number)
calls = []
timeit.timeit(lambda: calls.append(1), setup=lambda: calls.append('s'), number=3)
print(calls)
for bad in (3, None):
    try:
        timeit.timeit(bad)
    except ValueError as e:
        print(e)
