"""How well a play went: one question, scored.

Did the player push when pushing was due, give way when giving way was due, and
stay respectful throughout? Laws of this package: a score is a function of the
scenario and the decisions alone; nothing here changes a play, reads a clock or
draws a screen. The model is scoring version 1.
"""

SCORING_VERSION = 1
"""Kept with every play, so that history can be judged again under other rules."""
