class Account:
    def __init__(self):
        self._balance = 0
        self.__pin = "1234"

    def check(self, pin):
        return pin == self.__pin

    def __audit(self):
        return f"audited {self._balance}"

    def report(self):
        return self.__audit()


class Savings(Account):
    def __init__(self):
        super().__init__()
        self.__pin = "9999"

    def __audit(self):
        return "never called"

    def both(self):
        return self.__pin, self._Account__pin


a, s = Account(), Savings()
print(a.check("1234"), s.check("9999"), s.both(), s.report())
print(sorted(vars(s)), a._Account__pin)
try:
    a.__pin
except AttributeError as e:
    print(e)
a.__pin = "outside"
print(vars(a), a.check("outside"))
print([m for m in dir(Savings) if m.startswith("_A") or m.startswith("_S")])
