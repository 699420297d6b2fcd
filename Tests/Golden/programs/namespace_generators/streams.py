stats = {"lines": 0, "bad": 0}


def lines(text):
    for line in text.split("\n"):
        stats["lines"] += 1
        yield line


def numbers(source):
    for line in source:
        for word in line.split():
            try:
                yield int(word)
            except ValueError:
                stats["bad"] += 1


def window(source, n):
    buffer = []
    for x in source:
        buffer.append(x)
        if len(buffer) == n:
            yield tuple(buffer)
            del buffer[0]
