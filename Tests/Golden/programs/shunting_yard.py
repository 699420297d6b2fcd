from collections import namedtuple

Op = namedtuple("Op", "precedence right function")
OPS = {
    "+": Op(1, False, lambda a, b: a + b),
    "-": Op(1, False, lambda a, b: a - b),
    "*": Op(2, False, lambda a, b: a * b),
    "/": Op(2, False, lambda a, b: a / b),
    "^": Op(3, True, lambda a, b: a ** b),
}


def to_rpn(text):
    out, stack = [], []
    for token in text.replace("(", " ( ").replace(")", " ) ").split():
        if token in OPS:
            op = OPS[token]
            while stack and stack[-1] in OPS:
                top = OPS[stack[-1]]
                if top.precedence > op.precedence or top.precedence == op.precedence and not op.right:
                    out.append(stack.pop())
                else:
                    break
            stack.append(token)
        elif token == "(":
            stack.append(token)
        elif token == ")":
            while stack[-1] != "(":
                out.append(stack.pop())
            stack.pop()
        else:
            out.append(float(token) if "." in token else int(token))
    return out + stack[::-1]


def evaluate(rpn):
    stack = []
    for item in rpn:
        if isinstance(item, str):
            b, a = stack.pop(), stack.pop()
            stack.append(OPS[item].function(a, b))
        else:
            stack.append(item)
    (result,) = stack
    return result


for text in ("1 + 2 * 3", "( 1 + 2 ) * 3", "2 ^ 3 ^ 2", "10 / 4 - 1.5", "2 * ( 3 + 4 ) ^ 2", "8 / ( 4 - 4 )", "1 2", "+"):
    try:
        rpn = to_rpn(text)
        print(f"{text:<20} {' '.join(map(str, rpn)):<18} {evaluate(rpn)}")
    except (ZeroDivisionError, ValueError, IndexError) as e:
        print(f"{text:<20} {type(e).__name__}: {e}")
