"""Help speaks of what has the focus."""

from __future__ import annotations

import pytest

from tests.tui.conftest import MakeApp, frame
from tests.tui.steps import act

HELP = "f1"


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((), "The list of conversations"),
        (("slash", "wait"), "The field to find with"),
        (("enter", "wait"), "The ways to begin"),
        (("enter", "wait", "enter"), "What you could say"),
    ],
)
async def test_help_begins_with_what_has_the_focus(
    make_app: MakeApp, steps: tuple[str, ...], told: str
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await act(pilot, steps)
        await pilot.press(HELP)
        await pilot.pause()
        assert "Where you are" in frame(app)
        assert told in frame(app)
