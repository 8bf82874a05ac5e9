"""Scenarios on disk: where they live, which there are, and which one is meant.

Laws of this package: nothing that a pack contains is ever run; nothing here
imports pydantic or a screen, because Home's first frame reads it.
"""
