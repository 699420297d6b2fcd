"""A stand-in for matplotlib.pyplot while recording: every call is accepted and nothing is drawn."""


class Anything:
    """An object whose attributes and results are again such objects."""

    def __getattr__(self, name):
        return Anything()

    def __call__(self, *args, **kwargs):
        return Anything()


rcParams = {}


def __getattr__(name):
    return Anything()
