f = lambda x: x + 1
g = lambda x: f(x)
g(1)
g("a")
