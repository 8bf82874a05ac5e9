"""How long a scenario takes, from the words of one play."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

WORDS_A_MINUTE = 130
"""Reading dialogue and weighing options, slower than prose at 200 to 250 words a minute."""
SHARE_SEEN = 0.5
"""About half of a branching scenario's words are met in one play."""


def estimate(raw: Mapping[str, Any]) -> int:
    """Whole minutes, 1..240, for a scenario file's values; sound for any values at all."""
    words = sum(len(text.split()) for text in _spoken(raw))
    return max(1, min(240, round(words * SHARE_SEEN / WORDS_A_MINUTE)))


def _spoken(raw: Mapping[str, Any]) -> Iterator[str]:
    for beat in _tables(raw.get("beats")):
        yield _text(beat.get("script"))
        for choice in _tables(beat.get("choices")):
            yield _text(choice.get("say"))
            yield _text(choice.get("reply"))
    briefing = raw.get("briefing")
    for part in briefing.values() if isinstance(briefing, Mapping) else ():
        yield _text(part)


def _tables(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield from (part for part in value.values() if isinstance(part, Mapping))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
