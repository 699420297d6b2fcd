"""A bank of dataclasses and exceptions: `bank.py [TRANSACTIONS]`."""

import sys
from dataclasses import dataclass, field
from typing import Dict, List


class BankError(Exception):
    """Whatever the bank refuses."""


class UnknownAccount(BankError, KeyError):
    def __str__(self):
        return f"no account {self.args[0]!r}"


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, not {amount}")
        self.missing = amount - account.balance


class Frozen(BankError):
    pass


@dataclass(frozen=True)
class Transaction:
    kind: str
    amount: int
    other: str = ""

    def __post_init__(self):
        if self.amount <= 0:
            raise ValueError(f"amount must be positive, not {self.amount}")


@dataclass
class Account:
    owner: str
    balance: int = 0
    frozen: bool = False
    history: List[Transaction] = field(default_factory=list, repr=False)

    def deposit(self, amount, source=""):
        self.history.append(Transaction("deposit", amount, source))
        self.balance += amount

    def withdraw(self, amount, target=""):
        if self.frozen:
            raise Frozen(self.owner)
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.history.append(Transaction("withdraw", amount, target))
        self.balance -= amount


@dataclass
class Bank:
    accounts: Dict[str, Account] = field(default_factory=dict)
    refused: Dict[str, int] = field(default_factory=dict)

    def open(self, owner, balance=0):
        account = self.accounts[owner] = Account(owner)
        if balance:
            account.deposit(balance)
        return account

    def __getitem__(self, owner):
        try:
            return self.accounts[owner]
        except KeyError:
            raise UnknownAccount(owner) from None

    def transfer(self, source, target, amount):
        a, b = self[source], self[target]
        a.withdraw(amount, target)
        try:
            if b.frozen:
                raise Frozen(b.owner)
            b.deposit(amount, source)
        except BankError:
            a.deposit(amount, "returned")
            raise

    def attempt(self, *args):
        try:
            self.transfer(*args)
        except InsufficientFunds as e:
            self.refused["funds"] = self.refused.get("funds", 0) + e.missing
        except (BankError, ValueError) as e:
            name = type(e).__name__
            self.refused[name] = self.refused.get(name, 0) + 1
        else:
            return True
        return False

    @property
    def total(self):
        return sum(a.balance for a in self.accounts.values())


def main(transactions):
    bank = Bank()
    names = ["Ann", "Bob", "Cleo", "Dörte", "Émile"]
    for i, name in enumerate(names):
        bank.open(name, 100 * (i + 1))
    bank["Cleo"].frozen = True
    seed = 7
    done = 0
    for _ in range(transactions):
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        source, target = names[seed // 7 % 5], (names + ["Nobody"])[seed // 64 % 6]
        done += bank.attempt(source, target, seed // 1000 % 60)
    print(done, "of", transactions, "done,", dict(sorted(bank.refused.items())))
    for account in sorted(bank.accounts.values(), key=lambda a: (-a.balance, a.owner)):
        print(account, len(account.history))
    print(bank.total, bank["Ann"].history[:2])
    for action in (lambda: bank.transfer("Ann", "Zed", 1), lambda: bank.transfer("Cleo", "Ann", 1),
                   lambda: bank.transfer("Ann", "Bob", 10 ** 9), lambda: Transaction("x", 0), lambda: Transaction()):
        try:
            action()
        except (BankError, ValueError, TypeError) as e:
            print(f"{type(e).__name__}: {e}".split(" has ")[0], e.__cause__)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
