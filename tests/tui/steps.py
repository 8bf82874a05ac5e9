"""Driving an app as a player does."""

from __future__ import annotations

from collections.abc import Sequence

from textual.pilot import Pilot

from simulator.tui.widgets.picker import Picker


async def act(pilot: Pilot[int], steps: Sequence[str]) -> None:
    """Press keys; `wait` lets workers end, `say:ID` says a choice by the number it is shown under."""
    for step in steps:
        if step == "wait":
            await pilot.app.workers.wait_for_complete()
        elif step.startswith("say:"):
            await say(pilot, step.removeprefix("say:"))
        else:
            await pilot.press(step)
        await pilot.pause()


async def say(pilot: Pilot[int], choice: str) -> None:
    """Say a choice as a player does: its number twice."""
    items = [item for item in pilot.app.screen.query_one("#choices", Picker).items if item.id is not None]
    number = next(str(at) for at, item in enumerate(items, 1) if item.id == choice)
    await pilot.press(number, number)
