log = []


def f():
    try:
        int("q")
    finally:
        log.append(1)


f()
