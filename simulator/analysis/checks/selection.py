"""Which codes are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes or beginnings of codes: `select` are looked for (all, where empty), `ignore` are not.

    `accepted` are those that a pack accepts; they hide warnings only.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()

    def takes(self, code: str, *, is_error: bool) -> bool:
        """Whether a finding with this code is to be told."""
        if self.select and not matches(code, self.select):
            return False
        return not matches(code, self.ignore) and (is_error or not matches(code, self.accepted))


def matches(code: str, wanted: Iterable[str]) -> bool:
    """Whether a code is one of those wanted, or begins like one."""
    return any(code.startswith(beginning) for beginning in wanted)
