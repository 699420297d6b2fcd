"""Arrays some of whose elements count as missing: `numpy.ma`."""
