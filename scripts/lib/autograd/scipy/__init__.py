"""The functions of SciPy's that are here, with derivatives."""
