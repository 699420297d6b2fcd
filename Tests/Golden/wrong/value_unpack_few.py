a, b = "xy"
a, b = "x"
