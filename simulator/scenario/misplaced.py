"""Keys and headers in the wrong place: what beginners do to TOML without noticing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.hints import Hints
from simulator.scenario.keys import described, inside, is_table, keys_of, table, tables
from simulator.scenario.model import Beat, CastMember, Choice, Ending, Fact, Scenario, Temperament, Variant

ROOT_KEYS = frozenset(
    {"format", "title", "summary", "level", "minutes", "status", "skills", "start", "trust", "mirrors"}
)
"""Keys of the file itself that are no tables, so that they must stand above the first header."""
BEAT_KEYS = frozenset(keys_of(Beat)) - frozenset(keys_of(Choice)) - {"choices"}
CHOICE_KEYS = frozenset(keys_of(Choice)) - frozenset(keys_of(Beat))
NAMED: Mapping[str, Any] = {
    "cast": CastMember,
    "facts": Fact,
    "temperaments": Temperament,
    "endings": Ending,
}
"""The tables whose headers name one part each, and what such a part is."""
UNNAMED = "unnamed"
"""Stands for a choice, or another part of a file, whose header has no name."""

Move: TypeAlias = tuple[Location, Location]
"""From where to where."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in the wrong place, the moves that would mend it, and a table that they leave unfinished."""

    finding: Finding
    moves: tuple[Move, ...] = ()
    unfinished: Location | None = None


def slips(raw: dict[str, Any]) -> Iterator[Slip]:
    """Everything that stands under a header it was not meant for."""
    yield from _root_keys(raw)
    for name, kind in NAMED.items():
        yield from _part_without_name(name, table(raw, name), kind)
    beats = table(raw, "beats")
    written = {key: beat for key, beat in beats.items() if isinstance(beat, dict) and "script" in beat}
    hints = Hints()
    for beat_id, beat in beats.items():
        if isinstance(beat, dict):
            yield from _stray_choices(written, beat_id, beat, hints)
            yield from _choice_as_beat(beat_id, beat)
            yield from _choice_beside_choices(beat_id, beat)
            yield from _choice_without_name(beat_id, beat)
            yield from _beat_keys(beat_id, beat)


def _root_keys(raw: dict[str, Any]) -> Iterator[Slip]:
    for kind, at, here in tables(Scenario, raw):
        for key in ROOT_KEYS & here.keys() - raw.keys():
            if _is_foreign(kind, key, here[key]):
                finding = Finding(
                    "misplaced-key",
                    f"`{key}` stands under {_header(at)}, so it is taken as a part of {described(at)}",
                    (*at, key),
                    hint=f"`{key}` belongs at the top of the file, above the first [header]",
                    on_key=True,
                )
                yield Slip(finding, (((*at, key), (key,)),))


def _is_foreign(kind: Any, key: str, value: Any) -> bool:
    """Whether a table of this type can't have this key."""
    if is_table(kind):
        return key not in keys_of(kind)
    return is_table(inside(kind, key)) and not isinstance(value, Mapping)


def _stray_choices(
    written: Mapping[str, dict[str, Any]], beat_id: str, beat: Mapping[str, Any], hints: Hints
) -> Iterator[Slip]:
    """A header with a misspelt beat makes a new beat that has nothing but choices or variants."""
    if not beat or not beat.keys() <= {"choices", "variants"}:
        return
    meant = hints.nearest(beat_id, written)
    what = "choices" if "choices" in beat else "variants"
    name = next(iter(table(beat, "choices")), "NAME")
    rest = f"choices.{name}]" if what == "choices" else "variants]]"
    bracket = "[" if what == "choices" else "[["
    hint = f'did you mean "{meant}"? write {bracket}beats.{meant}.{rest}' if meant else None
    message = f'this header makes a new beat "{beat_id}", which has {what} but no script'
    at = ("beats", beat_id)
    moves = tuple(_to_another_beat(beat, at, written[meant])) if meant else ()
    finding = Finding("misspelt-header", message, at, hint=hint, on_key=True)
    if meant:
        moves = tuple((old, ("beats", meant, *new)) for old, new in moves)
    yield Slip(finding, moves, at)


