def run(f):
    return f()


run(lambda: 1)
run(5)
