"""The Doctor: the checks of a pack on a screen, done by another process."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from simulator.analysis.checks.findings import Coverage, Findings
from simulator.scenario.diagnostic import Diagnostic, Severity, Span
from simulator.tui.examination import Examination
from simulator.tui.glyphs import RICH
from simulator.tui.ink import Paragraph, text
from simulator.tui.presenters import doctor
from simulator.tui.screens import doctor as screens
from simulator.tui.screens.doctor import DoctorScreen
from simulator.tui.screens.finding import FindingScreen
from tests.tui.conftest import PACKS, Compare, MakeApp, frame

PATIENCE = 30.0
NORMAL, WIDE, NARROW = (80, 24), (120, 40), (40, 12)


@pytest.fixture
def ill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with two errors, named by a path that is the same on every machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(screens, "LOOK_EVERY", 0.05)
    folder = Path("ill")
    shutil.copytree(PACKS / "tables", folder)
    edit(folder, 'to = "fourth"', 'to = "fuorth"')
    return folder


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "the-quiet-no.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


async def until(pilot: Pilot[int], holds: Callable[[DoctorScreen], object]) -> DoctorScreen:
    """Wait until something holds of the Doctor's screen."""
    end = asyncio.get_running_loop().time() + PATIENCE
    screen = pilot.app.screen
    assert isinstance(screen, DoctorScreen)
    while not holds(screen):
        assert asyncio.get_running_loop().time() < end, frame(pilot.app)  # type: ignore[arg-type]
        await pilot.pause(0.02)
    await pilot.pause()
    return screen


def found(screen: DoctorScreen) -> Findings:
    assert screen.examined is not None
    return screen.examined.findings


async def test_findings_are_listed_explained_and_gone_once_they_are_mended(
    ill: Path, make_app: MakeApp, compare: Compare
) -> None:
    app = make_app()
    async with app.run_test(size=NORMAL) as pilot:
        app.open_doctor(ill)
        await pilot.pause()
        screen = await until(pilot, lambda screen: screen.examined)
        compare(app, "doctor-80x24")
        await pilot.press("down", "enter")
        assert isinstance(app.screen, FindingScreen)
        compare(app, "finding-80x24")
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        compare(app, "finding-40x12")
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        compare(app, "finding-120x40")
        await pilot.resize_terminal(*NARROW)
        await pilot.press("escape")
        compare(app, "doctor-40x12")
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        compare(app, "doctor-120x40")
        marked, before = screen.list.marked_id, screen.list.items[2].more

        edit(ill, "[beats.third]", "# a line more\n[beats.third]")
        await until(pilot, lambda screen: screen.list.items[2].more != before)
        assert screen.list.marked_id == marked

        edit(ill, "fuorth", "fourth")
        await until(pilot, lambda screen: not found(screen).errors)
        assert "It can be played" in frame(app)


async def test_severities_can_be_looked_at_alone(ill: Path, make_app: MakeApp) -> None:
    edit(ill, "fuorth", "fourth")
    app = make_app()
    async with app.run_test(size=NORMAL) as pilot:
        app.open_doctor(ill)
        await pilot.pause()
        screen = await until(pilot, lambda screen: screen.examined)
        assert screen.list.items
        await pilot.press("f")
        assert not screen.list.items
        assert "Only errors are shown." in frame(app)
        await pilot.press("f", "f")
        assert screen.list.items
        assert "Only" not in frame(app)


