"""The author's guide, read as an author would: every file typed off, every step taken, every mistake made."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest

from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scenario import model
from simulator.scenario.conditions import parse
from simulator.scenario.diagnostic import render
from simulator.scenario.names import names_of
from simulator.scenario.reader import Reading, read_pack, read_scenario
from simulator.scenario.screenplay import MOODS
from simulator.scoring.balance import has_balance
from simulator.scoring.scorecard import Scorecard, score
from simulator.scoring.target import BANDS

GUIDE = (Path(__file__).resolve().parent.parent / "scenarios" / "README.md").read_text(encoding="utf-8")
FIRST = "my-first.toml"
MARK = re.compile(r"# (?P<what>add to |in |a mistake in |)(?P<file>[\w.-]+\.toml)$")


class Block(NamedTuple):
    """A fenced piece of the guide; `what` tells how it goes into `file`."""

    language: str
    body: str
    what: str | None
    file: str


class Mistake(NamedTuple):
    """A file with a mistake in it, and what the guide says is printed."""

    name: str
    text: str
    printed: str


def blocks() -> Iterator[Block]:
    for found in re.finditer(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL):
        language, body = found.groups()
        mark = MARK.match(body.splitlines()[0])
        yield Block(language, body, mark["what"].strip() if mark else None, mark["file"] if mark else "")


BLOCKS = tuple(blocks())
FILES = {block.file: block.body for block in BLOCKS if block.what == ""}


def edited(text: str, change: str) -> str:
    """A text after a change that is shown with `-` and `+`; the lines it names stand there exactly once."""
    lines = change.splitlines()[1:]
    before = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    after = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    assert f"\n{text}".count(f"\n{before}") == 1, before
    return f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:]


def steps() -> list[str]:
    """`my-first.toml` as it stands at first and after each change of the guide."""
    texts = [FILES[FIRST]]
    for block in BLOCKS:
        if block.file == FIRST and block.what == "add to":
            texts.append(f"{texts[-1]}\n{block.body.partition(chr(10))[2]}")
        elif block.file == FIRST and block.what == "in":
            texts.append(edited(texts[-1], block.body))
    return texts


def mistakes() -> Iterator[Mistake]:
    for number, block in enumerate(BLOCKS):
        if block.what == "a mistake in":
            shown = next(later for later in BLOCKS[number:] if later.language == "text")
            (typed, *_) = (line for line in block.body.splitlines() if line.startswith("+"))
            yield Mistake(typed[1:30], edited(FILES[FIRST], block.body), shown.body)


STEPS, MISTAKES = steps(), tuple(mistakes())


def reading(folder: Path, text: str, language: str | None = None) -> Reading:
    """What comes of a text as `my-first.toml`, with the guide's other files beside it."""
    for name, body in {**FILES, FIRST: text}.items():
        (folder / name).write_text(body, encoding="utf-8")
    return read_scenario(folder / FIRST, language)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "our-talks"
    folder.mkdir()
    return folder


def played(
    folder: Path, text: str, *choices: str, temperament: str | None = None
) -> tuple[Session, Scorecard]:
    edition = reading(folder, text).edition
    assert edition is not None
    program = compile_program(edition.scenario, temperament)
    session = Session(program, Setting(scenario=FIRST, digest=edition.digest, trust=program.trust))
    for choice in choices:
        session.say(choice)
    return session, score(edition.scenario, session.decisions)


def test_the_guide_has_a_scenario_a_pack_and_a_translation() -> None:
    assert set(FILES) == {FIRST, "pack.toml", "my-first.fr.toml"}


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_every_step_leads_to_a_file_without_a_finding(pack: Path, number: int) -> None:
    found = reading(pack, STEPS[number])
    assert [render(one) for one in found.diagnostics] == []
    assert found.edition is not None


def test_the_pack_and_the_translation_are_without_a_finding(pack: Path) -> None:
    found = reading(pack, STEPS[-1], "fr")
    assert [render(one) for one in found.diagnostics] == []
    assert found.edition is not None
    assert found.edition.scenario.title.startswith("Cinq")
    assert found.edition.scenario.beats["pages"].script.startswith("Nora: Two, then.")
    assert read_pack(pack)[0] is not None


def test_the_first_scenario_plays_alone_and_to_both_its_endings(tmp_path: Path) -> None:
    (tmp_path / FIRST).write_text(FILES[FIRST], encoding="utf-8")
    edition = read_scenario(tmp_path / FIRST).edition
    assert edition is not None
    assert edition.pack is None
    assert played(tmp_path, FILES[FIRST], "ask", "two")[0].ending == "two_names"
    assert played(tmp_path, FILES[FIRST], "deliver")[0].ending == "pile"


