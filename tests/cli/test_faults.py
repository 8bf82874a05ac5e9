"""What may happen to a play in the world: kill -9, a full disk, a lock, damage, two windows.

Real processes. `SPARRING_FAULTS=500` kills that often and lets two processes write twice as
many plays each; the default is a handful, to be quick.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer

import pytest

from simulator.cli.learner import versions
from simulator.cli.plain.run import Start, prompt
from simulator.cli.stage import Stage, compiled, open_edition
from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.engine.shuffle import shown
from simulator.packs.find import Found, resolve
from simulator.packs.places import places
from simulator.practice.keeper import Keeper
from simulator.store.log import Rated
from simulator.store.record import Glance
from simulator.store.sqlite import SqliteStore
from tests.cli.prompts import Prompts, Typed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes of another kind")

TIMES = int(os.environ.get("SPARRING_FAULTS", "5"))
SCENARIO = "overlooked-candidate"
COMMAND = [sys.executable, "-m", "simulator"]


@contextmanager
def store() -> Iterator[SqliteStore]:
    opened = SqliteStore(places().store)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def keeper(learner: str = "Sam") -> Iterator[Keeper]:
    with store() as opened:
        yield Keeper(opened, learner, versions())


def glances(learner: str = "Sam") -> list[Glance]:
    with store() as opened:
        return opened.glances(learner)


@dataclass
class Sitting:
    """One process at play, answered at random until it is killed.

    `model` is the same play beside it; `sent` are the ids answered, `told` how many of them
    had their answer printed.
    """

    process: subprocess.Popen[str]
    model: Session
    sent: list[str] = field(default_factory=list)
    told: int = 0
    asked: int = 0
    rated: bool = False

    def run(self, chance: random.Random, kill_at: int, delay: float) -> None:
        """Answer each prompt; at prompt number `kill_at` the process is killed `delay` seconds on."""
        timer = Timer(delay, self.process.kill)
        if kill_at == 0:
            timer.start()
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.told += line.startswith("You:") and len(self.sent) > self.told
            self.rated |= line.startswith("You said:")
            if answer := self.answer(line, chance):
                self.asked += 1
                self.type(answer)
                if self.asked == kill_at:
                    timer.start()
        self.process.wait(timeout=60)
        timer.cancel()

    def answer(self, line: str, chance: random.Random) -> str | None:
        if line.startswith("Enter begins"):
            return "\n"
        if line.startswith("1-"):
            offers = shown(self.model.offers, self.model.setting.seed)
            number = chance.randrange(len(offers))
            self.sent.append(offers[number].id)
            self.model.say(offers[number].id)
            return f"{number + 1}\n"
        if line.startswith("How "):
            return f"{chance.randint(1, 3)}\n"
        return "q\n" if line.startswith("A number, t") else None

    def type(self, answer: str) -> None:
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):
            os.write(self.process.stdin.fileno(), answer.encode())


def opened(*arguments: str) -> subprocess.Popen[str]:
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([*COMMAND, *arguments, "--plain", "--as", "Sam"], text=True, bufsize=1, **streams)


def fresh(seed: int) -> Session:
    found = resolve(SCENARIO)
    edition = open_edition(found, None)
    stage = Stage(edition, compile_program(edition.scenario), edition.scenario.trust, seed, coach=False)
    return stage.session()


def test_killed_at_any_moment_at_most_the_choice_not_yet_acknowledged_is_missing() -> None:
    chance = random.Random(TIMES)  # noqa: S311
    kills = begun = finished = in_flight = 0
    last: Session | None = None
    while kills < TIMES:
        known = len(glances()) if last is not None else 0
        is_new = last is None or last.ending is not None
        if last is None or is_new:
            begun += 1
            sitting = Sitting(opened("play", SCENARIO, "--seed", str(begun)), fresh(begun))
            before: tuple[str, ...] = ()
        else:
            sitting, before = Sitting(opened("resume"), last), last.choices
        kill_at = chance.choice([0, *range(1, 10)])
        with sitting.process:
            sitting.run(chance, kill_at, chance.uniform(0, 0.5 if kill_at == 0 else 0.004))
        kills += sitting.process.returncode == -signal.SIGKILL
        with keeper() as kept:
            plays = kept.glances()
            assert len(plays) >= known
            if len(plays) == known and is_new:
                begun -= 1
                continue  # killed before anything was begun, and nothing was said
            assert len(plays) == begun
            brought = kept.bring_back(plays[-1].key)
        assert brought.session is not None
        choices = brought.session.choices
        acknowledged = (*before, *sitting.sent[: sitting.told])
        assert choices[: len(acknowledged)] == acknowledged
        assert choices in {acknowledged, (*acknowledged, *sitting.sent[sitting.told :][:1])}
        same = fresh(brought.session.setting.seed)
        for choice in choices:
            same.say(choice)
        assert (same.state, same.events) == (brought.session.state, brought.session.events)
        if sitting.rated:
            assert any(isinstance(line.what, Rated) for line in brought.record.log)
        in_flight += len(choices) > len(acknowledged)
        finished += brought.session.ending is not None
        last = brought.session
    print(f"\n{kills} kills, {begun} plays, {finished} to their end, {in_flight} kept but not yet told")  # noqa: T201


WRITER = """
import sys
from simulator.cli.learner import versions
from simulator.cli.stage import compiled, open_edition
from simulator.packs.find import resolve
from simulator.packs.places import places
from simulator.practice.keeper import Keeper
from simulator.practice.opening import opened
from simulator.store.open import open_store
from simulator.store.record import Mode

