"""Each operation as a text: what it computes, and how its cotangent goes on to the operands."""

from autograd._texts.names import canonical, is_constant, whole
from autograd._texts.expressions import forward, key_text
from autograd._texts.rules import is_elementwise, is_linear_product, key_as_value
from autograd._texts.cotangents import back, fused
from autograd._texts.places import back_write

# Their rules enter the table.
import autograd._texts.slopes
import autograd._texts.reductions
import autograd._texts.products
import autograd._texts.shapes
