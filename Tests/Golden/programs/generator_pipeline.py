def read(text):
    for number, line in enumerate(text.splitlines(), 1):
        yield number, line


def strip_comments(lines):
    for number, line in lines:
        code, _, comment = line.partition("#")
        if code.strip():
            yield number, code.rstrip()


def parse(lines):
    for number, line in lines:
        key, sep, value = line.partition("=")
        if not sep:
            raise SyntaxError(f"line {number}: no '=' in {line!r}")
        yield key.strip(), value.strip()


def convert(pairs):
    for key, value in pairs:
        for kind in (int, float):
            try:
                value = kind(value)
                break
            except ValueError:
                continue
        yield key, value


text = """
# settings
width = 80
ratio = 1.5   # a float
name = demo file
empty =
"""
for pair in convert(parse(strip_comments(read(text)))):
    print(pair)
settings = dict(convert(parse(strip_comments(read(text)))))
print(settings["width"] * settings["ratio"], list(settings))
steps = strip_comments(read("a=1\nbroken line\nb=2"))
got = []
try:
    for k, v in parse(steps):
        got.append(k)
except SyntaxError as e:
    print(got, e.msg)
