"""What the reader's codes mean: in the words of the rule where there is one, else in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simulator.scenario.rules import RULES
from simulator.scenario.rules.terms import unknown_terms

CODES_OF_RULES: Mapping[str, tuple[str, ...]] = {
    "bad_id": ("bad-id",),
    "reserved_name": ("reserved-name",),
    "shared_name": ("shared-name",),
    "unspeakable_name": ("unspeakable-name",),
    "unknown_start": (),
    "unknown_target": ("unknown-target",),
    "unreachable_rule": ("unreachable-rule",),
    "dead_end": ("dead-end",),
    "choiceless_loop": ("choiceless-loop",),
    "half_a_beat": ("choices-and-to",),
    "crowded_beat": ("many-choices",),
    "impossible_band": ("bad-band",),
    "weighty_test": ("weighty-test",),
    "harm_without_act": ("harm-without-act", "act-without-harm"),
    "harmful_repair": ("harmful-repair",),
    "unknown_state": ("unknown-fact", "unknown-flag", "unknown-gauge"),
    "unknown_temperament_flag": (),
    "gauge_range": ("gauge-range",),
    "conditions": ("unknown-name",),
    "scripts": ("not-a-line", "unknown-speaker"),
    "unknown_principle": ("unknown-principle",),
    "unknown_skill": ("unknown-skill",),
    "walk_names": ("unknown-choice", "unknown-temperament", "unknown-ending", "bad-range"),
}
"""The codes that the rules of the reader use; the rule's docstring explains them."""

OF_FILES: Mapping[str, str] = {
    "no-such-file": "There is no file of that name.",
    "unreadable": "The file is there and can't be read: a permission, a broken disk.",
    "is-a-folder": "A folder stands where a file is meant.",
    "not-a-file": "It is a device or a pipe, and no ordinary file.",
    "not-utf-8": "The file is in another encoding. Save it again from your editor as UTF-8.",
    "file-too-large": "The file is larger than anything a scenario needs, so it is not read.",
    "too-many-tables": "The file has more tables than anything a scenario needs, so it is not read.",
    "too-many-keys": "The file has more keys than anything a scenario needs, so it is not read.",
    "empty-file": "There is nothing in the file.",
    "not-a-scenario": "The file belongs to a scenario or pack and is none itself; name the scenario instead.",
    "file-name": "The file's name is the scenario's id: small letters, digits and -, with a letter first.",
    "too-many-findings": "More is wrong than is worth printing; mend what is shown first.",
    "unknown-scenario": "An arc names a scenario that is not in the pack.",
}

OF_TOML: Mapping[str, str] = {
    "not-toml": "The file is not written as TOML: the place is where it stops making sense.",
    "too-deep": "Tables, lists or parentheses lie too deep inside each other.",
    "key-too-long": "A key has more dots than any key of the format.",
    "word-too-long": "A bare word is longer than anything the format has.",
    "duplicate-key": "The same key stands twice in one table. Only one of them can count.",
    "duplicate-table": "The same [header] stands twice. Put the keys together under one of them.",
    "after-value": "Something follows a value on its line that does not belong to it.",
    "bad-escape": "A backslash in double quotes begins a code that TOML does not know.",
    "bad-value": "What stands after the = is no text in quotes, number, true, false, list or table.",
    "missing-quotes": "A text needs quotes around it.",
    "bad-comment": "A comment holds a character that TOML does not allow there.",
    "bad-header": "A [header] is not written as it should be.",
    "bad-name": "A key has characters that need quotes around it.",
    "curly-quotes": 'Word processors write “ and ”. TOML wants the straight " around a text.',
    "group-over-lines": "A table in { } must stand on one line.",
    "missing-equals": "A key needs = and a value.",
    "missing-name": "There is an = without a key before it.",
    "odd-blank": "A blank of an unusual kind, often pasted from a web page, stands where a space should.",
    "stray-comma": "A comma stands where none belongs.",
    "stray-text": "A line is neither a key with its value, nor a [header], nor a # comment.",
    "two-on-a-line": "Each key stands on a line of its own.",
    "unclosed-header": "A [header] lacks its ].",
    "unclosed-text": "A text lacks its closing quotes, so that it swallows what follows.",
    "missing-comma": "The entries of a list are parted by commas.",
    "missing-value": "A key has nothing after its =.",
    "quote-in-text": 'A straight " inside a text ends it. Write \\" or use typographic quotes inside.',
    "wrong-bracket": "A bracket is closed by one of another kind, or by none.",
}

