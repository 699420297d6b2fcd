"""What NumPy keeps in its core and arrays hand out."""
