class ParseError(Exception):
    def __init__(self, line_number, message):
        self.line_number = line_number
        super().__init__(f"line {line_number}: {message}")


class Section(dict):
    def getint(self, key, default=None):
        try:
            return int(self[key])
        except KeyError:
            if default is None:
                raise
            return default

    def getbool(self, key):
        value = self[key].lower()
        if value in ("yes", "true", "on", "1"):
            return True
        if value in ("no", "false", "off", "0"):
            return False
        raise ValueError(f"not a boolean: {self[key]!r}")


def parse(text):
    sections, current = {}, None
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.split(";")[0].strip()
        if not line:
            continue
        if line[0] == "[":
            if line[-1] != "]":
                raise ParseError(number, "unclosed section")
            current = sections.setdefault(line[1:-1], Section())
        elif current is None:
            raise ParseError(number, f"{line!r} outside a section")
        elif "=" in line:
            key, value = map(str.strip, line.split("=", 1))
            current[key] = value
        else:
            raise ParseError(number, "expected key = value")
    return sections


text = """; a comment
[server]
host = example.org ; trailing
port = 8080
debug = Yes

[paths]
root = /var/data = x
"""
config = parse(text)
print(config)
server = config["server"]
print(server.getint("port") + 1, server.getbool("debug"), server.getint("timeout", 30), server.get("nope"))
for action in (lambda: server.getint("host"), lambda: server.getint("zzz"), lambda: config["paths"].getbool("root")):
    try:
        action()
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
for bad in ("[a\nb=1", "key=1", "[s]\nnonsense", "[s]\n\n\n!"):
    try:
        parse(bad)
    except ParseError as e:
        print(e, e.line_number)
