"""State machines of closures that read a text: `states.py [TIMES]`."""

import sys


def machine(handlers, start):
    """A function that feeds characters to the handler of the current state; each returns the next state or None."""
    state = start

    def feed(text):
        nonlocal state
        for position, c in enumerate(text):
            following = handlers[state](c, position)
            if following is not None:
                state = following
        return state

    return feed


def comment_stripper():
    out = []

    def code(c, _):
        if c == "#":
            return "comment"
        out.append(c)
        if c == '"':
            return "string"

    def comment(c, _):
        if c == "\n":
            out.append(c)
            return "code"

    def string(c, _):
        out.append(c)
        if c == '"':
            return "code"
        if c == "\\":
            return "escape"

    def escape(c, _):
        out.append(c)
        return "string"

    return machine({"code": code, "comment": comment, "string": string, "escape": escape}, "code"), lambda: "".join(out)


def number_reader(on_number):
    digits, sign = "", 1

    def flush():
        nonlocal digits, sign
        if digits:
            on_number(sign * int(digits))
        digits, sign = "", 1

    def outside(c, _):
        nonlocal digits, sign
        if c == "-":
            sign = -1
        elif c.isdigit():
            digits = c
            return "number"
        else:
            sign = 1

    def number(c, _):
        nonlocal digits
        if c.isdigit():
            digits += c
            return None
        flush()
        return "outside"

    return machine({"outside": outside, "number": number}, "outside"), flush


def bracket_checker():
    stack, errors = [], []
    pairs = dict(zip(")]}", "([{"))

    def scan(c, position):
        if c in "([{":
            stack.append((c, position))
        elif c in pairs:
            if not stack or stack[-1][0] != pairs[c]:
                errors.append(f"{c} at {position}")
            else:
                stack.pop()

    def finish():
        return errors + [f"{c} at {position} open" for c, position in stack]

    return machine({"scan": scan}, "scan"), finish


TEXT = '''x = 10  # a number -5
name = "a # no comment \\" quoted"  # yes
list = [1, (2, -33), {4: "ö"}] # 99
broken = (1, [2)
'''


def main(times):
    for round in range(times):
        strip, stripped = comment_stripper()
        strip(TEXT)
        numbers = []
        read, flush = number_reader(numbers.append)
        read(stripped())
        flush()
        check, finish = bracket_checker()
        check(stripped())
        if round == 0:
            print(stripped())
            print(numbers, sum(numbers))
            print(finish())
    strip, stripped = comment_stripper()
    print(strip('a "b'), strip("\\"), strip('"c"'), strip(" # d"), repr(stripped()))
    read, flush = number_reader(print)
    print(read("12 -7x8"))
    flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2)
