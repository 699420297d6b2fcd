from math import sqrt
from math import no_such_function
