"""The derivatives of NumPy's functions that need not be fast: each function of the modules here stands in for the one of
its name when an argument is being differentiated, and is written with functions that have derivatives, or records one of
its own."""
