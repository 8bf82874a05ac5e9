"""A file with faults of shape made whole for a look at the rest, so that no finding hides another.

What stands in the wrong place or is misspelt is moved to where it was meant to
stand; what is missing or wrong gets a stand-in. The result is never played: it
only lets the rules run, and findings that a stand-in could cause are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Generic

from simulator.scenario import standins
from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.hints import Hints
from simulator.scenario.keys import described, is_table, keys_of, tables
from simulator.scenario.misplaced import UNNAMED, slips
from simulator.scenario.model import MAX_BEATS, MAX_LIST, Choice, Scenario
from simulator.scenario.shape import MOST_MISFITS, Shape, Shaped

ROUNDS = 4
"""How often a mended file is looked at again: a stand-in for a table needs stand-ins for its keys."""

_ABSENCES = frozenset({"missing-key", "dead-end"})
_ABOUT_PARTS = frozenset({"bad-band", "bad-range"})
_ABOUT_GAUGES = frozenset({"always-true", "never-true", "gauge-range"})
_ABOUT_CAST = frozenset({"unknown-speaker", "shared-name", "not-a-line"})
_NEEDS: dict[str, tuple[str, ...]] = {
    "unknown-target": ("beats", "endings"),
    "unknown-ending": ("endings",),
    "unknown-fact": ("facts",),
    "unknown-flag": ("flags",),
    "unknown-gauge": ("gauges",),
    "unknown-name": ("facts", "flags", "gauges"),
    "unknown-temperament": ("temperaments",),
    "unknown-choice": ("beats",),
    "unknown-principle": (),
    "unknown-skill": (),
}
"""Findings that a lost name may cause, and the tables whose loss loses all names."""


class Mended(Generic[Shaped]):
    """What came of mending a file's values.

    `findings` are all its faults of shape; `whole` is the mended object, or None where
    too little was left to go on; `values` are its values.
    """

    def __init__(self, shape: Shape[Shaped], raw: dict[str, Any]) -> None:
        self.findings: list[Finding] = []
        self.values: dict[str, Any] = _copied(raw)
        self._shape = shape
        self._origins: dict[Location, Location] = {}
        self._places: set[Location] = set()
        self._unfinished: set[Location] = set()
        self._lost: set[str] = set()
        self._nameless: set[str] = set()
        self._cut: set[Location] = set()
        if shape.kind is Scenario:
            self._untangle(raw)
        self._name_strangers()
        self.whole = self._mended()
        self.__dict__.pop("_touched", None)

    @property
    def is_complete(self) -> bool:
        """Whether no name is missing that the author may have meant to declare."""
        return self.whole is not None and not self._lost and all(len(place) > 1 for place in self._places)

    def sound(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Those of a rule's findings that would stand in the whole file, too, at their places in the file."""
        for finding in findings:
            if self._is_sound(finding):
                yield _moved(finding, self._origin(finding.at))

    def _untangle(self, raw: dict[str, Any]) -> None:
        for slip in slips(raw):
            self._report(slip.finding)
            if slip.unfinished:
                self._unfinished.add(slip.unfinished)
            for move in slip.moves:
                self._move(*move)
                if move[1][1:2] == (UNNAMED,):
                    self._nameless.add(str(move[1][0]))
            if slip.moves and slip.unfinished and not _is_filled(self.values, slip.unfinished):
                _taken(self.values, slip.unfinished)

    def _move(self, old: Location, new: Location) -> None:
        value = _taken(self.values, old)
        if value is not None and _put(self.values, new, value):
            self._origins[new] = old

    def _name_strangers(self) -> None:
        """Report each key that the format does not know, and read it as the key that was meant."""
        hints = Hints()
        for kind, at, here in tables(self._shape.kind, self.values):
            known = keys_of(kind)
            for key in [key for key in here if key not in known] if is_table(kind) else ():
                meant = hints.nearest(key, known)
                if len(self.findings) < MOST_MISFITS:
                    hint = _hint(kind, key, meant)
                    message = f"{described(at)} has no key `{key}`"
                    self._report(
                        Finding("unknown-key", message, self._origin((*at, key)), hint=hint, on_key=True)
                    )
                self._rename(here, at, key, meant)
            if not known and len(here) > MAX_BEATS:
                self._lost.update(standins.shorten(here, MAX_BEATS + 1))

    def _rename(self, here: dict[str, Any], at: Location, key: str, meant: str | None) -> None:
        value = here.pop(key)
        if meant is not None and meant not in here:
            here[meant] = value
            self._origins[(*at, meant)] = (*at, key)
            return
        entries = value if isinstance(value, dict) else {}
        beside = here.get(meant) if meant is not None else None
        for name, entry in entries.items():
            if isinstance(beside, dict) and name not in beside:
                beside[name] = entry
                self._origins[(*at, str(meant), name)] = (*at, key, name)
            else:
                self._lost.add(name)

    def _mended(self) -> Shaped | None:
        for turn in range(ROUNDS):
            whole, misfits = self._shape.examine(self.values)
            if whole is not None or len(misfits) >= MOST_MISFITS:
                break
            for misfit in misfits:
                if turn == 0 or self._is_sound(misfit.finding):
                    self._take_in(misfit.finding)
            for misfit in misfits:
                if misfit.most is not None:
                    self._cut.add(misfit.finding.at)
                    self._lost.update(standins.cut(self.values, misfit.finding.at, misfit.most))
                else:
                    self._places.add(standins.mend(self._shape.kind, self.values, misfit.finding.at))
        else:
            return None
        for misfit in misfits if whole is None else ():
            self._take_in(misfit.finding)
        return whole

    def _take_in(self, finding: Finding) -> None:
        if finding.code != "missing-key" or finding.at[:-1] not in self._unfinished:
            self._report(_moved(finding, self._origin(finding.at)))

    def _report(self, finding: Finding) -> None:
        if len(self.findings) < MOST_MISFITS:
            self.findings.append(finding)

    def _origin(self, at: Location) -> Location:
        """Where in the file a place of the mended values stands."""
        length = len(at)
        while length:
            if (old := self._origins.get(at[:length])) is not None:
                at = (*old, *at[length:])
                length = min(length, len(old))
            length -= 1
        return at

    def _is_sound(self, finding: Finding) -> bool:
        at, code = finding.at, finding.code
        if any(at[:length] in self._places for length in range(1, len(at) + 1)):
            return False
        if code in _NEEDS:
            return self._is_really_unknown(finding)
        if code in _ABSENCES:
            return at not in self._unfinished and at[:-1] not in self._unfinished and not self._has_gap(at)
        if code in _ABOUT_PARTS:
            return not any(place[: len(at)] == at for place in self._places)
        if code in _ABOUT_GAUGES:
            return "gauges" not in self._touched
        is_unsure = code in _ABOUT_CAST and self._is_unsure_of_cast()
        return not is_unsure and not (code == "many-choices" and (*at, "choices") in self._cut)

    @cached_property
    def _touched(self) -> frozenset[str | int]:
        """The tables of the file that have a stand-in anywhere."""
        return frozenset(place[0] for place in self._places)

    def _is_unsure_of_cast(self) -> bool:
        if "cast" in self._nameless:
            return True
        if "cast" not in self._touched:
            return False
        return any(place[0] == "cast" and place[2:] in {(), ("name",)} for place in self._places)

    def _has_gap(self, at: Location) -> bool:
        """Whether a beat that seems to lead nowhere has a stand-in for what leads on."""
        return (*at, "choices") in self._places or (*at, "to") in self._places

    def _is_really_unknown(self, finding: Finding) -> bool:
        needed = _NEEDS[finding.code]
        if any((table,) in self._places or table in self._nameless for table in needed):
            return False
        if finding.code == "unknown-choice" and any(
            place[:1] == ("beats",) and place[2:] in {(), ("choices",)} for place in self._places
        ):
            return False
        return not self._lost or _named(self.values, finding) not in self._lost


