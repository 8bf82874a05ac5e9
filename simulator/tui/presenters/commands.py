"""What the command palette offers: the actions of its screen, and what can be done from anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.tui.ink import Run, Runs
from simulator.tui.keymap import EVERYWHERE, Action, Keys, actions_of
from simulator.tui.keys import printed
from simulator.tui.widgets.picker import Item
from simulator.words import _

NOT_IN_ITSELF = ("palette",)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: Textual's action, what it is called, what it does, and its key if it has one."""

    action: str
    words: str
    means: str = ""
    key: str = ""

    def fits(self, sought: Iterable[str]) -> bool:
        """Whether every word that is sought is somewhere in it."""
        text = f"{self.words} {self.means}".casefold()
        return all(word in text for word in sought)


def commands(topic: str, keys: Keys, themes: Iterable[str], now: str) -> list[Command]:
    """All commands of a screen: its own first. `themes` can be changed to, `now` is the one of now."""
    actions = (*actions_of(topic), *actions_of(EVERYWHERE))
    own = [_command(action, keys) for action in actions if action.id not in NOT_IN_ITSELF]
    return [
        *own,
        Command("app.go_home", _("Home"), _("back to the library")),
        *(
            Command(f"app.use_theme('{name}')", _("theme: {name}").format(name=name))
            for name in themes
            if name != now
        ),
        *(
            Command(f"app.export_screen('{kind}')", _("this screen as {kind}").format(kind=kind.upper()))
            for kind in ("svg", "html")
        ),
        Command("app.close", _("quit"), _("close Sparring")),
    ]


def matching(known: Iterable[Command], sought: str) -> list[Command]:
    """The commands that have every word sought; those whose name begins with it come first."""
    words = sought.casefold().split()
    found = [command for command in known if command.fits(words)]
    return sorted(found, key=lambda command: not command.words.casefold().startswith(tuple(words[:1])))


def rows(found: Iterable[Command]) -> list[Item]:
    """The commands as items; an item's id is the action."""
    return [Item(command.action, _runs(command), right=_key(command), clip=True) for command in found]


def _command(action: Action, keys: Keys) -> Command:
    key = next(map(printed, keys.get(action.id, ())), "")
    runs = action.method if action.method.startswith("app.") else f"screen.{action.method}"
    return Command(runs, _(action.words), _(action.means), key)


def _runs(command: Command) -> Runs:
    name: Run = (command.words, "strong")
    return (name, (f"  {command.means}", "quiet")) if command.means else (name,)


def _key(command: Command) -> Runs:
    return ((command.key, "key"),) if command.key else ()
