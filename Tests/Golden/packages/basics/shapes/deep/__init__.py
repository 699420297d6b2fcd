from .core import describe
