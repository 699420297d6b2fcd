"""Members of numpy.random."""
