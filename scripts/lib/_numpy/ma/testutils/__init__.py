"""Assertions about masked arrays."""
