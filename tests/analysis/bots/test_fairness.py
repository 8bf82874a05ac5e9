"""The figures against every play of a small scenario, played one by one through the real session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.analysis.bots import spread
from simulator.analysis.bots.fairness import Fairness, fairness
from simulator.analysis.bots.moves import Moves
from simulator.engine.program import Program, compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.packs.catalogue import TUTORIAL
from simulator.packs.find import resolve
from simulator.scenario.reader import read_scenario
from simulator.scoring.scorecard import score

SCENE = Path(__file__).parents[2] / "scenes" / "small" / "small-no.toml"


@pytest.fixture(scope="module")
def program() -> Program:
    edition = read_scenario(SCENE).edition
    assert edition is not None
    return compile_program(edition.scenario)


@pytest.fixture(scope="module")
def found(program: Program) -> Fairness:
    return fairness(program)


def session(program: Program, choices: tuple[str, ...]) -> Session:
    play = Session(program, Setting(scenario="", digest="", trust=program.trust))
    for choice in choices:
        play.say(choice)
    return play


def every_play(
    program: Program, said: tuple[str, ...] = (), chance: float = 1.0
) -> Iterator[tuple[float, Session]]:
    """Each complete play and its chance when every offer is as likely as the others."""
    play = session(program, said)
    if not play.offers:
        yield chance, play
    for offer in play.offers:
        yield from every_play(program, (*said, offer.id), chance / len(play.offers))


def balance(program: Program, play: Session) -> float:
    return score(program.scenario, play.decisions).balance or 0.0


def test_random_play_is_the_mean_over_every_play(program: Program, found: Fairness) -> None:
    plays = list(every_play(program))
    mean = sum(chance * balance(program, play) for chance, play in plays)
    assert found.is_exact
    assert found.random.mean == pytest.approx(mean)
    assert found.random.error == 0
    for ending in program.scenario.endings:
        chance = sum(chance for chance, play in plays if play.ending == ending)
        assert found.random.endings.get(ending, 0.0) == pytest.approx(chance)
    assert sum(found.random.histogram) == pytest.approx(1)


def test_the_best_and_the_worst_line_are_those_of_all_plays(program: Program, found: Fairness) -> None:
    marks = [balance(program, play) for _, play in every_play(program)]
    assert (found.worst.balance, found.best.balance) == (min(marks), max(marks))
    for line in (found.best, found.worst):
        replayed = session(program, line.choices)
        assert balance(program, replayed) == line.balance
        assert replayed.ending == line.ending


def test_each_ending_has_its_range(program: Program, found: Fairness) -> None:
    for ending, (low, high) in found.ranges.items():
        marks = [balance(program, play) for _, play in every_play(program) if play.ending == ending]
        assert (low, high) == (min(marks), max(marks))


def test_recovery_is_the_best_play_after_the_worst_harmless_line_of_a_good_one(
    program: Program, found: Fairness
) -> None:
    good = [play.choices for _, play in every_play(program) if balance(program, play) >= 95]
    assert good == [("ask", "evidence", "leave", "refuse")]
    slips = {"opening": ("argue",), "second": ("ask", "fold"), "third": ("ask", "evidence", "press")}
    slips["fourth"] = ("ask", "evidence", "leave", "comply")
    for beat, said in slips.items():
        left = max(balance(program, play) for _, play in every_play(program, said))
        assert found.recovery[beat] == pytest.approx(left)
    assert found.recovered == min(found.recovery.values())


@pytest.mark.parametrize(
    ("bot", "choices"),
    [
        ("first", ("ask", "evidence", "leave", "refuse")),
        ("position_2", ("argue", "fold", "press", "comply")),
        ("position_3", ("argue", "fold", "press", "comply")),
        ("last", ("argue", "fold", "press", "comply")),
        ("longest", ("ask", "evidence", "press", "refuse")),
        ("shortest", ("argue", "deadline", "leave", "comply")),
        ("polite_high", ("ask", "evidence", "press", "refuse")),
        ("polite_low", ("ask", "evidence", "leave", "comply")),
        ("most_assertive", ("argue", "deadline", "press", "refuse")),
        ("least_assertive", ("ask", "fold", "leave", "comply")),
        ("least_polite", ("argue", "deadline", "leave", "refuse")),
        ("sum", ("argue", "deadline", "press", "refuse")),
        ("gear_0", ("ask", "fold", "leave", "comply")),
        ("gear_2", ("ask", "evidence", "press", "refuse")),
        ("gear_4", ("argue", "deadline", "press", "refuse")),
        ("question", ("ask", "evidence", "leave", "refuse")),
        ("trust", ("ask", "evidence", "leave", "refuse")),
        ("hammer", ("argue", "deadline", "press", "refuse")),
    ],
)
def test_each_bot_plays_by_its_rule(
    program: Program, found: Fairness, bot: str, choices: tuple[str, ...]
) -> None:
    line = found.bots[bot]
    assert line.choices == choices
    assert line.balance == balance(program, session(program, choices))


def test_sampling_comes_near_the_exact_figures_and_says_how_near(program: Program, found: Fairness) -> None:
    luck, best, worst = spread.sampled(Moves(program), plays=4_000, seed=1)
    assert abs(luck.mean - found.random.mean) < 5 * luck.error
    assert 0 < luck.error < 1
    assert (worst.balance, best.balance) == (found.worst.balance, found.best.balance)
    assert spread.sampled(Moves(program), plays=100, seed=7) == spread.sampled(
        Moves(program), plays=100, seed=7
    )


def test_past_its_budget_it_samples_and_says_so(program: Program) -> None:
    rough = fairness(program, most_nodes=5, plays=200)
    assert not rough.is_exact
    assert rough.recovery is None
    assert rough.random.error > 0


@pytest.mark.parametrize("name", [TUTORIAL, "clients/overlooked-candidate", "candidates/felt-bullied"])
def test_in_the_shipped_scenarios_no_trick_beats_a_good_conversation(name: str) -> None:
    scenario = read_scenario(resolve(name).path).edition.scenario
    for temperament in scenario.temperaments or [None]:
        found = fairness(compile_program(scenario, temperament))
        assert found.is_exact
        assert found.best.balance >= 95
        assert found.random.mean <= 45
        assert max(line.balance for line in found.bots.values()) <= 70
