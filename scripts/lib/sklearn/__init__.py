"""The parts of scikit-learn that teaching programs use most."""

__version__ = '1.5.0'
