name, width = "x", "wide"
print(f"{name:>5}")
print(f"{name:>{width}}")
