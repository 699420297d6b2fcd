"""Members of a native module."""
