def f():
    value = 1
    return valeu


print("before")
f()
print("after")