def _named(values: Any, finding: Finding) -> str:
    """The name that a finding is about."""
    here = values
    for key in finding.at:
        if _holds(here, key):
            here = here[key]
    if finding.on_key or not isinstance(here, str):
        return str(finding.at[-1])
    return here if finding.within is None else here[slice(*finding.within)]


def _holds(here: Any, key: str | int) -> bool:
    """Whether a table or list has such an entry."""
    if isinstance(here, list):
        return isinstance(key, int) and key < len(here)
    return isinstance(here, dict) and key in here


def _hint(kind: Any, key: str, meant: str | None) -> str | None:
    if meant is not None:
        return f'did you mean "{meant}"?'
    return "what answers a choice is its `reply`" if kind is Choice and key == "script" else None


def _moved(finding: Finding, at: Location) -> Finding:
    if at == finding.at:
        return finding
    return Finding(
        finding.code, finding.message, at, finding.severity, finding.hint, finding.within, finding.on_key
    )


def _copied(value: Any) -> Any:
    """Tables and lists of their own, and no list longer than anything the format allows."""
    if isinstance(value, dict):
        return {key: _copied(part) for key, part in value.items()}
    return [_copied(part) for part in value[: MAX_LIST + 1]] if isinstance(value, list) else value


def _taken(values: dict[str, Any], at: Location) -> Any:
    """Take out what stands at a place; None where nothing does."""
    here: Any = values
    for key in at[:-1]:
        if not _holds(here, key):
            return None
        here = here[key]
    return here.pop(at[-1], None) if isinstance(here, dict) else None


def _put(values: dict[str, Any], at: Location, value: Any) -> bool:
    """Put a value at a place where nothing stands yet; tell whether that could be done."""
    here: Any = values
    for key in at[:-1]:
        here = here.setdefault(key, {})
        if not isinstance(here, dict):
            return False
    if at[-1] in here:
        return False
    here[at[-1]] = value
    return True


def _is_filled(values: dict[str, Any], at: Location) -> bool:
    """Whether something is left of a table at a place."""
    here: Any = values
    for key in at:
        here = here.get(key)
        if not isinstance(here, dict):
            return False
    return any(part for part in here.values())
