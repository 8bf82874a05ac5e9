"""Keys in the wrong place: what beginners do to TOML without noticing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.keys import described, keys_at, table
from simulator.scenario.model import Beat, Choice, Scenario
from simulator.scenario.suggest import nearest

ROOT_KEYS = frozenset(
    {"format", "title", "summary", "level", "minutes", "status", "skills", "start", "mirrors"}
)
"""Keys of the file itself that no other table has (bar `title`)."""
BEAT_KEYS = frozenset(keys_at(Beat, ())) - frozenset(keys_at(Choice, ())) - {"choices"}
CHOICE_KEYS = frozenset(keys_at(Choice, ())) - frozenset(keys_at(Beat, ()))


def misplaced(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """Findings for keys that stand under a later header than they were meant for."""
    yield from _root_keys(raw)
    beats = table(raw, "beats")
    for beat_id, beat in beats.items():
        if isinstance(beat, Mapping):
            yield from _misspelt_header(beats, beat_id, beat)
            yield from _choice_without_choices(beat_id, beat)
            yield from _beat_keys(beat_id, beat)


def is_explained(finding: Finding, explained: Collection[Finding]) -> bool:
    """Whether a finding only repeats what a misplaced key has explained already."""
    if finding.code == "missing-key" and len(finding.at) == 1:
        return any(one.at[-1:] == finding.at and one.code == "misplaced-key" for one in explained)
    return any(_covers(one, finding) for one in explained)


def _covers(one: Finding, finding: Finding) -> bool:
    if one.code == "misplaced-key":
        return finding.at == one.at
    return finding.at[: len(one.at)] == one.at


def _root_keys(raw: Mapping[str, Any]) -> Iterator[Finding]:
    for at, here in _tables(raw, ()):
        known = keys_at(Scenario, at)
        for key in here:
            if key in ROOT_KEYS and known and key not in known:
                yield Finding(
                    "misplaced-key",
                    f"`{key}` stands under {_header(at)}, so it is taken as a part of {described(at)}",
                    (*at, key),
                    hint=f"`{key}` belongs at the top of the file, above the first [header]",
                    on_key=True,
                )


def _tables(here: Mapping[str, Any], at: Location) -> Iterator[tuple[Location, Mapping[str, Any]]]:
    for key, part in here.items():
        if isinstance(part, Mapping) and len(at) < 4:
            yield (*at, key), part
            yield from _tables(part, (*at, key))


def _misspelt_header(beats: Mapping[str, Any], beat_id: str, beat: Mapping[str, Any]) -> Iterator[Finding]:
    """A choice header with a misspelt beat makes a new beat that has nothing but choices."""
    if set(beat) != {"choices"}:
        return
    written = [name for name, other in beats.items() if isinstance(other, Mapping) and "script" in other]
    meant = nearest(beat_id, written)
    choice = next(iter(table(beat, "choices")), "NAME")
    hint = f'did you mean "{meant}"? write [beats.{meant}.choices.{choice}]' if meant else None
    message = f'this header makes a new beat "{beat_id}", which has choices but no script'
    yield Finding("misspelt-header", message, ("beats", beat_id), hint=hint, on_key=True)


def _choice_without_choices(beat_id: str, beat: Mapping[str, Any]) -> Iterator[Finding]:
    if "say" in beat and "script" not in beat:
        message = f'beat "{beat_id}" is written like a choice: it has `say`'
        hint = f"a choice's header names its beat: [beats.BEAT.choices.{beat_id}]"
        yield Finding("misspelt-header", message, ("beats", beat_id), hint=hint, on_key=True)
    for key, part in beat.items():
        if key not in keys_at(Beat, ()) and isinstance(part, Mapping) and CHOICE_KEYS & set(part):
            message = f'this choice of beat "{beat_id}" lacks the word "choices" in its header'
            hint = f"write [beats.{beat_id}.choices.{key}]"
            yield Finding("misspelt-header", message, ("beats", beat_id, key), hint=hint, on_key=True)


def _beat_keys(beat_id: str, beat: Mapping[str, Any]) -> Iterator[Finding]:
    for choice_id, choice in table(beat, "choices").items():
        for key in choice if isinstance(choice, Mapping) else ():
            if key in BEAT_KEYS:
                at = ("beats", beat_id, "choices", choice_id, key)
                message = f"`{key}` stands under a choice, and only a beat has it"
                hint = f"move it up, under [beats.{beat_id}] and above its first choice"
                yield Finding("misplaced-key", message, at, hint=hint, on_key=True)


def _header(at: Location) -> str:
    return f"[{'.'.join(str(key) for key in at)}]"
