"""The identity of a scenario: its exact text, and its rules alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

TEXTS = frozenset(
    {"title", "summary", "name", "role", "wants", "situation", "history", "goal", "stakes"}
    | {"text", "label", "script", "thinks", "say", "why", "act", "later", "principle", "reply"}
)
"""Keys whose values are words for a reader; changing them changes no rule."""
RULES = ("start", "trust", "facts", "flags", "gauges", "temperaments", "beats", "endings")
"""The parts of a scenario that decide a play."""


def digest(raw: Mapping[str, Any]) -> str:
    """`sha256:…` of a scenario file's values as canonical JSON: texts in, terms unfilled."""
    text = json.dumps(raw, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return "sha256:" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def rules_digest(raw: Mapping[str, Any]) -> str:
    """The digest of what decides a play (ids, ratings, targets, conditions, effects), without its words."""
    return digest({part: _without_texts(raw[part]) for part in RULES if part in raw})


def _without_texts(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_texts(part) for part in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for key, part in value.items():
        if isinstance(part, str):
            if key not in TEXTS:
                kept[key] = part
        else:
            kept[key] = _without_texts(part) if isinstance(part, (dict, list)) else part
    return kept
