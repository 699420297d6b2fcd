"""Members of the native module `re` that are written in the language."""
