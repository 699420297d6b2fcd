import textwrap

TEXT = ("The quick brown fox jumps over the lazy dog, while the extraordinarily-long-hyphenated-word waits; "
        "naïve façades follow.")


def justify(words, width):
    line, length = [], 0
    for word in words:
        if line and length + len(line) + len(word) > width:
            yield spread(line, width)
            line, length = [], 0
        line.append(word)
        length += len(word)
    if line:
        yield " ".join(line)


def spread(line, width):
    if len(line) == 1:
        return line[0].ljust(width)
    gaps = len(line) - 1
    space, extra = divmod(width - sum(map(len, line)), gaps)
    out = line[0]
    for i, word in enumerate(line[1:]):
        out += " " * (space + (i < extra)) + word
    return out


for line in justify(TEXT.split(), 38):
    print(f"|{line}|")
for line in textwrap.wrap(TEXT, 30):
    print(">", line)
print(textwrap.fill(TEXT, 40, initial_indent="  * ", subsequent_indent="    "))
print(textwrap.shorten(TEXT, 35), textwrap.dedent("""
    indented
      more
    less"""))
print(textwrap.indent("one\ntwo\n\nthree", "# "))
