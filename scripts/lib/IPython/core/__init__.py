"""IPython, as far as notebooks name its inner modules."""
