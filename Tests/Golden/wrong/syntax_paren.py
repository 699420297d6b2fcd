print("a")
print("b"
x = 1
