"""What is wrong with a scenario that reads well: proven where it is about states, counted where about words.

Laws of this package: a check is one function, and its docstring is what explains
it to an author; it yields what it found and knows neither its code nor its
severity, which stand in the registry; nothing is called unreachable unless all
states were seen.
"""
