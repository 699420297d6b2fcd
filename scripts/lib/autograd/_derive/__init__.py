"""The backward pass of a function as a program that one reads: derive. A recording says what the function did; here the
cotangents are carried back as sums of products (autograd._sums), each operation by its text (autograd._texts), and
written down where a product of matrices, a sum or a choice reads them."""

from autograd._derive.derivation import Derivation
from autograd._derive.writer import Again, Writer
