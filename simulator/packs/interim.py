"""Stand-ins until the scenario package has these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DROPPED = dict.fromkeys(
    [
        *range(9),
        *range(11, 32),
        *range(127, 160),
        0x200B,
        0xFEFF,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)


def plain(text: str) -> str:
    return text.translate(_DROPPED)


def estimate(values: Mapping[str, Any]) -> int:
    return 8
