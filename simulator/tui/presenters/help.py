"""What Help says."""

from __future__ import annotations

from simulator.report.phrases import TIERS
from simulator.tui import words
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, heading, plain
from simulator.tui.keymap import EVERYWHERE, Keys, actions_of
from simulator.tui.keys import shown
from simulator.words import _

KEYS_GUTTER = 14
STEP_GUTTER = 4


def page(topic: str, theme: str, glyphs: Glyphs, keys: Keys) -> list[Paragraph]:
    """Help for one screen, then what is the same everywhere."""
    here = [*_keys(words.HELP_KEYS.get(topic, ()), glyphs), *_actions(topic, keys)]
    return [
        *([heading(words.HELP_HERE, before=0), *here] if here else []),
        heading(words.HELP_EVERYWHERE, before=1 if here else 0),
        *_actions(EVERYWHERE, keys),
        *_keys(words.HELP_KEYS[EVERYWHERE], glyphs),
        heading(words.HELP_SCORED),
        plain(words.RUBRIC),
        plain(words.HELP_NOT_FOR, "quiet"),
        *_axis(words.ASSERTIVENESS, words.ASSERTIVENESS_MEANS, words.ASSERTIVENESS_STEPS),
        *_axis(words.PARTNERSHIP, words.PARTNERSHIP_MEANS, words.PARTNERSHIP_STEPS),
        heading(words.HELP_TRUST),
        *(
            Paragraph(((told, ""),), (points, "strong"), KEYS_GUTTER)
            for points, told in zip(words.TRUST_STEPS, TIERS, strict=True)
        ),
        heading(words.HELP_COLOURS),
        plain(words.colours(theme)),
    ]


def _actions(screen: str, keys: Keys) -> list[Paragraph]:
    """The actions of the registry that have a key, with the keys that hold."""
    return [
        Paragraph(((_(action.means), ""),), (" ".join(map(shown, keys[action.id])), "key"), KEYS_GUTTER)
        for action in actions_of(screen)
        if keys[action.id]
    ]


def _keys(keys: tuple[tuple[str, str], ...], glyphs: Glyphs) -> list[Paragraph]:
    return [
        Paragraph(((told, ""),), (glyphs.arrows if key == words.ARROWS else key, "key"), KEYS_GUTTER)
        for key, told in keys
    ]


def _axis(name: str, means: str, steps: tuple[str, ...]) -> list[Paragraph]:
    return [
        heading(name.capitalize()),
        plain(means, "quiet"),
        *(
            Paragraph(((step, ""),), (str(number), "strong"), STEP_GUTTER)
            for number, step in enumerate(steps)
        ),
    ]
