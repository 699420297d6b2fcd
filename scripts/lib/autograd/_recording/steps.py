"""What a run consists of: values, constants, and the operations between them."""

import numpy as np


class Value:
    """A value that depends on the arguments: what an operation made, or a leaf."""

    def __init__(self, value, step=None):
        self.value, self.step = value, step
        self.shape = np.shape(value)
        self.name = None
        # The variables that it was seen in: the depth of the call and the name.
        self.seen = []
        self.uses = 0
        self.is_leaf = False
        self.is_constant = False
        # A view: what of, and the text behind that.
        self.base, self.path = None, ''
        self.places = None
        # Whether its memory is written to, and so its cotangent stands in memory of the same layout.
        self.is_memory = False

    @property
    def root(self):
        value = self
        while value.base is not None:
            value = value.base
        return value


class Constant:
    """An operand that depends on no argument."""

    def __init__(self, value, text=None, step=None):
        self.value, self.text, self.step = value, text, step
        self.shape = np.shape(value) if isinstance(value, (np.ndarray, np.generic, int, float)) else ()


class Step:
    """An operation: its name, its operands by their names, and the place in the program."""

    def __init__(self, operation, operands, names, result, places, number):
        self.operation, self.raw, self.names, self.result = operation, operands, names, result
        self.places, self.number = places, number
        self.operands = []
        self.statement = number
        self.callee = None
        # A statement that has to come first.
        self.before = None

    def operand(self, name, default=None):
        for known, operand in zip(self.names, self.operands):
            if known == name:
                return operand
        return default

    def plain(self, name, default=None):
        """An operand that has to be a constant, as its value."""
        operand = self.operand(name)
        return operand.value if isinstance(operand, Constant) else default


def refuse(what):
    raise NotImplementedError('derive: ' + what)


def flat(operands):
    """The operands, those inside lists too."""
    result = []
    for operand in operands:
        if isinstance(operand, list):
            result += flat(operand)
        else:
            result.append(operand)
    return result
