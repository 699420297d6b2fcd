"""Paths of files as text."""

from posixpath import *
from posixpath import __all__
