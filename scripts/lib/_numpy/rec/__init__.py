"""Structured arrays whose fields are attributes."""
