x = 10.0
for i in range(400):
    x = x * 1.0
y = 10.0 ** 400
