"""Records CPython 3.11's verdict on the snippets in Snippets/ into compile_verdicts.txt.

    python3 Tests/NNSyntaxTests/record_compile.py

Snippets stand one a line, with the newline written as ⏎, the tab as ⇥ and other control characters as {U+000C}.
In the recording each has one line, fields separated by tabs: the snippet, `ok` or the exception's type, the line, the
message, and what differs here on purpose, taken from Snippets/deviations.txt: `accepts: why`, `rejects: message: why`,
`message: why`, `line: why`, or `-` for nothing.
"""
import pathlib
import re
import sys
import warnings

assert sys.version_info[:2] == (3, 11), "the verdicts are those of CPython 3.11"
warnings.simplefilter("ignore")

HERE = pathlib.Path(__file__).resolve().parent


def lines(name):
    return (HERE / "Snippets" / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def nested():
    """Snippets too long to write down."""
    for header, count in [("while x:", 20), ("while x:", 21), ("with x:", 21), ("if x:", 99), ("if x:", 100)]:
        yield "⏎".join(" " * i + header for i in range(count)) + "⏎" + " " * count + "pass"
    yield "with " + ", ".join(["x"] * 21) + ": pass"
    for count in (199, 200, 201):
        yield "(" * count + "1" + ")" * count
    yield "[" * 201
    for suffix in ("[0]", ".y", "()"):
        yield "x" + suffix * 300
    for operator, count in [(" + ", 500), (" and ", 1000), (" < ", 1000), (" ** ", 100)]:
        yield operator.join(["x"] * count)
    for prefix, count in [("-", 200), ("not ", 200), ("lambda: ", 90), ("x = ", 500)]:
        yield prefix * count + "1"
    yield "[" + "1, " * 1000 + "]"
    yield "9" * 4300
    yield "9" * 4301
    yield "0x" + "f" * 2000
    yield ", ".join(["a"] * 255) + ", *b = c"
    yield ", ".join(["a"] * 256) + ", *b = c"


def snippets():
    """All snippets, as they stand in the recording."""
    expressions = lines("expressions")
    yield from expressions
    yield from ("x = " + line for line in expressions[::7])
    yield from ("if x:⏎    " + line for line in expressions[::9])
    targets = lines("targets")
    for context in lines("target-contexts"):
        yield from (context.replace("{}", target, 1) for target in targets)
    numbers = lines("numbers")
    yield from numbers
    yield from ("x = [" + line + "]" for line in numbers[::6])
    for name in ("statements", "strings", "formatted", "indentation", "calls", "semantics", "general"):
        yield from lines(name)
    for line in lines("parameters"):
        yield f"def f({line}): pass"
        yield f"lambda {line}: 0"
    yield from nested()


def decoded(snippet):
    """The program text of a snippet."""
    text = snippet.replace("⏎", "\n").replace("⇥", "\t")
    return re.sub(r"\{U\+([0-9A-F]{4,6})\}", lambda match: chr(int(match[1], 16)), text)


def encoded(text):
    """A message as it stands in the recording."""
    return text.replace("\n", "⏎").replace("\t", "⇥")


def verdict(snippet):
    """The exception's type (or "ok"), line and message."""
    try:
        compile(decoded(snippet), "<recorded>", "exec", dont_inherit=True)
        return "ok", "", ""
    except SyntaxError as error:
        return type(error).__name__, str(error.lineno), encoded(error.msg)
    except (RecursionError, MemoryError) as error:
        return type(error).__name__, "", str(error)


def main():
    deviations = dict(line.split("\t") for line in lines("deviations") if "\t" in line)
    recorded = dict.fromkeys(snippets())
    for unused in deviations.keys() - recorded.keys():
        sys.exit(f"no such snippet: {unused}")
    with open(HERE / "compile_verdicts.txt", "w", encoding="utf-8") as file:
        for snippet in recorded:
            file.write("\t".join([snippet, *verdict(snippet), deviations.get(snippet, "-")]) + "\n")
    print(len(recorded), "verdicts")


if __name__ == "__main__":
    main()
