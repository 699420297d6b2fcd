print("1" + str(1))
print("1" + 1)
