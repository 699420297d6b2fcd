"""`numpy.ma.core`: what `numpy.ma` has."""
