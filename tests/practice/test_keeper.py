from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.errors import Refused
from simulator.practice.bringing_back import Way
from simulator.practice.keeper import Keeper, Keeping, is_unfinished, unfinished
from simulator.practice.opening import opened, played_on
from simulator.practice.versions import Versions
from simulator.scenario.edition import Edition
from simulator.scenario.reader import read_scenario
from simulator.store.log import Committed, Moved, Noted, Rated, Typed
from simulator.store.record import Mode, Outcome, Purpose
from simulator.store.sqlite import SqliteStore
from simulator.store.store import Elsewhere, Store

SCENE = Path(__file__).parents[1] / "scenes" / "small"
BEST = ("ask", "evidence", "leave", "refuse")


class Desk:
    """A library of one pack, a store, and one learner's keeper, all in one folder."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.pack = shutil.copytree(SCENE, folder / "small")
        self.file = self.pack / "small-no.toml"
        self.copies = folder / "editions"
        self.store = store
        self.ticks = count(1_000)
        self.keeper = self.keeper_of("Sam")

    def keeper_of(self, learner: str) -> Keeper:
        versions = Versions(self.copies, self.find)
        return Keeper(self.store, learner, versions, clock=lambda: float(next(self.ticks)))

    def find(self, name: str) -> Path | None:
        return self.file if name == "small/small-no" and self.file.is_file() else None

    def edition(self, language: str | None = None) -> Edition:
        edition = read_scenario(self.file, language).edition
        assert edition is not None
        return edition

    def session(self, edition: Edition, temperament: str | None = None, **given: int) -> Session:
        return opened(edition, compile_program(edition.scenario, temperament), **given)

    def begin(self, *choices: str, keeper: Keeper | None = None, **how: object) -> tuple[Session, Keeping]:
        """A play of the scene with some choices said, each kept."""
        edition = self.edition()
        session = self.session(edition)
        how = {"mode": Mode.REHEARSE, **how}
        keeping = (keeper or self.keeper).begin(edition, session, **how)
        for choice in choices:
            session.say(choice, float(next(self.ticks)))
            keeping.keep(session)
        return session, keeping

    def rewrite(self, old: str, new: str) -> None:
        text = self.file.read_text()
        assert old in text
        self.file.write_text(text.replace(old, new))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = SqliteStore(tmp_path / "plays.sqlite3")
    yield Desk(tmp_path, store)
    store.close()


def test_every_choice_is_in_the_store_once_it_is_kept(desk: Desk) -> None:
    session, keeping = desk.begin("ask")
    session.say("evidence")
    keeping.keep(session)
    keeping.keep(session)
    record = desk.keeper.record(keeping.key)
    assert record is not None
    assert record.transcript.choices == ("ask", "evidence")
    assert record.glance.learner == "Sam"


def test_a_play_comes_back_to_the_same_state_with_all_it_was_begun_with(desk: Desk) -> None:
    edition = desk.edition()
    session = desk.session(edition, "guarded", trust=44, seed=9)
    keeping = desk.keeper.begin(edition, session, mode=Mode.COACH)
    for choice in ("ask", "fold"):
        session.say(choice)
        keeping.keep(session)
    session.take_back()
    keeping.keep(session)
    brought = desk.keeper.bring_back(keeping.key)
    assert brought.way is Way.TODAY
    assert brought.told is None
    assert brought.can_go_on
    assert brought.session is not None
    assert (brought.session.state, brought.session.events) == (session.state, session.events)
    assert brought.session.setting == session.setting
    assert brought.record.glance.beginning.mode is Mode.COACH
    assert brought.record.glance.has_take_back


def test_a_play_that_came_back_is_gone_on_with_line_by_line(desk: Desk) -> None:
    _, keeping = desk.begin("ask")
    keeping.remark(Typed(2, "My own words"))
    brought = desk.keeper.bring_back(keeping.key)
    again = desk.keeper.go_on(brought)
    assert brought.session is not None
    brought.session.say("evidence")
    again.keep(brought.session)
    record = desk.keeper.record(keeping.key)
    assert record is not None
    assert [line.number for line in record.log] == [1, 2, 3]
    assert record.transcript.choices == ("ask", "evidence")


def test_of_two_windows_the_second_to_say_something_else_is_refused_and_stands_where_it_was(
    desk: Desk,
) -> None:
    _, keeping = desk.begin("ask")
    brought = desk.keeper.bring_back(keeping.key)
    other, mine = desk.keeper.go_on(brought), brought.session
    here = desk.keeper.bring_back(keeping.key)
    first, session = desk.keeper.go_on(here), here.session
    assert session is not None
    assert mine is not None
    session.say("evidence")
    first.keep(session)
    mine.say("fold")
    with pytest.raises(Elsewhere):
        other.keep(mine)
    assert other.as_kept(mine).choices == ("ask",)


def test_what_was_taken_back_before_it_could_be_kept_is_kept_whole(desk: Desk) -> None:
    session, keeping = desk.begin()
    session.say("ask")
    session.take_back()
    keeping.keep(session)
    record = desk.keeper.record(keeping.key)
    assert record is not None
    assert len(record.log) == 2
    assert record.glance.has_take_back


def test_a_what_if_keeps_the_words_that_it_shares_and_where_it_comes_from(desk: Desk) -> None:
    session, keeping = desk.begin(*BEST)
    other = played_on(session, session.choices[:2])
    branch = desk.keeper.begin(
        desk.edition(), other, mode=Mode.REHEARSE, purpose=Purpose.WHAT_IF, origin=keeping.key
    )
    record = desk.keeper.record(branch.key)
    assert record is not None
    assert record.transcript.choices == ("ask", "evidence")
    assert record.glance.beginning.origin == keeping.key


def test_a_finished_play_has_an_outcome_that_later_remarks_do_not_outdate(desk: Desk) -> None:
    session, keeping = desk.begin(*BEST)
    keeping.finish(desk.edition(), session)
    keeping.remark(Rated("about right", "throughout"), Noted(1, "The winter"))
    keeping.remark(Committed("I see it differently", "Dana"))
    (glance,) = desk.keeper.glances()
    assert glance.is_fresh
    assert glance.outcome is not None
    assert (glance.outcome.ending, glance.outcome.balance) == ("hour", 100.0)
    assert "I see it differently" in glance.outcome.body


def test_an_outcome_that_is_missing_or_of_another_scoring_is_worked_out_when_asked_for(desk: Desk) -> None:
    desk.begin(*BEST)
    _session, keeping = desk.begin("ask")
    old = Outcome(entries=1, scoring=0, ending=None, balance=None, margin=None, body="{}")
    desk.store.derive(keeping.key, old)
    refreshed = desk.keeper.refresh(desk.keeper.glances())
    assert [glance.outcome.scoring for glance in refreshed if glance.outcome] == [1, 1]
    assert [glance.outcome.ending for glance in refreshed if glance.outcome] == ["hour", None]
    assert desk.keeper.glances() == refreshed


def test_a_play_without_its_scenario_keeps_the_outcome_it_has(desk: Desk) -> None:
    _, keeping = desk.begin("ask")
    shutil.rmtree(desk.pack)
    shutil.rmtree(desk.copies)
    (glance,) = desk.keeper.refresh(desk.keeper.glances())
    assert glance.key == keeping.key
    assert glance.outcome is None


def test_unfinished_are_plays_that_are_the_last_of_their_scenario_and_have_no_ending(desk: Desk) -> None:
    _, left = desk.begin("ask")
    assert [glance.key for glance in unfinished(desk.keeper.glances())] == [left.key]
    session, keeping = desk.begin(*BEST)
    keeping.finish(desk.edition(), session)
    desk.begin("ask", purpose=Purpose.WHAT_IF, origin=keeping.key)
    assert unfinished(desk.keeper.glances()) == []
    assert is_unfinished(desk.keeper.glances()[0])


def test_a_text_that_only_says_it_better_leaves_the_play_on_the_words_it_was_begun_with(desk: Desk) -> None:
    _, keeping = desk.begin("ask")
    desk.rewrite("Somebody who stays.", "Somebody who will stay.")
    brought = desk.keeper.bring_back(keeping.key)
    assert brought.way is Way.KEPT
    assert "words were revised" in (brought.told or "")
    assert brought.edition is not None
    assert "Somebody who stays." in str(brought.edition.scenario)
    assert brought.can_go_on


def test_other_rules_leave_the_play_on_the_version_it_was_begun_with(desk: Desk) -> None:
    session, keeping = desk.begin("ask")
    desk.rewrite("partnership = 3\nreply", "partnership = 0\nreply")
    brought = desk.keeper.bring_back(keeping.key)
    assert brought.way is Way.KEPT
    assert "was changed since" in (brought.told or "")
    assert brought.session is not None
    assert brought.session.state == session.state


@pytest.mark.parametrize("change", ["gone", "faulty"])
def test_a_pack_that_is_gone_or_has_errors_does_not_end_a_play(desk: Desk, change: str) -> None:
    _session, keeping = desk.begin("ask")
    if change == "gone":
        shutil.rmtree(desk.pack)
    else:
        desk.file.write_text("format = ")
    brought = desk.keeper.bring_back(keeping.key)
    assert brought.way is Way.KEPT
    assert ("isn't in your library" if change == "gone" else "has errors") in (brought.told or "")
    assert brought.session is not None
    brought.session.say("evidence")
    desk.keeper.go_on(brought).keep(brought.session)
    assert brought.session.choices == ("ask", "evidence")


def test_without_a_copy_a_play_moves_to_todays_version_where_all_that_was_said_still_stands(
    desk: Desk,
) -> None:
    _, keeping = desk.begin("ask")
    shutil.rmtree(desk.copies)
    desk.rewrite("partnership = 3\nreply", "partnership = 4\nreply")
    brought = desk.keeper.bring_back(keeping.key)
    assert brought.way is Way.MOVED
    assert brought.session is not None
    again = desk.keeper.go_on(brought)
    brought.session.say("evidence")
    again.keep(brought.session)
    record = desk.keeper.record(keeping.key)
    assert record is not None
    digest = desk.edition().digest
    assert [line.what for line in record.log if isinstance(line.what, Moved)] == [Moved(digest, "2.1.0")]
    later = desk.keeper.bring_back(keeping.key)
    assert (later.way, later.told) == (Way.TODAY, None)
    assert later.session is not None
    assert later.session.setting.digest == digest


def test_reading_a_play_that_could_move_writes_nothing(desk: Desk) -> None:
    _, keeping = desk.begin("ask")
    shutil.rmtree(desk.copies)
    desk.rewrite("Somebody who stays.", "Somebody who will stay.")
    desk.keeper.bring_back(keeping.key)
    desk.keeper.refresh(desk.keeper.glances())
    record = desk.keeper.record(keeping.key)
    assert record is not None
    assert len(record.log) == 1
    assert record.glance.outcome is None


def test_a_play_whose_words_no_longer_stand_is_closed_with_the_reason_and_stays_readable(desk: Desk) -> None:
    _, keeping = desk.begin("ask")
    shutil.rmtree(desk.copies)
    desk.rewrite("[beats.opening.choices.ask]", "[beats.opening.choices.enquire]")
    brought = desk.keeper.bring_back(keeping.key)
    assert (brought.way, brought.is_final) == (Way.GONE, True)
    with pytest.raises(Refused, match="can't be said there any more"):
        desk.keeper.go_on(brought)
    (glance,) = desk.keeper.glances()
    assert "can't be said there any more" in (glance.closed or "")
    assert glance.said == 1
    assert unfinished([glance]) == []


def test_a_temperament_that_is_gone_closes_a_play(desk: Desk) -> None:
    edition = desk.edition()
    session = desk.session(edition, "guarded")
    keeping = desk.keeper.begin(edition, session, mode=Mode.REHEARSE)
    shutil.rmtree(desk.copies)
    desk.rewrite("[temperaments.guarded]", "[temperaments.wary]")
    assert desk.keeper.bring_back(keeping.key).way is Way.GONE


def test_a_play_without_pack_and_copy_waits_for_its_pack(desk: Desk, tmp_path: Path) -> None:
    _, keeping = desk.begin("ask")
    shutil.rmtree(desk.copies)
    desk.pack.rename(tmp_path / "aside")
    brought = desk.keeper.bring_back(keeping.key)
    assert (brought.way, brought.is_final) == (Way.GONE, False)
    with pytest.raises(Refused, match="With its pack back"):
        desk.keeper.go_on(brought)
    (tmp_path / "aside").rename(desk.pack)
    assert desk.keeper.bring_back(keeping.key).can_go_on


def test_a_copy_that_was_tampered_with_is_not_trusted(desk: Desk) -> None:
    _, keeping = desk.begin("ask")
    (copy,) = desk.copies.glob("*/small/small-no.toml")
    copy.write_text(copy.read_text().replace("The small no", "Another no"))
    shutil.rmtree(desk.pack)
    assert desk.keeper.bring_back(keeping.key).way is Way.GONE


def test_a_play_keeps_the_terms_and_the_language_it_was_begun_with(desk: Desk) -> None:
    desk.file.with_name("small-no.fr.toml").write_text('title = "Non, {company}"\n', encoding="utf-8")
    edition = desk.edition("fr")
    keeping = desk.keeper.begin(edition, desk.session(edition), mode=Mode.REHEARSE)
    manifest = desk.pack / "pack.toml"
    manifest.write_text(manifest.read_text().replace("Northline", "Southline"))
    brought = desk.keeper.bring_back(keeping.key)
    assert brought.edition is not None
    assert brought.edition.scenario.title == "Non, Northline"
    desk.file.with_name("small-no.fr.toml").unlink()
    brought = desk.keeper.bring_back(keeping.key)
    assert "goes on in en" in (brought.told or "")


def test_a_learner_sees_and_touches_nobody_elses_plays(desk: Desk) -> None:
    _, keeping = desk.begin("ask")
    other = desk.keeper.as_learner("Kim")
    assert (other.glances(), other.record(keeping.key), other.delete(keeping.key)) == ([], None, False)
    with pytest.raises(Refused):
        other.bring_back(keeping.key)
    assert desk.keeper.delete(keeping.key)


def test_forgetting_removes_one_person_and_the_copies_nobody_else_needs(desk: Desk) -> None:
    kim = desk.keeper_of("Kim")
    desk.begin("ask", keeper=kim)
    desk.begin("ask")
    desk.rewrite("Somebody who stays.", "Somebody who will stay.")
    _, keeping = desk.begin("ask", "evidence")
    keeping.remark(Noted(0, "mine"))
    removed = desk.keeper.forget()
    assert (removed["plays"], removed["said"], removed["noted"], removed["copies"]) == (2, 3, 1, 1)
    assert desk.keeper.glances() == []
    assert len(list(desk.copies.iterdir())) == 1
    assert kim.bring_back(kim.glances()[0].key).way is Way.KEPT


def test_keeping_and_listing_plays_loads_no_scenario_model() -> None:
    asked = (
        "import sys, simulator.practice.keeper, simulator.store.sqlite; sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
