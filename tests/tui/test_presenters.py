"""What screens show, as values: no terminal here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.engine.shuffle import shown
from simulator.packs.catalogue import Entry
from simulator.report.debrief import debrief
from simulator.scenario.edition import Edition
from simulator.store.log import Rated
from simulator.tui.glyphs import BASIC, RICH
from simulator.tui.ink import Paragraph, text
from simulator.tui.presenters import chart, coach, conversation, decision, library, table, thoughts
from simulator.tui.presenters import debrief as shown_debrief
from simulator.tui.presenters.conversation import Teller, entries, labels, mood_of
from simulator.tui.stage import Play, what_if
from tests.tui.conftest import BEST, MakePlay


def words(paragraphs: list[Paragraph]) -> str:
    return "\n".join(f"{p.label[0]} {text(p.runs)}".strip() for p in paragraphs)


def told(play: Play) -> str:
    teller = Teller(play.scenario, RICH)
    return words([p for turn in play.session.turns for p in teller.tell(entries(play.edition, turn))])


def test_a_conversation_is_told_in_order_with_what_was_learned_after_the_words(make_play: MakePlay) -> None:
    lines = told(make_play("ask")).splitlines()
    parts = (
        "Dana closes",
        "DANA I've been",
        "PRIYA",
        "YOU Before I",
        "DANA Hm.",
        "noted: The last",
        "DANA And now?",
    )
    starts = [next(at for at, line in enumerate(lines) if part in line) for part in parts]

    assert starts == sorted(starts)


def test_an_ending_closes_the_conversation_with_its_title(make_play: MakePlay) -> None:
    assert told(make_play(*BEST)).splitlines()[-2:] == [
        "DANA One hour, then. Tell him to bring questions.",
        "Amir gets the hour",
    ]


def test_first_names_label_speakers_unless_two_share_one(make_play: MakePlay) -> None:
    scenario = make_play().scenario
    other = replace(scenario.cast["priya"], name="Dana Nair")
    shared = replace(scenario, cast={**scenario.cast, "priya": other})

    assert labels(scenario) == {"dana": "DANA", "priya": "PRIYA", "you": "YOU"}
    assert labels(shared) == {"dana": "DANA WHITLOCK", "priya": "DANA NAIR", "you": "YOU"}


def test_the_mood_is_the_counterparts_last_shown(make_play: MakePlay) -> None:
    play = make_play("ask")
    heard = [entry for turn in play.session.turns for entry in entries(play.edition, turn)]

    assert mood_of(play.scenario, heard) == "thoughtful"
    assert mood_of(play.scenario, []) is None


def test_choices_stand_in_the_order_that_the_seed_gives(make_play: MakePlay) -> None:
    for seed in range(5):
        play = make_play(seed=seed)

        assert [item.id for item in table.choices(play)] == [o.id for o in shown(play.session.offers, seed)]


def test_rehearse_tells_trust_in_words_and_coach_adds_the_number(make_play: MakePlay) -> None:
    assert not any(character.isdigit() for character in text(table.trust(make_play())))
    assert "50" in text(table.trust(make_play(coach=True)))


def test_the_notebook_starts_with_what_is_known_and_marks_what_is_new(make_play: MakePlay) -> None:
    assert "new" not in words(table.notebook(make_play(), RICH))
    assert words(table.notebook(make_play("ask"), RICH)).splitlines()[0].startswith("◆ new: The last hire")
    assert "new" not in words(table.notebook(make_play("ask", "fold"), RICH))


def test_the_compass_of_a_play_draws_the_target_of_its_last_decision(make_play: MakePlay) -> None:
    drawn = table.compass(make_play("ask", "evidence"))

    assert [(p.assertiveness, p.partnership) for p in drawn.points] == [(1, 3), (3, 4)]
    assert drawn.target is not None
    assert (drawn.target.low, drawn.target.high, drawn.target.floor) == (2, 3, 3)


def test_the_coach_says_effect_reason_rule_and_both_axes(make_play: MakePlay) -> None:
    play = make_play("ask", coach=True)
    said = words(coach.note(play, 0, RICH, 8))

    assert "COACH Fit: full. Trust from 50 to 54. An open question" in said
    assert "If a no comes without a reason" in said
    assert "Assertiveness 1 (due: 1–2) · partnership 3 (at least 3)" in said


def test_the_debrief_comes_in_the_order_that_helps(make_play: MakePlay) -> None:
    play = make_play(*BEST)
    page = debrief(play.edition, play.session)
    story = words(shown_debrief.story(page, RICH, "w"))
    figures = words(shown_debrief.figures(page, Rated("about right", None), RICH)).splitlines()

    assert story.index("Amir gets the hour") < story.index("Two months on") < story.index("Try next:")
    assert [line.split()[0] for line in figures] == ["Balance", "Hold", "Yield", "Trust", "Style", "You"]


def test_the_thing_to_try_leads_back_to_the_decision_it_speaks_of(make_play: MakePlay) -> None:
    missed = make_play("ask", "fold", "leave", "refuse")
    story = words(shown_debrief.story(debrief(missed.edition, missed.session), RICH, "w"))
    assert "w plays on from ②, with that in mind" in story

    best = make_play(*BEST)
    assert "plays on" not in words(shown_debrief.story(debrief(best.edition, best.session), RICH, "w"))


def test_the_balance_never_stands_without_its_range_and_band(make_play: MakePlay) -> None:
    play = make_play(*BEST)
    line = words(shown_debrief.figures(debrief(play.edition, play.session), None, RICH)).splitlines()[0]

    assert "100" in line
    assert "strong" in line
    assert "somewhere between" in line


def test_without_a_balance_the_page_says_why(make_play: MakePlay) -> None:
    play = make_play("ask")
    figures = words(shown_debrief.figures(debrief(play.edition, play.session), None, RICH))

    assert "A balance needs" in figures
    assert "no moment called for it" in figures


def test_harm_left_unrepaired_is_named_and_no_style_is_given(make_play: MakePlay) -> None:
    play = make_play("ask", "deadline", "leave", "refuse")
    page = debrief(play.edition, play.session)
    figures = words(shown_debrief.figures(page, None, RICH))
    row = shown_debrief.rows(page, RICH)[2]

    assert "invented deadline" in figures
    assert "Style" not in figures
    assert "harm" in text(row.right)


def test_a_decision_is_explained_with_all_that_made_its_points(make_play: MakePlay) -> None:
    play = make_play("ask", "fold", "leave", "refuse")
    page = debrief(play.edition, play.session)
    said = words(decision.page(play.scenario, page.decisions[1], RICH))

    parts = (
        "No, no.",
        "push back (hold)",
        "due: 2–3",
        "at least 3",
        "none (0 of 1)",
        "54 → 58 (+4)",
        "Kind, and",
    )
    for part in (*parts, "would have added"):
        assert part in said, part
    assert "Your last hire never asked" in said


def test_the_best_line_needs_no_other_one(make_play: MakePlay) -> None:
    play = make_play(*BEST)
    page = debrief(play.edition, play.session)

    assert "Nothing on offer would have fitted better." in words(
        decision.page(play.scenario, page.decisions[0], RICH)
    )


def test_thoughts_stand_after_the_words_they_belong_to(make_play: MakePlay) -> None:
    lines = words(thoughts.page(make_play(*BEST), RICH)).splitlines()
    at = lines.index("DANA thinks: Nobody asked me that.")

    assert lines[at - 1].startswith("DANA Hm.")
    assert not any("noted" in line for line in lines)


def test_the_thoughts_of_the_only_other_person_have_room_for_their_label(edition: Edition) -> None:
    jo = replace(edition.scenario.cast[edition.scenario.counterpart], name="Jo")
    alone = replace(edition.scenario, cast={edition.scenario.counterpart: jo})
    thought = Teller(alone, RICH).tell([conversation.Entry("thought", "Hm.", edition.scenario.counterpart)])[
        0
    ]

    assert thought.label[0] == "thinks"
    assert thought.gutter > len("thinks")


@pytest.mark.parametrize("glyphs", [RICH, BASIC])
def test_trust_over_time_has_a_column_for_the_start_and_each_decision(glyphs: type[RICH]) -> None:  # type: ignore[valid-type]
    rows = chart.trust_chart((50, 80, 10), glyphs)
    full = glyphs.levels[-1]  # type: ignore[attr-defined]

    assert text(rows[-1].runs).split() == ["50", "80", "10"]
    assert text(rows[0].runs)[:4].strip() == ""
    assert text(rows[2].runs)[:3] == full * 3
    assert text(rows[3].runs)[8:11].strip() != ""


def test_a_what_if_shares_what_came_before_and_is_practice(make_play: MakePlay) -> None:
    branch = what_if(make_play(*BEST), 2)

    assert branch.session.choices == BEST[:2]
    assert branch.is_practice


def entry(title: str, pack: str = "a", **more: object) -> Entry:
    told: dict[str, object] = {
        "summary": "",
        "level": "core",
        "minutes": 8,
        "skills": (),
        "error": None,
    } | more
    return Entry(
        id=title.lower(),
        pack=pack,
        pack_title=pack.upper(),
        title=title,
        languages=("en",),
        path=Path(title),
        **told,
    )  # type: ignore[arg-type]


def test_every_sought_word_must_occur_somewhere() -> None:
    entries_ = [entry("The quiet no", skills=("holding_a_limit",)), entry("The loud yes")]

    assert [one.title for one in library.matching(entries_, "limit QUIET")] == ["The quiet no"]
    assert len(library.matching(entries_, " ")) == 2
    assert not library.matching(entries_, "quiet yes")


def test_packs_head_their_scenarios() -> None:
    items = library.shelf([entry("One"), entry("Two"), entry("Three", pack="b")], RICH)

    assert [(item.id, text(item.runs)) for item in items] == [
        (None, "A"), ("a/one", "One"), ("a/two", "Two"), (None, "B"), ("b/three", "Three"),
    ]  # fmt: skip


def test_a_scenario_that_cannot_be_played_says_so() -> None:
    (_, item) = library.shelf([entry("Broken", error="not TOML")], RICH)

    assert text(item.more[0].runs) == "can't be played – not TOML"