def test_the_worked_example_comes_out_as_told(pack: Path) -> None:
    text = [one for one in STEPS if "[facts." not in one][-1]
    session, card = played(pack, text, "ask", "two", "haggle", "hold")
    assert [one.made.trust_after for one in card.judgements] == [54, 62, 62, 70]
    assert [one.judged.fit for one in card.judgements] == [1, 1, 0.25, 1]
    assert (card.hold, card.yielded) == (1, 0.625)
    assert (round(card.balance or 0, 1), round(card.margin or 0, 1)) == (76.9, 61.1)
    assert "**76.9**" in GUIDE
    assert "a margin of 61.1" in GUIDE
    assert played(pack, text, "ask", "two", "yours", "hold")[1].balance == pytest.approx(100)
    assert session.ending == "two_names"


@pytest.mark.parametrize("temperament", ["even", "rushed"])
def test_every_ending_of_the_grown_scenario_can_be_reached(pack: Path, temperament: str) -> None:
    endings, open_plays = set(), [()]
    while open_plays:
        choices = open_plays.pop()
        session, card = played(pack, STEPS[-1], *choices, temperament=temperament)
        assert not session.is_stranded
        if session.ending is not None:
            endings.add(session.ending)
            assert has_balance([one.judged for one in card.judgements]) or session.ending == "pile"
        open_plays += [(*choices, offer.id) for offer in session.offers]
    assert endings == {"two_names", "pile", "elsewhere", "monday"}


def test_the_walk_of_the_guide_leads_where_it_says(pack: Path) -> None:
    edition = reading(pack, STEPS[-1]).edition
    assert edition is not None
    walk = edition.scenario.walks["partner"]
    session, card = played(pack, STEPS[-1], *walk.choices, temperament=walk.temperament)
    assert session.ending == walk.ends
    assert walk.balance is not None
    assert walk.balance[0] <= (card.balance or 0) <= walk.balance[1]


def test_five_mistakes_and_more_are_shown() -> None:
    assert len(MISTAKES) >= 5


@pytest.mark.parametrize("mistake", MISTAKES, ids=[one.name for one in MISTAKES])
def test_a_mistake_of_the_guide_is_found_where_and_as_the_guide_says(
    tmp_path: Path, mistake: Mistake
) -> None:
    (tmp_path / FIRST).write_text(mistake.text, encoding="utf-8")
    found = read_scenario(tmp_path / FIRST).diagnostics
    heads = [f"{one.span.line}:{one.span.column}: {one.severity}[{one.code}]" for one in found]
    shown = re.findall(rf"^{re.escape(FIRST)}:(\d+:\d+: \w+\[[\w-]+\])", mistake.printed, re.MULTILINE)
    assert heads == shown


SHAPES = [one for one in vars(model).values() if getattr(one, "__module__", "") == model.__name__]
TABLES = [one for one in SHAPES if isinstance(one, type) and dataclasses.is_dataclass(one)]
KEYS = {field.name for table in TABLES for field in dataclasses.fields(table)}


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_key_of_the_format_is_explained(key: str) -> None:
    assert f"`{key}`" in GUIDE


@pytest.mark.parametrize("kind", [model.Moment, model.Reason, model.EndingKind])
def test_every_moment_reason_and_kind_of_ending_has_its_row(kind: Any) -> None:
    assert [word for word in get_args(kind) if f"\n| `{word}` |" not in GUIDE] == []


@pytest.mark.parametrize("kind", [model.Harm, model.Level])
def test_every_harm_and_level_is_named(kind: Any) -> None:
    assert [word for word in get_args(kind) if f'"{word}"' not in GUIDE] == []


def test_every_condition_of_the_guide_can_be_read(pack: Path) -> None:
    edition = reading(pack, STEPS[-1]).edition
    assert edition is not None
    (examples,) = (
        block.body for block in BLOCKS if block.language == "text" and block.body.startswith("boss")
    )
    assert [parse(line, names_of(edition.scenario))[1] for line in examples.splitlines()] == [[], []]


@pytest.mark.parametrize("mistake", MISTAKES, ids=[one.name for one in MISTAKES])
def test_every_code_that_is_shown_is_listed(mistake: Mistake) -> None:
    assert all(f"`{code}`" in GUIDE for code in re.findall(r"\w+\[([\w-]+)\]: ", mistake.printed))


def test_every_mood_is_named() -> None:
    (listed,) = re.findall(r"\*\*Moods\*\*: ([\w, ]+)\.", GUIDE)
    assert tuple(listed.split(", ")) == MOODS


def test_the_bands_of_the_moments_are_those_of_the_score() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (\d)(?: to (\d))? \|", GUIDE, re.MULTILINE)
    assert {moment: (int(low), int(high or low)) for moment, low, high in rows} == BANDS
