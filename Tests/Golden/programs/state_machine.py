def traffic_light():
    state = "red"
    rules = {"red": "green", "green": "yellow", "yellow": "red"}

    def advance():
        nonlocal state
        state = rules[state]
        return state

    return advance


light = traffic_light()
print([light() for _ in range(7)])


class Machine:
    def __init__(self, start, transitions, final=()):
        self.start, self.final = start, set(final)
        self.table = {(s, c): t for s, chars, t in transitions for c in chars}

    def accepts(self, text):
        state = self.start
        for c in text:
            state = self.table.get((state, c))
            if state is None:
                return False
        return state in self.final


digits = "0123456789"
number = Machine("start", [
    ("start", "+-", "sign"), ("start", digits, "int"), ("sign", digits, "int"), ("int", digits, "int"),
    ("int", ".", "point"), ("point", digits, "frac"), ("frac", digits, "frac"),
], ["int", "frac"])
for text in ("12", "-3.5", "+", "4.", "1.2.3", "", "007"):
    print(f"{text!r:8} {number.accepts(text)}")


def turnstile():
    coins = 0

    def locked(event):
        nonlocal coins
        if event == "coin":
            coins += 1
            return unlocked
        return locked

    def unlocked(event):
        return locked if event == "push" else unlocked

    return locked, lambda: coins


state, coins = turnstile()
for event in ["push", "coin", "coin", "push", "push", "coin"]:
    state = state(event)
    print(event, state.__name__, coins())
