"""NumPy's and pyplot's names together."""

from numpy import *
from numpy.fft import *
from numpy.linalg import *
from numpy.random import *
from matplotlib.pyplot import *
from matplotlib import pyplot, rcParams
import matplotlib.pyplot as plt
import numpy as np
