def load(text):
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError("cannot load") from e


load("x")
