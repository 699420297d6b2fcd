"""Toolkits of pictures."""