edition = open_edition(resolve("overlooked-candidate"), None)
program = compiled(edition, None)
keeper = Keeper(open_store(places().store), "Sam", versions())
print("ready", flush=True)
sys.stdin.readline()
for seed in range(int(sys.argv[1])):
    session = opened(edition, program, seed=seed)
    keeping = keeper.begin(edition, session, mode=Mode.REHEARSE)
    while session.offers:
        session.say(session.offers[seed % len(session.offers)].id)
        keeping.keep(session)
    keeping.finish(edition, session)
"""


def test_two_processes_writing_one_learners_plays_lose_none() -> None:
    each = max(4, 2 * TIMES)
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(each)], text=True, **streams) for _ in range(2)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    with ThreadPoolExecutor() as both:
        ended = list(both.map(lambda writer: writer.communicate("\n", timeout=600)[1], writers))
    assert ended == ["", ""]
    plays = glances()
    assert len(plays) == 2 * each
    assert [play.serial for play in plays] == sorted({play.serial for play in plays})
    assert all(play.outcome and play.outcome.ending and play.is_fresh for play in plays)


def test_on_a_full_disk_the_player_is_told_and_loses_only_what_was_never_told(prompts: Prompts) -> None:
    limit = 150_000

    def play(*typed: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, "play", SCENARIO, "--plain", "--seed", "1"],
            input="".join(f"{answer}\n" for answer in typed),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )

    done = play("", *["1", "u", "y", "1", "u", "1", "u"] * 40)
    assert "could not be kept" in done.stdout
    assert "Traceback" not in done.stderr
    kept = glances()[-1]
    assert kept.entries > 0
    limit = resource.RLIM_INFINITY
    shown = prompts("resume")
    assert "you go on where you left" in shown


def test_where_nothing_can_be_kept_one_plays_all_the_same(prompts: Prompts, home: Path) -> None:
    (home / "data").mkdir()
    (home / "data" / "sparring").write_text("a file in the way")
    shown = " ".join(prompts.best("", "", "a 1", "words", "q").split())
    assert "This play will not be kept: " in shown
    assert "Noted for now; it is not kept." in shown
    assert "Balance 100" in shown


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for this user")
def test_in_a_folder_that_may_only_be_read_one_plays_all_the_same(prompts: Prompts, home: Path) -> None:
    (home / "data" / "sparring").mkdir(parents=True, mode=0o500)
    assert "This play will not be kept" in prompts.best("", "", "q")


def test_a_damaged_store_is_kept_aside_and_the_player_is_told_once(prompts: Prompts, capsys) -> None:
    places().store.parent.mkdir(parents=True)
    damage = b"SQLite format 3\x00" + b"nonsense" * 4096
    places().store.write_bytes(damage)
    done = subprocess.run(
        [*COMMAND, "play", SCENARIO, "--plain"],
        input="\n1\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert str(places().store.parent) in done.stderr
    assert any(file.read_bytes() == damage for file in places().store.parent.iterdir() if file.is_file())
    assert len(json.loads(prompts("history", "--json"))["plays"]) == 1
    assert capsys.readouterr().err == ""


def test_a_store_of_a_newer_program_is_left_alone(prompts: Prompts) -> None:
    prompts.play("1")
    with closing(sqlite3.connect(places().store)) as link:
        link.execute("PRAGMA journal_mode=DELETE")
        link.execute("PRAGMA user_version = 999")
    before = places().store.read_bytes()
    assert "newer" in prompts.best("", "", "q")
    assert "newer" in prompts("history", status=1)
    assert places().store.read_bytes() == before


@pytest.fixture
def locked(scene: Path, monkeypatch, capsys) -> Iterator[Callable[..., str]]:
    """Plays the scene with a store that another program can lock and free between the answers."""
    path = places().store
    stores = SqliteStore(path, patience=0.05)
    other = sqlite3.connect(path, isolation_level=None)
    found = Found(scene, scene.parent, "small-no")
    edition = open_edition(found, None)
    stage = Stage(edition, compiled(edition, None), 50, 1, coach=False)

    def play(make: Callable[[Callable[[], object], Callable[[], object]], Typed]) -> str:
        typed = make(lambda: other.execute("BEGIN EXCLUSIVE"), lambda: other.execute("ROLLBACK"))
        monkeypatch.setattr(sys, "stdin", typed)
        prompt(stage, Start(keeper=Keeper(stores, "Sam", versions())), as_json=False)
        if other.in_transaction:
            other.execute("ROLLBACK")
        return capsys.readouterr().out

    yield play
    other.close()
    stores.close()


def test_words_that_could_not_be_kept_are_kept_at_the_next_try(locked) -> None:
    shown = locked(lambda lock, free: Typed("", (lock, "1"), (free, ""), "q"))
    assert shown.index("could not be kept") < shown.index("You:")
    assert shown.count("could not be kept") == 1
    assert [play.said for play in glances()] == [1]


def test_who_leaves_rather_than_play_on_without_has_not_said_it(locked) -> None:
    shown = locked(lambda lock, _: Typed("", "1", (lock, "1"), "", "q"))
    assert shown.count("could not be kept") == 2
    assert "You stopped after one decision" in shown
    assert [play.said for play in glances()] == [1]


def test_who_plays_on_without_keeping_is_asked_no_more(locked) -> None:
    shown = locked(lambda lock, free: Typed("", (lock, "1"), "g", (free, "1"), "1", "q"))
    assert shown.count("could not be kept") == 1
    assert "  3. I would rather hear it today." in shown
    assert [play.said for play in glances()] == [0]


def test_a_play_whose_beginning_cannot_be_kept_is_played_all_the_same(locked) -> None:
    shown = locked(lambda lock, free: Typed((lock, ""), (free, "1"), "q"))
    assert "This play will not be kept" in shown
    assert "You stopped after one decision" in shown
    assert glances() == []


def test_a_play_that_goes_on_in_another_window_ends_in_this_one(prompts: Prompts) -> None:
    first = opened("play", SCENARIO, "--seed", "1")
    sitting = Sitting(first, fresh(1))
    assert first.stdin is not None
    assert first.stdout is not None
    sitting.type("\n")
    while not first.stdout.readline().startswith("1-"):
        pass
    prompts("resume", typed=("1",))
    rest, _err = first.communicate("2\n", timeout=60)
    assert first.returncode == 1
    assert "You:" not in rest
    assert [play.said for play in glances()] == [1]


def test_an_answer_is_told_only_once_it_is_in_the_store() -> None:
    process = opened("play", SCENARIO, "--seed", "1")
    sitting = Sitting(process, fresh(1))
    seen = []
    assert process.stdout is not None
    with process:
        for line in process.stdout:
            if line.startswith("You:"):
                seen.append([play.said for play in glances()])
            if answer := sitting.answer(line, random.Random(0)):  # noqa: S311
                sitting.type(answer)
            if len(seen) == 3:
                process.kill()
    assert seen[:3] == [[1], [2], [3]]
