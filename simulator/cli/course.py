"""What `sparring play` is to open: the scenario that was named, or the next conversation of an arc."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.cli.speech import wished
from simulator.errors import Misuse
from simulator.packs import arcs
from simulator.packs.arcs import ArcEntry
from simulator.packs.find import Found, resolve
from simulator.practice.arcs import ArcState, state_of
from simulator.practice.keeper import Keeper
from simulator.practice.telling import arc_told
from simulator.words import _


@dataclass(frozen=True, slots=True)
class Course:
    """A scenario to play; in an arc with the arc's name and the trust (35..85) that is carried over.

    `told` is said before it begins.
    """

    found: Found
    arc: str | None = None
    trust: int | None = None
    told: tuple[str, ...] = ()


def meant(wanted: str) -> Found | ArcEntry:
    """What a name means: a scenario, or else an arc. Raises `Misuse` where it means neither."""
    try:
        return resolve(wanted)
    except Misuse:
        arc = arcs.named(wanted, arcs.arcs(wished()))
        if arc is None:
            raise
        return arc


def course_of(wanted: Found | ArcEntry, keeper: Keeper | None) -> Course:
    """The scenario itself, or the arc's next conversation as far as the keeper knows.

    An arc that was played to its end begins anew, and so does each for a guest. Raises
    StoreFailed where the plays can't be read.
    """
    if isinstance(wanted, Found):
        return Course(wanted)
    state = _state(wanted, keeper)
    number = 0 if state.next is None else len(state.done)
    trust = None if state.next is None else state.trust
    path = wanted.paths[number]
    told = [arc_told(wanted.title, number + 1, len(wanted.paths), trust)]
    if state.next is None:
        told.insert(0, _('You have played "{title}" to its end; it begins anew.').format(title=wanted.title))
    return Course(Found(path, path.parent, path.stem), wanted.name, trust, tuple(told))


def _state(arc: ArcEntry, keeper: Keeper | None) -> ArcState:
    plays = keeper.glances() if keeper else []
    own = [glance for glance in plays if glance.setting.arc == arc.name]
    return state_of(arc, keeper.refresh(own) if keeper else own)
