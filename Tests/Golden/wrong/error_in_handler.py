def f():
    try:
        {}["a"]
    except KeyError:
        return undefined


f()
