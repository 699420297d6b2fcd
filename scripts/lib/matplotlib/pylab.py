"""The older place of `pylab`."""

from pylab import *
