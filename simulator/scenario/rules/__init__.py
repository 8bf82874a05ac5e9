"""What the reader demands beyond shape: names that exist, texts that can be played.

Each rule is one function from a draft to findings; its docstring says why the
rule is there. `RULES` lists them all, in the order in which they run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from simulator.scenario.diagnostic import Finding
from simulator.scenario.rules.choices import (
    crowded_beat,
    half_a_beat,
    harm_without_act,
    harmful_repair,
    impossible_band,
    weighty_test,
)
from simulator.scenario.rules.conditions import conditions
from simulator.scenario.rules.draft import MOST_FINDINGS, Draft
from simulator.scenario.rules.names import (
    bad_id,
    reserved_name,
    shared_name,
    unknown_state,
    unknown_temperament_flag,
    unspeakable_name,
)
from simulator.scenario.rules.pack import unknown_principle, unknown_skill
from simulator.scenario.rules.ranges import gauge_range
from simulator.scenario.rules.scripts import scripts
from simulator.scenario.rules.targets import (
    choiceless_loop,
    dead_end,
    unknown_start,
    unknown_target,
    unreachable_rule,
)
from simulator.scenario.rules.walks import walk_names

Rule = Callable[[Draft], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    bad_id,
    reserved_name,
    shared_name,
    unspeakable_name,
    unknown_start,
    unknown_target,
    unreachable_rule,
    dead_end,
    choiceless_loop,
    half_a_beat,
    crowded_beat,
    impossible_band,
    weighty_test,
    harm_without_act,
    harmful_repair,
    unknown_state,
    unknown_temperament_flag,
    gauge_range,
    conditions,
    scripts,
    unknown_principle,
    unknown_skill,
    walk_names,
)


def findings_of(draft: Draft) -> Iterator[Finding]:
    """What the rules find in a draft, at most 1,001 of each."""
    for rule in RULES:
        yield from islice(rule(draft), MOST_FINDINGS)
