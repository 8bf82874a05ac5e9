"""What Help says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.report.phrases import TIERS
from simulator.tui import words
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, heading, plain
from simulator.tui.keymap import EVERYWHERE, Keys, actions_of
from simulator.tui.keys import printed
from simulator.words import _, mark

KEYS_GUTTER = 14
STEP_GUTTER = 4

ARROWS = "arrows"
KEYS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "home": (
        (ARROWS, mark("mark a conversation")),
        (mark("Enter"), mark("open its briefing")),
    ),
    "briefing": (
        (mark("Enter"), mark("begin")),
        (ARROWS, mark("choose between Rehearse and Coach")),
        ("3", mark("say it first: type your own reply before the answers appear; 3 twice switches it")),
    ),
    "play": (
        ("1 2 3", mark("mark what you could say; the same number again says it")),
        (ARROWS, mark("mark with the arrows")),
        (mark("Enter"), mark("say what is marked")),
        (mark("PgUp PgDn"), mark("scroll the conversation; Home and End go to its ends")),
        (mark("writing"), mark("Enter takes your own words, Ctrl-J begins a new line, Esc skips this one")),
    ),
    "rate": (
        ("1 2 3", mark("mark an answer; the same number again gives it")),
        ("Esc", mark("skip this question")),
    ),
    "decision": ((mark("left right"), mark("the decision before, the next one")),),
    "notes": (
        ("Tab", mark("the next box; what you wrote is kept")),
        ("Ctrl-J", mark("a new line")),
        ("Esc", mark("back to the debrief")),
    ),
    "debrief": (
        (ARROWS, mark("mark a decision; past the last one the page goes on")),
        (mark("Enter"), mark("explain the marked decision")),
    ),
    "doctor": (
        (ARROWS, mark("mark a finding")),
        (mark("Enter"), mark("explain the marked finding, and how to mend it")),
    ),
    "finding": ((mark("left right"), mark("the finding before, the next one")),),
    "packs": (
        (ARROWS, mark("mark a pack")),
        (mark("Enter"), mark("see its scenarios")),
    ),
    "pack": (
        (ARROWS, mark("mark a scenario")),
        (mark("Enter"), mark("open its briefing")),
    ),
    "progress": (
        (ARROWS, mark("mark a play, or what is due")),
        (mark("Enter"), mark("the debrief of a play again, or go on with one that was left")),
    ),
    "map": (
        (mark("left right"), mark("go back and on, along the arrows")),
        (mark("up down"), mark("to what stands beside it")),
        (mark("Enter"), mark("what was said there")),
    ),
    EVERYWHERE: (
        ("Esc", mark("back")),
        (mark("mouse"), mark("a click marks; a second click on the same chooses")),
    ),
}
"""What the keys do, by screen; keys and texts are translated when they are drawn."""

FOCUSED: Mapping[str, str] = {
    "shelf": mark("The list of conversations. The mark shows which one Enter opens."),
    "find": mark("The field to find with. Type a title, a skill or a level; Enter goes to the list."),
    "begin": mark("The ways to begin. The marked one is taken by Enter."),
    "choices": mark("What you could say. Nothing is said until Enter, or the same number twice."),
    "box": mark("Room for your own words. They are kept beside what you then say, and never scored."),
    "answers": mark("The answers to the question above. They stand beside the score, never in it."),
    "decisions": mark("Your decisions in order. Enter explains the marked one."),
    "q": mark("Room for what you think. It is kept with this play, and nobody scores it."),
    "words": mark("What you will say this week, in your own words. Home asks you later whether you did."),
    "to": mark("To whom you will say it."),
    "folder": mark("The path of a folder that is a pack, or holds packs. Enter adds it."),
    "findings": mark("What the checks found, errors first. Enter explains the marked one."),
    "packs": mark("The packs there are. Enter shows what is in the marked one."),
    "scenarios": mark("The scenarios of this pack. Enter opens the marked one."),
    "settings": mark("What can be set. Enter changes the marked line."),
    "outline": mark("The places of the scenario in order. Enter shows what was said at the marked one."),
    "canvas": mark("The map. Arrows go along the ways between places."),
    "plays": mark("Your plays, the newest first. Enter opens the marked one."),
}
"""What has the focus, by the id of its widget (or how the id begins), and what it is for."""

ASSERTIVENESS = (
    mark("drops your own view"),
    mark("hints, or an open question that takes no side"),
    mark("a plain view, or a question that challenges theirs"),
    mark("view, reason and a request"),
    mark("sets a limit, or refuses"),
)
PARTNERSHIP = (
    mark("coerces, belittles or deceives"),
    mark("brushes off"),
    mark("civil"),
    mark("acknowledges their need and leaves them a choice"),
    mark("ties the point to an interest they have stated"),
)
TRUST = (mark("under 50"), mark("50 to 74"), mark("75 and over"))


def page(topic: str, theme: str, glyphs: Glyphs, keys: Keys, focused: str | None = None) -> list[Paragraph]:
    """Help for what has the focus and for its screen, then what is the same everywhere."""
    at = _focused(focused)
    here = [*_keys(KEYS.get(topic, ()), glyphs), *_actions(topic, keys)]
    return [
        *([heading(_("Where you are"), before=0), plain(at)] if at else []),
        *([heading(_("Keys on this screen"), before=int(bool(at))), *here] if here else []),
        heading(_("Keys everywhere"), before=int(bool(at or here))),
        *_actions(EVERYWHERE, keys),
        *_keys(KEYS[EVERYWHERE], glyphs),
        *_scored(),
        heading(_("Colours")),
        plain(
            _(
                "Now: {theme}. Press c for the next set. NO_COLOR in the environment turns colours off."
            ).format(theme=theme)
        ),
    ]


def _focused(widget: str | None) -> str:
    """What the focused widget is for; nothing where its id tells nothing."""
    known = (told for id_, told in FOCUSED.items() if widget and widget.rstrip("-0123456789") == id_)
    return _(next(known, ""))


def _scored() -> list[Paragraph]:
    """What is scored: the two axes step by step, and what trust affords."""
    return [
        heading(_("What is scored")),
        plain(words.rubric()),
        plain(words.not_for(), "quiet"),
        heading(_("Assertiveness")),
        plain(_("How firmly you put your own view."), "quiet"),
        *_steps(ASSERTIVENESS),
        heading(_("Partnership")),
        plain(_("How much you stay on their side while you do it."), "quiet"),
        *_steps(PARTNERSHIP),
        heading(_("Trust: the right to push is earned")),
        *(
            Paragraph(((_(told), ""),), (_(points), "strong"), KEYS_GUTTER)
            for points, told in zip(TRUST, TIERS, strict=True)
        ),
    ]


def _actions(screen: str, keys: Keys) -> list[Paragraph]:
    """The actions of the registry that have a key, with the keys that hold."""
    return [
        Paragraph(((_(action.means), ""),), (" ".join(map(printed, keys[action.id])), "key"), KEYS_GUTTER)
        for action in actions_of(screen)
        if keys[action.id]
    ]


def _keys(keys: tuple[tuple[str, str], ...], glyphs: Glyphs) -> list[Paragraph]:
    return [
        Paragraph(((_(told), ""),), (glyphs.arrows if key == ARROWS else _(key), "key"), KEYS_GUTTER)
        for key, told in keys
    ]


def _steps(steps: Sequence[str]) -> list[Paragraph]:
    return [
        Paragraph(((_(step), ""),), (str(number), "strong"), STEP_GUTTER) for number, step in enumerate(steps)
    ]
