text = """Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod
tempor incididunt ut labore et dolore magna aliqua."""


def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    return lines + [line]


for width in (20, 35):
    for line in wrap(text, width):
        print("|" + line.ljust(width) + "|")
    print("+" + "-" * width + "+")
print([len(w) for w in text.split()])
print("\n".join([f"{i:02d}: {l}" for i, l in enumerate(text.splitlines(), 1)]))
