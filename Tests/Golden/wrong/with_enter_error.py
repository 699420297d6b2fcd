class Res:
    def __enter__(self):
        raise OSError("cannot enter")

    def __exit__(self, *args):
        pass


with Res():
    pass
