"""Members of numpy.typing."""
