def f():
    try:
        return 1
    finally:
        [][0]


f()
