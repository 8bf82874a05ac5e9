"""Who may speak in a script, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from unicodedata import normalize

YOU = "you"
"""The player, as the speaker of a line."""

YOU_IN_SCRIPTS = "You"

MOODS: tuple[str, ...] = (
    "neutral",
    "warm",
    "amused",
    "thoughtful",
    "surprised",
    "relieved",
    "guarded",
    "flat",
    "worried",
    "annoyed",
    "hurt",
    "angry",
    "cold",
)
"""How a line may be spoken: what one could see and hear, never what is hidden."""


def aliases(
    cast: Mapping[str, str], translated: Mapping[str, str] | None = None
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Who each name stands for, and the names that are shared and so stand for no one, with whose they are.

    `cast` and `translated` give each member's id its full name, as authored and in
    a translation. A member is called by first name, full name or id; an id always
    stands for itself, and `You` for the player.
    """
    owners: dict[str, list[str]] = {}
    for member, name in _called(cast, translated or {}):
        owned = owners.setdefault(tidy(name), [])
        if member not in owned:
            owned.append(member)
    for own in [*cast, YOU_IN_SCRIPTS]:
        owners.pop(own, None)
    names = {name: members[0] for name, members in owners.items() if len(members) == 1}
    shared = {name: tuple(members) for name, members in owners.items() if len(members) > 1}
    return names | {member: member for member in cast} | {YOU_IN_SCRIPTS: YOU}, shared


def tidy(name: str) -> str:
    """The name with single blanks and composed letters: an é may come as one character or as two."""
    return normalize("NFC", " ".join(name.split()))


def _called(cast: Mapping[str, str], translated: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for names in (cast, translated):
        for member, name in names.items():
            if member in cast and name.strip():
                yield member, name.split()[0]
                yield member, name
