"""The builtin containers: they need nothing special here."""

from builtins import dict, isinstance, list, tuple, type
