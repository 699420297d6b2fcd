def parse(text):
    return [int(p)
            for p in text.split()]


parse("1 2")
parse("1 x")
