"""The limits of the types of numbers."""

import numpy as np

__name__ = 'numpy'


class finfo:
    """The limits of a type of floats: `eps`, `max`, `min`, `tiny`, `resolution`, `bits` and more."""

    def __init__(self, dtype):
        try:
            dtype = np.dtype(dtype)
        except TypeError:
            dtype = np.dtype(type(dtype))
        if dtype.kind == 'c':
            dtype = np.dtype({8: 'float32', 16: 'float64'}[dtype.itemsize])
        if dtype.kind != 'f':
            raise ValueError(f'data type {dtype.type!r} not inexact')
        scalar = dtype.type
        self.dtype = dtype
        self.bits = 8 * dtype.itemsize
        self.nmant = {16: 10, 32: 23, 64: 52}[self.bits]
        self.nexp = self.bits - self.nmant - 1
        self.iexp = self.nexp
        self.maxexp = 2 ** (self.nexp - 1)
        self.minexp = 2 - self.maxexp
        self.machep = -self.nmant
        self.negep = -self.nmant - 1
        self.precision = {16: 3, 32: 6, 64: 15}[self.bits]
        self.eps = scalar(2.0 ** -self.nmant)
        self.epsneg = scalar(2.0 ** (-self.nmant - 1))
        self.resolution = scalar(10.0 ** -self.precision)
        self.max = scalar((2 - 2.0 ** -self.nmant) * 2.0 ** (self.maxexp - 1))
        self.min = -self.max
        self.smallest_normal = scalar(2.0 ** self.minexp)
        self.tiny = self.smallest_normal
        self.smallest_subnormal = scalar(2.0 ** (self.minexp - self.nmant))

    def __str__(self):
        line = '-' * 63 + '\n'
        return (
            f'Machine parameters for {self.dtype}\n{line}'
            f'precision = {self.precision}   resolution = {self.resolution!s}\n'
            f'machep = {self.machep}   eps =        {self.eps!s}\n'
            f'negep =  {self.negep}   epsneg =     {self.epsneg!s}\n'
            f'minexp = {self.minexp}   tiny =       {self.tiny!s}\n'
            f'maxexp = {self.maxexp}   max =        {self.max!s}\n'
            f'nexp =   {self.nexp}   min =        -max\n'
            f'smallest_normal = {self.smallest_normal!s}   smallest_subnormal = {self.smallest_subnormal!s}\n{line}')

    def __repr__(self):
        return (f'finfo(resolution={self.resolution!s}, min={self.min!s}, max={self.max!s}, dtype={self.dtype})')


class iinfo:
    """The limits of a type of integers: `min`, `max`, `bits`."""

    def __init__(self, int_type):
        try:
            self.dtype = np.dtype(int_type)
        except TypeError:
            self.dtype = np.dtype(type(int_type))
        self.kind = self.dtype.kind
        self.bits = 8 * self.dtype.itemsize
        self.key = f'{self.kind}{self.bits}'
        if self.kind not in 'iu':
            raise ValueError(f'Invalid integer data type {self.kind!r}.')

    @property
    def min(self):
        return 0 if self.kind == 'u' else -(1 << (self.bits - 1))

    @property
    def max(self):
        return (1 << self.bits) - 1 if self.kind == 'u' else (1 << (self.bits - 1)) - 1

    def __str__(self):
        return (
            f'Machine parameters for {self.dtype}\n'
            '---------------------------------------------------------------\n'
            f'min = {self.min}\nmax = {self.max}\n'
            '---------------------------------------------------------------\n')

    def __repr__(self):
        return f'iinfo(min={self.min}, max={self.max}, dtype={self.dtype})'
