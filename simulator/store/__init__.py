"""What was played, kept for good: one schema, two back ends behind one interface.

The log of a play only ever grows. Scores and states are no part of it: they are
derived by replay, and an `Outcome` is a derived thing kept at hand.
"""
