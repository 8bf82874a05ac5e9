"""What can be done on which screen, and the keys that do it: one registry, from which every binding comes.

To add an action to a screen, add one line to `ACTIONS` and name the screen in it (a screen's
name is its `HELP_TOPIC`). The screen then has

    BINDINGS = bindings("map")                     and a method action_NAME (id "what-if": action_what_if)
    def hints(self): return (self.hint("what-if"), ...)

Help, the command palette and the config file learn of it by themselves. Arrows, Enter, Esc,
Page Up and Down, digits, Ctrl-C and Ctrl-Q are no actions of the registry: they always mean
the same (`simulator.tui.keys.KEPT`), and a screen binds those of them that it needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from textual.binding import Binding, BindingType

from simulator.tui.keys import canonical, printed
from simulator.words import mark

EVERYWHERE = "everywhere"
"""In place of a screen's name: the action is there on all of them."""

Keys: TypeAlias = Mapping[str, tuple[str, ...]]
"""The keys of actions by the id of the action, by their canonical names."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does.

    `id` is its name in the config file; `keys` are the keys it has unless the user
    wishes otherwise; `words` stand in the line of keys and in the palette, `means`
    explains it in Help. `runs` is Textual's name for it, the id with underscores unless given.
    """

    id: str
    keys: tuple[str, ...]
    screens: tuple[str, ...]
    words: str
    means: str
    runs: str = ""

    @property
    def method(self) -> str:
        """What Textual calls on the screen."""
        return self.runs or self.id.replace("-", "_")


_ALL = (EVERYWHERE,)

ACTIONS: dict[str, Action] = {
    action.id: action
    for action in (
        Action("help", ("?", "f1"), _ALL, mark("help"), mark("this page")),
        Action("leave", ("q",), _ALL, mark("leave"), mark("leave; it asks where something could be lost")),
        Action(
            "palette",
            (":", "ctrl+p"),
            _ALL,
            mark("commands"),
            mark("everything that can be done here: type to find it"),
            "app.palette",
        ),
        Action("settings", (",",), _ALL, mark("settings"), mark("the settings"), "app.settings"),
        Action(
            "copy",
            ("y",),
            _ALL,
            mark("copy"),
            mark("copy what is marked, or else what is read here"),
            "app.copy",
        ),
        Action(
            "copy-path",
            ("Y",),
            _ALL,
            mark("copy the path"),
            mark("copy the path of the file that was written last"),
            "app.copy_path",
        ),
        Action(
            "export-screen",
            ("X",),
            _ALL,
            mark("picture"),
            mark("write what the screen shows to a text file"),
            "app.export_screen('txt')",
        ),
        Action(
            "suspend",
            ("ctrl+z",),
            _ALL,
            mark("suspend"),
            mark("back to the shell; `fg` returns"),
            "app.suspend",
        ),
        Action("read-on", ("space",), _ALL, mark("read on"), mark("read on by a page"), "scroll_body(1)"),
        Action("find", ("/", "f"), ("home",), mark("find"), mark("find: type, and only what matches stays")),
        Action(
            "take-back",
            ("u",),
            ("play",),
            mark("take back"),
            mark("take your last words back: the play is practice from then on"),
        ),
        Action("notebook", ("n",), ("play",), mark("notebook"), mark("the notebook: what you have learned")),
        Action("skip", ("s",), ("rate",), mark("skip"), mark("go on to the score without an answer")),
        Action(
            "thoughts",
            ("t",),
            ("debrief",),
            mark("thoughts"),
            mark("the conversation again, with their thoughts"),
        ),
        Action(
            "what-if",
            ("w",),
            ("debrief", "decision", "map"),
            mark("what if"),
            mark("what if: play on from this decision, as practice"),
        ),
        Action(
            "notes",
            ("n",),
            ("debrief",),
            mark("notes"),
            mark("answer the questions, and note what you will say, and to whom"),
        ),
        Action("again", ("p",), ("debrief",), mark("again"), mark("play the scenario again")),
        Action("export", ("x",), ("debrief",), mark("export"), mark("write the debrief to a text file")),
        Action(
            "map",
            ("m",),
            ("home", "debrief", "progress"),
            mark("map"),
            mark("the map of where you have been"),
        ),
        Action(
            "packs", ("P",), ("home",), mark("packs"), mark("packs, and folders of your own"), "app.packs"
        ),
        Action(
            "progress",
            ("p",),
            ("home",),
            mark("progress"),
            mark("how your plays went, what is due, and each play again"),
            "app.progress",
        ),
        Action(
            "delete",
            ("d", "delete"),
            ("progress",),
            mark("delete"),
            mark("remove the marked play; it asks first"),
        ),
        Action("check-again", ("r",), ("doctor",), mark("check again"), mark("check once more")),
        Action(
            "stop", ("s",), ("doctor",), mark("stop"), mark("stop the check and see what it found so far")
        ),
        Action(
            "severity",
            ("f",),
            ("doctor",),
            mark("filter"),
            mark("show errors alone, then warnings alone, then all"),
        ),
        Action(
            "doctor", ("d",), ("home", "packs", "pack"), mark("doctor"), mark("check it, again on every save")
        ),
        Action("add-folder", ("a",), ("packs",), mark("add a folder"), mark("add a folder of your own")),
        Action("colours", ("c",), ("help",), mark("colours"), mark("take the next set of colours")),
    )
}


def default_keys() -> dict[str, tuple[str, ...]]:
    """The keys that all actions have unless the user wishes otherwise."""
    return {action.id: tuple(map(canonical, action.keys)) for action in ACTIONS.values()}


def bindings(screen: str) -> list[BindingType]:
    """The bindings of one screen, or of all with `EVERYWHERE`, for its class variable BINDINGS."""
    return [
        Binding(
            ",".join(map(canonical, action.keys)) or f"<{action.id}>", action.method, show=False, id=action.id
        )
        for action in actions_of(screen)
    ]


def actions_of(screen: str) -> tuple[Action, ...]:
    """The actions that belong to one screen alone, or to all with `EVERYWHERE`."""
    return tuple(action for action in ACTIONS.values() if screen in action.screens)


def for_textual(keys: Keys) -> dict[str, str]:
    """Keys in the form of `App.set_keymap`; an action without keys gets one that no keyboard has."""
    return {name: ",".join(given) or f"<{name}>" for name, given in keys.items()}


def key_of(name: str, keys: Keys) -> str:
    """The first key of an action as screens name it, or nothing where it has none."""
    return next(map(printed, keys.get(name, ())), "")
