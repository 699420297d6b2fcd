"""Builtin functions with progress bars."""

from tqdm.std import tqdm


def tenumerate(iterable, start=0, total=None, tqdm_class=tqdm, **tqdm_kwargs):
    """`enumerate` with a bar."""
    return enumerate(tqdm_class(iterable, total=total, **tqdm_kwargs), start)


def tzip(iter1, *iter2plus, **tqdm_kwargs):
    """`zip` with a bar."""
    kwargs = dict(tqdm_kwargs)
    tqdm_class = kwargs.pop('tqdm_class', tqdm)
    yield from zip(tqdm_class(iter1, **kwargs), *iter2plus)


def tmap(function, *sequences, **tqdm_kwargs):
    """`map` with a bar."""
    for values in tzip(*sequences, **tqdm_kwargs):
        yield function(*values)
