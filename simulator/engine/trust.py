"""Trust: the right to push is earned.

Trust is a whole number from 0 to 100. The formulas are those of scoring
version 1, section "Trust"; the idea is idiosyncrasy credit (Hollander 1958).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.scenario.model import Harm

LOWEST, HIGHEST = 0, 100
TIER = 25
"""Points of trust per step of assertiveness that it affords."""
LARGEST_LOSS, LARGEST_GAIN = -40, 12
COST = {None: 0, "pressure": 1, "grave": 2}


def affords(trust: int) -> int:
    """The highest assertiveness (1..4) that trust (0..100) carries without strain."""
    return min(4, 1 + trust // TIER)


def clipped(trust: int) -> int:
    """Trust kept between 0 and 100."""
    return max(LOWEST, min(HIGHEST, trust))


def change(  # noqa: PLR0913 - the formula's own inputs
    trust: int,
    assertiveness: int,
    partnership: int,
    *,
    evidence: bool = False,
    harm: Harm | None = None,
    duty: bool = False,
    gain: int = 100,
    loss: int = 100,
) -> int:
    """Points by which one choice moves trust, before it is kept within 0..100.

    `gain` and `loss` are the counterpart's temperament in percent. Pushing past
    what trust affords costs 8 points a step, unless duty called for it.
    """
    over = 0 if duty else max(0, assertiveness - max(2, affords(trust)))
    raw = 4 * (partnership - 2) + 6 * evidence - 8 * over - 25 * COST[harm]
    raw = max(LARGEST_LOSS, min(LARGEST_GAIN, raw))
    percent = gain if raw > 0 else loss
    size = (abs(raw) * percent + 50) // 100
    return size if raw > 0 else -size


def trusts_after(assertiveness: int, partnership: int, **how: Any) -> tuple[int, ...]:
    """The trust after a choice, by the trust before it (0..100); `how` as in `change`."""
    moves = [change(tier * TIER, assertiveness, partnership, **how) for tier in range(HIGHEST // TIER + 1)]
    return tuple(clipped(trust + moves[trust // TIER]) for trust in range(HIGHEST + 1))
