"""The parts of SciPy that teaching programs use most."""

__version__ = '1.17.1'
