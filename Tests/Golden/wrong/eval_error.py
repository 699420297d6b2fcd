def compute(text):
    return eval(text)


compute("1 + 1")
compute("1 + 'a'")
