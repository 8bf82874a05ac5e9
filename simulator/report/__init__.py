"""What is told of a play: values computed once here, drawn by whoever shows them.

Nothing here knows a screen, and nothing here computes a score of its own.
"""
