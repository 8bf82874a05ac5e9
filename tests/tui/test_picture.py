from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.tui.picture import KINDS, picture
from tests.tui.conftest import MakeApp, frame
from tests.tui.steps import act


async def pictures(app_of: MakeApp, **how: object) -> dict[str, str]:
    app = app_of(**how)
    async with app.run_test() as pilot:
        await pilot.pause()
        return {kind: picture(app, kind) for kind in KINDS} | {"frame": frame(app)}


async def test_a_picture_in_text_is_what_one_sees(make_app: MakeApp) -> None:
    drawn = await pictures(make_app)
    assert drawn["txt"] == drawn["frame"]


@pytest.mark.parametrize("how", [{}, {"theme": "no-colour"}, {"pack": "hostile"}])
async def test_no_picture_fetches_or_runs_anything(how: dict[str, object], make_app: MakeApp) -> None:
    drawn = await pictures(make_app, **how)
    for kind in ("svg", "html"):
        links = set(re.findall(r"https?://[^\s\"'<)]+", drawn[kind]))
        assert links <= {"http://www.w3.org/2000/svg"}, links
        assert "@font-face" not in drawn[kind]
        assert "<script" not in drawn[kind]
        assert not set(drawn[kind]) & set(map(chr, (*range(9), *range(11, 32), *range(127, 160))))


async def test_a_page_of_html_has_the_words_and_the_colours(make_app: MakeApp) -> None:
    drawn = await pictures(make_app)
    words = re.sub(r"<[^>]+>", "", drawn["html"])
    assert "The quiet no" in words
    assert "background-color: #1c1e26" in drawn["html"]
    assert drawn["html"].startswith("<!DOCTYPE html>")


async def test_pictures_are_new_files_and_their_paths_are_told(make_app: MakeApp, home: Path) -> None:
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        await act(pilot, ("X", "X", "colon", *"svg", "enter"))
        await pilot.pause()
        assert "Written to" in frame(app)
    names = {"sparring-screen-home.txt", "sparring-screen-home-2.txt", "sparring-screen-home.svg"}
    written = {path.name: path for path in home.glob("sparring-*")}  # noqa: ASYNC240 - the app has ended
    assert written.keys() == names
    assert "What would you like" not in written["sparring-screen-home.svg"].read_text(encoding="utf-8")


async def test_a_folder_that_takes_no_file_is_told(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "gone"))
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        await act(pilot, ("X",))
        await pilot.pause()
        assert "Not written" in frame(app)
