"""The functions that differentiate functions."""

from autograd._operators import *
