log = []


def f(how):
    for i in range(3):
        try:
            log.append(f"{how}{i}")
            if how == "return" and i == 1:
                return "returned"
            if how == "break" and i == 1:
                break
            if how == "continue":
                continue
            if how == "raise" and i == 1:
                raise KeyError(how)
        except KeyError as e:
            log.append(f"handler {e}")
        finally:
            log.append("f")
    else:
        log.append("else")
    return "end"


for how in ("return", "break", "continue", "raise"):
    log.clear()
    print(how, f(how), log)


def nested():
    try:
        try:
            return [1]
        finally:
            log.append("inner")
            raise ValueError("replaces the return")
    except ValueError as e:
        return f"{e}, {e.__context__}"
    finally:
        log.append("outer")


log.clear()
print(nested(), log)


def override():
    while True:
        try:
            return "first"
        finally:
            break
    return "second"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


print(override(), value_kept())


def loop_in_finally():
    try:
        1 / 0
    finally:
        for i in range(3):
            if i == 1:
                continue
            log.append(i)


log.clear()
try:
    loop_in_finally()
except ZeroDivisionError:
    print(log)
