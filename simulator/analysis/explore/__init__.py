"""The exact set of all states that a scenario can come to, held as sets rather than one by one.

What decides openly (place, facts, flags, used-up choices, harm) is told one by one
as nodes; trust and gauges of a node are one whole number, a bit for each value. A
choice is then a mask and a few shifts, whatever the number of states, and cost
grows with states and never with paths.

Laws of this package: what it says can happen, the engine does; what it says cannot
happen, it has proven or calls itself not exhaustive; a state it tells of comes with
choices that lead there.
"""

from simulator.analysis.explore.budget import Budget, Progress
from simulator.analysis.explore.exploration import Exploration, Loop, Ring, Sighting
from simulator.analysis.explore.explorer import explore

__all__ = ["Budget", "Exploration", "Loop", "Progress", "Ring", "Sighting", "explore"]
