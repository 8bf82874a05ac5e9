"""What the author wrote.

Laws of this package: text is untrusted until proven plain; every problem of a
file is reported, not only the first; nothing here reads a clock or a terminal,
and only `source` and `reader` touch the disk.
"""
