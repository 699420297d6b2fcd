"""The classes of record arrays under their older names."""

import numpy as np

__name__ = 'numpy'

recarray = np.rec.recarray
record = np.rec.record
