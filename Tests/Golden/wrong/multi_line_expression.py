a = 1
b = "x"
c = (a
     + 2
     + b)