async def test_without_colour_and_in_ascii_severities_are_words(
    ill: Path, make_app: MakeApp, compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(glyphs="basic")
    async with app.run_test(size=NORMAL) as pilot:
        app.open_doctor(ill)
        await pilot.pause()
        await until(pilot, lambda screen: screen.examined)
        compare(app, "doctor-basic-no-colour-80x24")
        assert frame(app).isascii()
        await pilot.press("down", "enter")
        compare(app, "finding-basic-no-colour-80x24")
        assert frame(app).isascii()


async def test_a_folder_without_packs_says_so(tmp_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=NORMAL) as pilot:
        app.open_doctor(tmp_path)
        await pilot.pause()
        await until(pilot, lambda screen: screen.examined)
        assert "holds no pack and no scenario" in " ".join(frame(app).split())


async def test_a_check_that_is_stopped_tells_what_it_found_and_can_be_repeated() -> None:
    told: list[str] = []

    def stop(file: str, _states: int) -> None:
        if not told:
            examination.stop()
        told.append(file)

    examination = Examination(PACKS.parents[2] / "scenarios", stop)
    try:
        cut = await examination.run()
        assert cut.findings.interrupted
        whole = await examination.run()
    finally:
        await examination.close()
    assert not whole.findings.interrupted
    assert len({covered.file for covered in whole.findings.coverage}) >= 4


def finding(message: str = "it is wrong", **more: object) -> Diagnostic:
    return Diagnostic("unknown-target", message, "a/b.toml", **more)  # type: ignore[arg-type]


def words(paragraphs: list[Paragraph]) -> list[str]:
    return [" " * p.gutter * (not p.label[0]) + text(p.runs) for p in paragraphs]


def test_a_finding_keeps_its_name_while_its_line_changes() -> None:
    before = [finding(span=Span(3)), finding(span=Span(9))]
    after = [finding(span=Span(4)), finding(span=Span(10))]

    assert doctor.keys_of(before) == doctor.keys_of(after)
    assert len(set(doctor.keys_of(before))) == 2


@pytest.mark.parametrize("before", ["", "x" * 300, "日" * 200, "\t" * 40])
def test_the_signs_stand_under_the_place_however_wide_the_letters(before: str) -> None:
    source = f'{before}to = "nowhere" # here'
    column = source.index('"') + 1
    one = finding(excerpt=source, span=Span(7, column, 7, column + 9))
    line, signs = doctor.excerpt(one, 60)

    assert line.runs[1][0] == '"nowhere"'
    assert text(signs.runs).lstrip(" ") == "^" * 9
    assert len(text(signs.runs)) - 9 == cell_len(line.runs[0][0]) <= 60


def test_a_page_tells_place_hint_way_and_meaning() -> None:
    one = finding(hint="mend it", path=("ask", "leave"), temperament="guarded", span=Span(3, 2))
    page = "\n".join(words(doctor.page(one, "It is wrong.\n\nTo mend it: do.", 80, RICH)))

    for part in ("a/b.toml:3:2", "mend it", "ask → leave", "--temperament guarded --choices ask,leave"):
        assert part in page
    assert page.endswith("It is wrong.\nTo mend it: do.")


def test_all_is_well_tells_what_was_looked_at() -> None:
    clean = Findings((), (Coverage("a", None, 1234, True, 0.1, "exact"),))

    assert words(doctor.verdict(clean, None)) == [
        "All is well.", "Looked at: 1,234 states of 1 scenario, every one there is.",
    ]  # fmt: skip
    assert "no scenario yet" in words(doctor.verdict(Findings(()), None))[0]


def test_errors_come_before_the_praise() -> None:
    both = Findings((finding(), finding("dull", severity=Severity.WARNING)))

    assert doctor.counted(both) == "1 error, 1 warning"
    assert "Mend the errors" in words(doctor.verdict(both, None))[0]
    assert doctor.shown(both, Severity.WARNING) == [both.diagnostics[1]]


def test_of_very_many_findings_errors_are_listed_first() -> None:
    dull = [
        finding(f"dull {number}", severity=Severity.WARNING, span=Span(number + 1)) for number in range(999)
    ]
    many = Findings((*dull, finding("bad", span=Span(2000))))
    listed = doctor.shown(many, None)

    assert len(listed) == doctor.MOST
    assert listed[-1].message == "bad"
    assert any("of 1,000 are listed" in line for line in words(doctor.verdict(many, None)))


def test_a_finding_in_a_folder_stands_under_its_file_even_where_there_is_only_one(tmp_path: Path) -> None:
    one = Diagnostic("unknown-target", "it is wrong", f"{tmp_path}/first.toml")
    heads = [text(item.runs) for item in doctor.rows([one], tmp_path, RICH) if item.id is None]
    assert heads == ["first.toml"]
    alone = doctor.rows([one], tmp_path / "first.toml", RICH)
    assert all(item.id is not None for item in alone)
