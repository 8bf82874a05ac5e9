"""Sparring: practise the conversations people would rather avoid."""

__version__ = "0.1.0"
