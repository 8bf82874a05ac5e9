"""What happens in a play.

Laws of this package: a step is a pure transition, `(state, choice id) -> (state,
events)`; `offers` alone says what can be said; nothing here knows a clock, a
file, a screen, chance or a score. Undo, resume and what-if are replays.
"""
