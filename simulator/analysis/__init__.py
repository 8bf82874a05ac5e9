"""All that could happen in a scenario, and what it would be worth.

Laws of this package: it asks the engine what is on offer and the scoring what it
is worth; the same scenario and seed give the same answer; what was sampled is
never called exact.
"""
