"""`numpy.ma.extras`: statistics of masked arrays."""
