"""Fields of structured arrays."""