OF_SHAPE: Mapping[str, str] = {
    "missing-key": "The format requires this key; without it the scenario can't be played or judged.",
    "unknown-key": "The format has no such key here. Unknown keys are errors, so that no typo is ignored.",
    "misplaced-key": "The key stands in another table than the one it belongs to.",
    "misspelt-header": "A [header] is nearly one of the format's; what stands under it is read as meant.",
    "wrong-type": "The value is of another kind than the format wants: text, whole number, list, table.",
    "not-allowed": "The value is not one of those that the format knows.",
    "out-of-range": "The number lies outside the range that the format allows.",
    "too-long": "The text is longer than the format allows.",
    "too-many": "There are more entries than the format allows.",
    "empty": "A text, or a table, that must have something in it is empty.",
    "control-character": "A control character could make a terminal do something instead of showing it.",
    "bidi-control": "A character that turns the direction of writing could make a line read as another.",
    "invisible-character": "A character that nobody can see was dropped.",
    "not-a-text": "A translation holds texts only; everything else comes from the original.",
    "wrong-length": "A list in a translation has more entries than the original's.",
    "term-in-term": "Terms are filled in once, so a term can't name another.",
}

OF_SCRIPTS: Mapping[str, str] = {
    "empty-script": "A script needs at least one line.",
    "indented-first-line": "An indented line continues the one above, and there is none.",
    "indented-line": "An indented line continues the one above; this one looks like a line of its own.",
    "no-words": "Somebody speaks, and says nothing.",
    "line-too-long": "A line of a script has more than 2,000 characters.",
    "unclosed-bracket": "What one can see stands in [ ], and the ] is missing.",
    "after-bracket": "What one can see stands on a line of its own.",
    "nothing-to-see": "The brackets hold nothing.",
    "mood-after-colon": "A mood stands before the colon: Dana (flat): …",
    "cue-among-words": "What one can see stands in [ ] on a line of its own; among words it is spoken.",
    "empty-mood": "The parentheses hold no mood.",
    "unknown-mood": "Faces and colours know thirteen moods, and this is none of them.",
}

OF_CONDITIONS: Mapping[str, str] = {
    "always-true": "Whatever happens, the condition holds, so it tests nothing.",
    "never-true": "Whatever happens, the condition never holds: what it guards is closed for good.",
    "condition-too-long": "A condition has at most 400 characters.",
    "too-many-terms": "A condition has at most 40 names and comparisons.",
    "empty-condition": "A `when` that is always true is left out.",
    "missing-term": "Something is missing beside an `and`, `or` or `not`.",
    "missing-word": "Two terms stand side by side; join them with `and` or `or`.",
    "missing-sign": "A gauge and a number stand side by side without a sign between them.",
    "unbalanced-parenthesis": "A parenthesis is opened and not closed, or the other way round.",
    "bad-symbol": "Conditions are written with and, or, not, == and the signs < <= != >= >.",
    "not-a-whole-number": "Gauges are whole numbers, so they are compared with whole numbers.",
    "number-too-large": "Numbers in conditions lie within a million either way.",
    "quoted-name": "Names in conditions stand without quotes.",
    "chained-comparison": "A comparison has one sign; join two of them with `and`.",
    "half-comparison": "One side of a comparison is missing.",
    "no-gauge-and-number": "A comparison has a gauge, or trust, on one side and a whole number on the other.",
    "number-alone": "A number by itself says nothing; compare a gauge with it.",
    "true-or-false": "There is no true or false in conditions: write the name, or `not` and the name.",
    "gauge-alone": "A gauge by itself is no question; compare it with a number.",
    "not-a-gauge": "Only gauges and trust are compared with numbers; facts and flags stand by themselves.",
}

READER_TEXTS: Mapping[str, str] = {**OF_FILES, **OF_TOML, **OF_SHAPE, **OF_SCRIPTS, **OF_CONDITIONS}


def reader_explanations() -> dict[str, str]:
    """Every code of the reader with its explanation."""
    rules: dict[str, Callable[..., Any]] = {rule.__name__: rule for rule in RULES}
    found = dict(READER_TEXTS)
    for name, codes in CODES_OF_RULES.items():
        found.update(dict.fromkeys(codes, rules[name].__doc__ or ""))
    found["unknown-term"] = unknown_terms.__doc__ or ""
    return found
