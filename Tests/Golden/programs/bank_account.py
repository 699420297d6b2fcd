class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"balance {balance} is less than {amount}")
        self.shortage = amount - balance


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self._balance, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))


def transfer(source, target, amount):
    try:
        source.withdraw(amount)
    except InsufficientFunds as e:
        print("failed:", e, "short by", e.shortage)
        return False
    else:
        target.deposit(amount)
        return True
    finally:
        print(f"{source.owner}={source.balance} {target.owner}={target.balance}")


a, b = Account("Ann", 100), Account("Bob")
print(transfer(a, b, 30), transfer(a, b, 100))
for bad in (0, -5):
    try:
        a.deposit(bad)
    except ValueError as e:
        print(bad, e)
try:
    a.balance = 1000
except AttributeError as e:
    print(e)
print(a.history, b.history)
a.withdraw(1000)
