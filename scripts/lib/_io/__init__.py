"""Members of the native module `io` that are written in the language."""
