"""Plays nobody played: what tricks, chance and good conduct would score.

Laws of this package: a line is worth what the scoring says; positions mean the
authored order; ties go to the first offer; a play without a balance, or
unfinished after sixty decisions, counts as 0.
"""

MOST_DECISIONS = 60
"""Decisions after which an unfinished play counts as 0."""
