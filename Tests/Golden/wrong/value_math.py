import math

math.sqrt(4)
x = (1 +
     math.sqrt(-4))
