"""The settings as one can change them: what each can be, what it is, and how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from simulator.tui import themes
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Runs, plain
from simulator.tui.widgets.picker import Item
from simulator.words import _, n_
from simulator.words.language import languages, own_name

if TYPE_CHECKING:
    from simulator.packs.config import Config

Value: TypeAlias = str | bool | None

MISTAKES = "mistakes"
"""The id of the row that leads to what is wrong in the file."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of the file: its key there, what it is called, what it can be, and what it is.

    Without `values` it is free text. `is_at_once` tells that a change needs no new start.
    """

    key: str
    words: str
    means: str
    values: tuple[tuple[Value, str], ...]
    now: Value
    is_at_once: bool = False

    @property
    def shown(self) -> str:
        """What it is now, in words."""
        named = next((words for value, words in self.values if value == self.now), None)
        return named or str(self.now or _("not given"))

    def after(self, by: int) -> Value:
        """The value `by` steps on, past the last one the first."""
        values = [value for value, _words in self.values]
        at = values.index(self.now) if self.now in values else 0
        return values[(at + by) % len(values)]


def settings(config: Config) -> tuple[Setting, ...]:
    """All settings that can be changed on screen, as the file has them."""
    return (
        _theme(config),
        _glyphs(config),
        _language(config),
        _mode(config),
        *_switches(config),
        _learner(config),
    )


def rows(known: Sequence[Setting], mistakes: int) -> list[Item]:
    """The settings as items; first what is wrong in the file, if anything is."""
    wrong = n_("{n} mistake in the settings file", "{n} mistakes in the settings file", mistakes)
    head = [Item(MISTAKES, ((wrong.format(n=mistakes), "warn"),))] if mistakes else []
    return [*head, *(_row(setting) for setting in known)]


def preview(glyphs: Glyphs) -> list[Paragraph]:
    """A few words in every role, so that one sees what a theme does."""
    full, empty = glyphs.meter(70, 14)
    meter: Runs = ((full, "hold"), (empty, "rule"), (f"  70  {_('trust')}", ""))
    return [
        Paragraph(((_("They say this, and "), ""), (_("you say that."), "said")), (_("THEY"), "them"), 7),
        Paragraph(
            ((_("A fact you learned"), "fact"), ("  ", ""), (_("what stands aside"), "quiet")), ("", ""), 7
        ),
        Paragraph(((_("A warning"), "warn"), ("  ", ""), *meter), ("", ""), 7),
    ]


def where(path: str) -> list[Paragraph]:
    """Where the settings are kept."""
    return [plain(_("These are kept in {path}").format(path=path), "quiet")]


def _row(setting: Setting) -> Item:
    later = "" if setting.is_at_once else f" {_('(from the next start)')}"
    means = Paragraph(((f"{setting.means}{later}", "quiet"),), clip=True)
    return Item(setting.key, ((setting.words, "strong"),), right=((setting.shown, "accent"),), more=(means,))


def _theme(config: Config) -> Setting:
    names = ("auto", *themes.THEMES, *config.themes)
    values: tuple[tuple[Value, str], ...] = tuple((name, name) for name in names)
    return Setting(
        "theme", _("Colours"), _("auto follows the terminal"), values, config.theme, is_at_once=True
    )


def _glyphs(config: Config) -> Setting:
    values = (("auto", "auto"), ("rich", _("rich")), ("basic", _("basic")))
    return Setting("glyphs", _("Signs"), _("basic if boxes and faces look broken"), values, config.glyphs)


def _language(config: Config) -> Setting:
    values: tuple[tuple[Value, str], ...] = (
        (None, _("as the system")), *((code, own_name(code)) for code in languages()))  # fmt: skip
    means = _("of these words, and of scenarios that have it")
    return Setting("language", _("Language"), means, values, config.language)


def _mode(config: Config) -> Setting:
    values = ((None, _("the one used last")), ("rehearse", _("Rehearse")), ("coach", _("Coach")))
    return Setting("mode", _("Mode"), _("what a briefing proposes"), values, config.mode, is_at_once=True)


def _switches(config: Config) -> tuple[Setting, ...]:
    switch = ((True, _("on")), (False, _("off")))
    return (
        Setting("motion", _("Motion"), _("the little that moves"), switch, config.motion, is_at_once=True),
        Setting(
            "mouse", _("Mouse"), _("off leaves it to the terminal's own selecting"), switch, config.mouse
        ),
    )


def _learner(config: Config) -> Setting:
    means = _("what your plays are kept under")
    return Setting("learner", _("Your name"), means, (), config.learner, is_at_once=True)
