from abc import ABC, abstractmethod
from datetime import date, timedelta
from decimal import Decimal, ROUND_HALF_UP
import itertools


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f'{account.owner} has {account.balance}, needs {amount}')
        self.account, self.amount = account, amount
        self.missing = amount - account.balance


class Account(ABC):
    _numbers = itertools.count(1001)
    currency = 'EUR'

    def __init__(self, owner, balance='0.00'):
        self.number = next(Account._numbers)
        self.owner = owner
        self._balance = Decimal(balance)
        self.history = []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if not isinstance(value, Decimal):
            raise TypeError('balance must be a Decimal, not ' + type(value).__name__)
        self._balance = value.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP)

    @abstractmethod
    def monthly(self):
        """What happens at the end of each month."""

    def deposit(self, amount):
        amount = Decimal(amount)
        if amount <= 0:
            raise ValueError(f'cannot deposit {amount}')
        self.balance += amount
        self.history.append(('deposit', amount))
        return self

    def withdraw(self, amount):
        amount = Decimal(amount)
        if amount > self.available():
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(('withdraw', amount))
        return self

    def available(self):
        return self.balance

    def __lt__(self, other):
        return self.balance < other.balance

    def __format__(self, spec):
        if spec == 'short':
            return f'#{self.number} {self.balance}'
        return f'{self.owner:<8}{self.balance:>12,} {self.currency}'

    def __repr__(self):
        return f'{type(self).__name__}({self.owner!r}, {str(self.balance)!r})'


class Savings(Account):
    rate = Decimal('0.0125')

    def monthly(self):
        interest = self.balance * self.rate
        self.balance += interest
        self.history.append(('interest', interest))


class Checking(Account):
    def __init__(self, owner, balance='0', *, overdraft='100'):
        super().__init__(owner, balance)
        self.overdraft = Decimal(overdraft)

    def available(self):
        return super().available() + self.overdraft

    def monthly(self):
        if self.balance < 0:
            self.balance -= Decimal('2.50')


def transfer(source, target, amount):
    try:
        source.withdraw(amount)
    except InsufficientFunds as error:
        print('refused:', error, f'(short by {error.missing})')
        return False
    target.deposit(amount)
    return True


ann = Savings('Ann', '1000')
bob = Checking('Bob', '50.555')
print(ann, bob, f'{ann:short}', f'{bob:short}')
print(transfer(ann, bob, '250.25'), transfer(bob, ann, 1000), transfer(bob, ann, '390'))
for account in (ann, bob):
    account.monthly()
    print(f'{account}', account.history)
for bad in ('-5', '0'):
    try:
        ann.deposit(bad)
    except ValueError as error:
        print('ValueError:', error)
try:
    ann.balance = 5.0
except TypeError as error:
    print('TypeError:', error)
try:
    Account('x')
except TypeError as error:
    print('TypeError:', error)
print(min(ann, bob).owner, sorted([ann, bob], reverse=True))
day, months = date(2024, 1, 31), 0
while ann.balance < 2000 and months < 24:
    day = (day.replace(day=1) + timedelta(days=62)).replace(day=1) - timedelta(days=1)
    ann.monthly()
    months += 1
    if months % 6 == 0:
        print(day.isoformat(), ann.balance)
print(sum((amount for kind, amount in ann.history if kind == 'interest'), Decimal(0)).quantize(Decimal('1.000')))
print(Account.__abstractmethods__, issubclass(Savings, Account), Savings.__mro__[1].__name__)
