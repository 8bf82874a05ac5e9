from __future__ import annotations

from simulator.tui.screens.play import PlayScreen
from tests.tui.conftest import QUIET_NO, MakeApp
from tests.tui.steps import act


async def test_the_conversation_that_an_arc_is_opened_at_starts_with_the_trust_carried_over(
    make_app: MakeApp,
) -> None:
    async with make_app(start=QUIET_NO, arc="tables/year", carried=64).run_test() as pilot:
        await act(pilot, ("wait", "enter"))
        assert isinstance(pilot.app.screen, PlayScreen)
        setting = pilot.app.screen.play.session.setting
        assert (setting.arc, setting.trust) == ("tables/year", 64)
        await act(pilot, ("q", "enter", "wait", "enter", "wait", "enter"))
        assert isinstance(pilot.app.screen, PlayScreen)
        assert pilot.app.screen.play.session.setting.arc is None
