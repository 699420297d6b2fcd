"""A package."""
print("init tools")
VERSION = "1.2"
