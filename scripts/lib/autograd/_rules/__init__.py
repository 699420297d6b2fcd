"""The derivatives of NumPy's functions that need not be fast: each function here stands in for the one of its name when
an argument is being differentiated, and is written with functions that have derivatives, or records one of its own."""

from autograd._rules.folding import *
from autograd._rules.running import *
from autograd._rules.order import *
from autograd._rules.choices import *
from autograd._rules.nans import *
from autograd._rules.joining import *
from autograd._rules.writes import *
from autograd._rules.products import *
from autograd._rules.polynomials import *
from autograd._rules.elementwise import *
from autograd._rules.linalg import *
from autograd._rules.fft import *
from autograd._rules.ufuncs import *

# The rules of functions that only the library calls.
from autograd._rules.polynomials import _interp
from autograd._rules.linalg import (
    _linalg_cholesky, _linalg_eig, _linalg_eigh, _linalg_lu, _linalg_slogdet, _linalg_solve, _linalg_svd)
from autograd._rules.fft import _fourier_transform
