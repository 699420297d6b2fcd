"""Tools around derivatives."""

from autograd.misc.flatten import flatten, flatten_func
from autograd.misc.fixed_points import fixed_point
