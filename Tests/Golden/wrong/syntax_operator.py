x = 5
y = x +
z = 3
