class Res:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


with Res() as r:
    x = 1
    r.missing()
