class Res:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        raise ValueError("exit")


with Res():
    x = 1
    y = 2