def _to_another_beat(beat: Mapping[str, Any], at: Location, meant: Mapping[str, Any]) -> Iterator[Move]:
    """The moves of stray choices and variants, their destinations relative to the beat that was meant."""
    for name in table(beat, "choices"):
        if name not in table(meant, "choices"):
            yield (*at, "choices", name), ("choices", name)
    if "variants" in beat and "variants" not in meant:
        yield (*at, "variants"), ("variants",)


def _part_without_name(name: str, parts: Mapping[str, Any], kind: Any) -> Iterator[Slip]:
    """`[cast]` with the keys of one member directly below."""
    own = [key for key in parts if key in keys_of(kind) and not isinstance(parts[key], dict)]
    if own and UNNAMED not in parts:
        message = f"this header names none of the {name}: it ends too early"
        finding = Finding("misspelt-header", message, (name,), hint=f"write [{name}.NAME]", on_key=True)
        yield Slip(finding, tuple(((name, key), (name, UNNAMED, key)) for key in own))


def _choice_as_beat(beat_id: str, beat: Mapping[str, Any]) -> Iterator[Slip]:
    if "say" in beat and "script" not in beat:
        message = f'beat "{beat_id}" is written like a choice: it has `say`'
        hint = f"a choice's header names its beat: [beats.BEAT.choices.{beat_id}]"
        at = ("beats", beat_id)
        finding = Finding("misspelt-header", message, at, hint=hint, on_key=True)
        yield Slip(finding, ((at, (*at, "choices", beat_id)),), at)


def _choice_beside_choices(beat_id: str, beat: Mapping[str, Any]) -> Iterator[Slip]:
    if "say" in beat:
        return
    for key, part in beat.items():
        if key not in keys_of(Beat) and isinstance(part, Mapping) and CHOICE_KEYS & part.keys():
            message = f'this choice of beat "{beat_id}" lacks the word "choices" in its header'
            at = ("beats", beat_id, key)
            hint = f"write [beats.{beat_id}.choices.{key}]"
            finding = Finding("misspelt-header", message, at, hint=hint, on_key=True)
            yield Slip(finding, ((at, ("beats", beat_id, "choices", key)),))


def _choice_without_name(beat_id: str, beat: Mapping[str, Any]) -> Iterator[Slip]:
    choices = table(beat, "choices")
    if isinstance(choices.get("say"), str):
        at = ("beats", beat_id, "choices")
        hint = f"write [beats.{beat_id}.choices.NAME]"
        message = "this choice has no name: the header above it ends too early"
        finding = Finding("misspelt-header", message, (*at, "say"), hint=hint, on_key=True)
        own = (key for key in choices if key in keys_of(Choice))
        yield Slip(finding, tuple(((*at, key), (*at, UNNAMED, key)) for key in own))


def _beat_keys(beat_id: str, beat: Mapping[str, Any]) -> Iterator[Slip]:
    """Keys of the beat that were written below the header of one of its choices or variants."""
    for choice_id, choice in table(beat, "choices").items():
        yield from _of_the_beat(beat_id, beat, choice, ("choices", choice_id), "a choice")
    variants = beat.get("variants")
    for position, variant in enumerate(variants if isinstance(variants, list) else ()):
        yield from _of_the_beat(beat_id, beat, variant, ("variants", position), "a variant")


def _of_the_beat(
    beat_id: str, beat: Mapping[str, Any], part: Any, below: Location, whose: str
) -> Iterator[Slip]:
    own = BEAT_KEYS if below[0] == "choices" else frozenset(keys_of(Beat)) - set(keys_of(Variant))
    for key in part if isinstance(part, Mapping) else ():
        if key in own and key not in beat:
            at = ("beats", beat_id, *below, key)
            message = f"`{key}` stands under {whose}, and only a beat has it"
            hint = f"move it up, under [beats.{beat_id}] and above the headers that follow it"
            finding = Finding("misplaced-key", message, at, hint=hint, on_key=True)
            yield Slip(finding, ((at, ("beats", beat_id, key)),))


def _header(at: Location) -> str:
    return f"[{'.'.join(str(key) for key in at if isinstance(key, str))}]"
