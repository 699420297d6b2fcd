"""NumPy's functions that need no speed: each module defines public names of the native module its folder stands for."""
