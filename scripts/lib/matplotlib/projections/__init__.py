"""Other kinds of plots."""
