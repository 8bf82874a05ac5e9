"""Every check that there is, beside the rules of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simulator.analysis.checks import (
    cues,
    fold,
    reach,
    spread,
    state_use,
    temptations,
    translations,
    tricks,
    walks,
    ways,
    words,
)
from simulator.analysis.checks.found import Check, Group
from simulator.analysis.checks.subject import Accepted, Collection, Subject, Translation
from simulator.scenario.diagnostic import Finding, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
STRUCTURE, WALKS, WRITING, FAIRNESS = Group.STRUCTURE, Group.WALKS, Group.WRITING, Group.FAIRNESS

OF_SCENARIOS: tuple[Check[Subject], ...] = (
    Check("stuck", ERROR, STRUCTURE, ways.stuck),
    Check("no-way-on", ERROR, STRUCTURE, ways.no_way_on),
    Check("choiceless-loop", ERROR, STRUCTURE, ways.choiceless_loop),
    Check("endless-loop", ERROR, STRUCTURE, ways.endless_loop),
    Check("no-ending", ERROR, STRUCTURE, ways.no_ending),
    Check("not-exhaustive", WARNING, STRUCTURE, ways.not_exhaustive),
    Check("unreachable-beat", WARNING, STRUCTURE, reach.unreachable_beat),
    Check("unreachable-ending", WARNING, STRUCTURE, reach.unreachable_ending),
    Check("unreachable-variant", WARNING, STRUCTURE, reach.unreachable_variant),
    Check("never-open", WARNING, STRUCTURE, reach.never_open),
    Check("never-said", WARNING, STRUCTURE, reach.never_said),
    Check("never-taken", WARNING, STRUCTURE, reach.never_taken),
    Check("always-holds", WARNING, STRUCTURE, reach.always_holds),
    Check("unrevealed-fact", WARNING, STRUCTURE, state_use.unrevealed_fact),
    Check("unused-fact", WARNING, STRUCTURE, state_use.unused_fact),
    Check("unset-flag", WARNING, STRUCTURE, state_use.unset_flag),
    Check("unread-flag", WARNING, STRUCTURE, state_use.unread_flag),
    Check("unset-gauge", WARNING, STRUCTURE, state_use.unset_gauge),
    Check("unread-gauge", WARNING, STRUCTURE, state_use.unread_gauge),
    Check("walk-choice", ERROR, WALKS, walks.walk_choice),
    Check("walk-ending", ERROR, WALKS, walks.walk_ending),
    Check("walk-balance", ERROR, WALKS, walks.walk_balance),
    Check("long-say", WARNING, WRITING, words.long_say),
    Check("long-line", WARNING, WRITING, words.long_line),
    Check("long-why", WARNING, WRITING, words.long_why),
    Check("long-briefing", WARNING, WRITING, words.long_briefing),
    Check("one-option", WARNING, WRITING, words.one_option),
    Check("uneven-length", WARNING, WRITING, cues.uneven_length),
    Check("longest-is-best", WARNING, WRITING, cues.longest_is_best),
    Check("not-weighed", WARNING, STRUCTURE, fold.not_weighed),
    Check("best-path", WARNING, FAIRNESS, tricks.best_path),
    Check("recovery", WARNING, FAIRNESS, tricks.recovery),
    Check("random-play", WARNING, FAIRNESS, tricks.random_play),
    Check("bot-position", WARNING, FAIRNESS, tricks.bot_position),
    Check("bot-length", WARNING, FAIRNESS, tricks.bot_length),
    Check("bot-polite", WARNING, FAIRNESS, tricks.bot_polite),
    Check("bot-most-assertive", WARNING, FAIRNESS, tricks.bot_most_assertive),
    Check("bot-least-assertive", WARNING, FAIRNESS, tricks.bot_least_assertive),
    Check("bot-least-polite", WARNING, FAIRNESS, tricks.bot_least_polite),
    Check("bot-sum", WARNING, FAIRNESS, tricks.bot_sum),
    Check("bot-gear", WARNING, FAIRNESS, tricks.bot_gear),
    Check("bot-question", WARNING, FAIRNESS, tricks.bot_question),
    Check("bot-trust", WARNING, FAIRNESS, tricks.bot_trust),
    Check("bot-hammer", WARNING, FAIRNESS, tricks.bot_hammer),
    Check("few-holds", WARNING, FAIRNESS, spread.few_holds),
    Check("few-yields", WARNING, FAIRNESS, spread.few_yields),
    Check("heavy-decision", WARNING, FAIRNESS, spread.heavy_decision),
    Check("strawman", WARNING, FAIRNESS, temptations.strawman),
    Check("warm-over-push", WARNING, FAIRNESS, temptations.warm_over_push),
    Check("warm-under-push", WARNING, FAIRNESS, temptations.warm_under_push),
    Check("colder-best", WARNING, FAIRNESS, temptations.colder_best),
    Check("seldom-warmest", WARNING, FAIRNESS, temptations.seldom_warmest),
    Check("rare-ending", WARNING, FAIRNESS, temptations.rare_ending),
)

OF_TRANSLATIONS: tuple[Check[Translation], ...] = (
    Check("missing-translation", WARNING, Group.TRANSLATIONS, translations.missing_translation),
    Check("stale-translation", WARNING, Group.TRANSLATIONS, translations.stale_translation),
)

OF_PACKS: tuple[Check[Collection], ...] = (
    Check("length-tells", WARNING, WRITING, cues.length_tells),
    Check("key-position", WARNING, WRITING, cues.key_position),
    Check("same-act", WARNING, WRITING, cues.same_act),
    Check("cue-word", WARNING, WRITING, cues.cue_word),
)

OF_MANIFESTS: tuple[Check[Accepted], ...] = (Check("unknown-code", WARNING, STRUCTURE, fold.unknown_code),)

DRAFT: Check[Sequence[Finding]] = Check("draft", WARNING, FAIRNESS, fold.draft)

CHECKS: tuple[Check[Any], ...] = (*OF_SCENARIOS, *OF_TRANSLATIONS, *OF_PACKS, *OF_MANIFESTS, DRAFT)
"""All checks, in the order in which they run."""
