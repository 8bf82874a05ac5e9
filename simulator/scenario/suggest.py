"""The known name that someone probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from unicodedata import normalize

LONGEST = 60
"""Longer words are compared with nothing, so that hostile input costs nothing."""

MOST = 2_000
"""How many known names one word is compared with, at most."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The hint `did you mean "reason"?`, or None where no known name is near."""
    name = nearest(word, known)
    return None if name is None else f'did you mean "{name}"?'


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name nearest to the word: the same but for case and punctuation, or a few slips away.

    A slip is a letter too many, too few, wrong, or changed places with the next.
    About one in three letters may slip, at most four, and a name that the word
    begins counts as one slip. Ties go to the first in alphabetical order.
    """
    if len(word) > LONGEST:
        return None
    short = _plain(word)
    if not short:
        return None
    allowed = min(4, (len(short) + 1) // 3)
    best: tuple[int, str] | None = None
    for name in islice((name for name in known if len(name) <= LONGEST), MOST):
        slips = _slips(short, _plain(name), allowed)
        if slips <= allowed and (best is None or (slips, name) < best):
            best = (slips, name)
            allowed = slips
    return None if best is None else best[1]


def _plain(word: str) -> str:
    """The letters and digits alone, without case and accents."""
    letters = word if word.isascii() else normalize("NFKD", word)
    return "".join(filter(str.isalnum, letters.casefold()))


def _slips(word: str, name: str, allowed: int) -> int:
    """How many slips lie between word and name; more than `allowed` where it gave up."""
    if word == name:
        return 0
    if len(word) >= 3 and name.startswith(word):
        return 1
    if abs(len(word) - len(name)) > allowed:
        return allowed + 1
    return _distance(word, name, allowed)


def _distance(word: str, name: str, allowed: int) -> int:
    """Edits between two words where swapped neighbours are one edit (optimal string alignment).

    Only the band of the table in which the distance can be `allowed` or less is filled.
    """
    far = allowed + 1
    before_last = [far] * (len(name) + 1)
    last = [min(j, far) for j in range(len(name) + 1)]
    for i, letter in enumerate(word, 1):
        row = [min(i, far)] + [far] * len(name)
        for j in range(max(1, i - allowed), min(len(name), i + allowed) + 1):
            edits = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != name[j - 1]))
            if i > 1 and j > 1 and letter == name[j - 2] and word[i - 2] == name[j - 1]:
                edits = min(edits, before_last[j - 2] + 1)
            row[j] = edits
        if min(row) > allowed and min(last) > allowed:
            return far
        before_last, last = last, row
    return last[-1]
