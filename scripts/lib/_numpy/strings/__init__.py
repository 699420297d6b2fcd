"""Functions of arrays of text."""
