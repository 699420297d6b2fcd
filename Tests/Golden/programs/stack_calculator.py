def evaluate(expression):
    stack = []
    operations = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
    }
    for token in expression.split():
        if token in operations:
            b, a = stack.pop(), stack.pop()
            stack.append(operations[token](a, b))
        else:
            stack.append(float(token) if "." in token else int(token))
    return stack.pop()


for e in ["3 4 +", "3 4 + 2 *", "10 2 8 * + 3 -", "1 2 /", "2.5 2 *"]:
    print("%-20s = %s" % (e, evaluate(e)))


def tokens(text):
    out, number = [], ""
    for c in text + " ":
        if c.isdigit() or c == ".":
            number += c
            continue
        if number:
            out.append(number)
            number = ""
        if not c.isspace():
            out.append(c)
    return out


print(tokens("3+4.5*(2 - 1)"))


def parse(ts):
    def expression():
        value = term()
        while ts and ts[0] in "+-":
            value = value + term() if ts.pop(0) == "+" else value - term()
        return value

    def term():
        value = factor()
        while ts and ts[0] in "*/":
            value = value * factor() if ts.pop(0) == "*" else value / factor()
        return value

    def factor():
        token = ts.pop(0)
        if token == "(":
            value = expression()
            ts.pop(0)
            return value
        return -factor() if token == "-" else float(token)

    return expression()


for e in ["3+4.5*(2-1)", "-(1+2)*3", "8/4/2", "2*(3+(4-1))"]:
    print(e, "=", parse(tokens(e)))
