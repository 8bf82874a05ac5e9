"""URLs of stores, as they may be shown."""

from __future__ import annotations

import re


def without_password(url: str) -> str:
    """A URL or path as it may be shown: what could be part of a password is stars."""
    head, mark, rest = url.partition("://")
    if not mark:
        return url
    user, at, place = rest.rpartition("@")
    name, colon, _secret = user.partition(":")
    shown = f"{head}://{name}{colon and ':***'}{at}{place}"
    return re.sub(r"(?i)([?&](?:ssl)?password=)[^&#]*", r"\1***", shown)
