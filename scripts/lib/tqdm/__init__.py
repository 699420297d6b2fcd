"""Progress bars on standard error."""

import sys

from tqdm.std import TqdmDeprecationWarning, TqdmExperimentalWarning, TqdmKeyError, TqdmTypeError, TqdmWarning, tqdm, trange

__version__ = '4.67.1'
tqdm_notebook, tnrange = tqdm, trange


def progress(iterable, **options):
    """Go through something while a bar at the terminal shows how far that is; nothing where there is no terminal."""
    return tqdm(iterable, **{'disable': not sys.stderr.isatty(), **options})
