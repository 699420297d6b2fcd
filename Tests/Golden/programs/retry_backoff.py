class Flaky:
    def __init__(self, failures):
        self.left = failures
        self.calls = 0

    def __call__(self, x):
        self.calls += 1
        if self.left > 0:
            self.left -= 1
            raise ConnectionError(f"attempt {self.calls} failed")
        return x * 2


def retry(times, exceptions=(Exception,), log=print):
    def wrap(f):
        def inner(*args):
            delay = 1
            for attempt in range(1, times + 1):
                try:
                    result = f(*args)
                except exceptions as e:
                    log(f"  {e}; waiting {delay}")
                    delay *= 2
                    if attempt == times:
                        raise
                else:
                    return result, attempt
        return inner
    return wrap


print(retry(3)(Flaky(2))(21))
try:
    retry(2)(Flaky(5))(1)
except ConnectionError as e:
    print("gave up:", e)
try:
    retry(5, exceptions=(KeyError,))(Flaky(1))(1)
except ConnectionError as e:
    print("not retried:", e)
quiet = []
print(retry(4, log=quiet.append)(Flaky(3))("ab"), len(quiet))
