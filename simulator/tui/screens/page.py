"""What all screens share: a line above, a line of keys below, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from simulator.tui.ink import Runs
from simulator.tui.keymap import ACTIONS, EVERYWHERE, bindings, key_of
from simulator.tui.widgets.bars import Hint, KeyBar, TitleBar
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark

if TYPE_CHECKING:
    from simulator.tui.app import SparringApp
    from simulator.tui.glyphs import Glyphs

Result = TypeVar("Result")

HOME = mark("home")


class Page(Screen[Result]):
    """A screen with a title line, a body and a line of keys.

    `?` helps, `q` leaves and Esc goes back on every one of them. `IS_KEPT` tells that
    leaving what was opened above leads back to this screen; `ASKS` that leaving it is asked
    about, because something goes on here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(EVERYWHERE),
        Binding("ctrl+c", "leave", show=False, priority=True),
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("escape", "back", show=False),
        Binding("pageup", "scroll_body(-1)", show=False),
        Binding("pagedown", "scroll_body(1)", show=False),
    ]
    AUTO_FOCUS = "Picker"
    HELP_TOPIC: ClassVar[str] = "home"
    LEAVE_WORDS: ClassVar[str] = mark("quit")
    IS_KEPT: ClassVar[bool] = False
    ASKS: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self.title_bar = TitleBar(())
        self.key_bar = KeyBar()

    @property
    def sparring(self) -> SparringApp:
        """The app, as the one it is."""
        return cast("SparringApp", self.app)

    @property
    def glyphs(self) -> Glyphs:
        return self.sparring.glyphs

    @property
    def leave_words(self) -> str:
        """Where `q` leads: what would lead Home leads back where a debrief lies below."""
        home = self.LEAVE_WORDS == HOME
        return _("back") if home and self.sparring.leads_to_a_debrief(self) else _(self.LEAVE_WORDS)

    def on_screen_resume(self) -> None:
        self.set_class(self.glyphs.name == "basic", "-basic")

    def compose(self) -> ComposeResult:
        left, right = self.heading()
        self.title_bar.say(left, right)
        self.key_bar.show(self.all_hints())
        yield self.title_bar
        yield from self.body()
        yield self.key_bar

    def heading(self) -> tuple[Runs, Runs]:
        """What this screen is, and what holds here."""
        return (("Sparring", "title"),), ()

    def body(self) -> Iterable[Widget]:
        """What stands between the two lines."""
        raise NotImplementedError

    def hints(self) -> Iterable[Hint]:
        """The keys of this screen, most needed first."""
        return ()

    def all_hints(self) -> list[Hint]:
        """The keys of this screen and those that are always there."""
        always = [self.hint("help", stays=True), self.hint("leave", self.leave_words, stays=True)]
        return [*self.hints(), *always]

    def hint(self, name: str, words: str = "", *, stays: bool = False) -> Hint:
        """The key that an action of the registry has now, with what it does, or with other words."""
        action = ACTIONS[name]
        return Hint(key_of(name, self.sparring.keys), words or _(action.words), action.method, stays=stays)

    def retitle(self) -> None:
        """Say anew what holds and which keys there are."""
        self.title_bar.say(*self.heading())
        self.key_bar.show(self.all_hints())

    def to_copy(self) -> str:
        """What copying takes: what is marked, or else what is read here; a screen may know better."""
        marked = self.focused.marked_words if isinstance(self.focused, Picker) else ""
        read = (sheet.words for sheet in self.query(".reads").results(Sheet))
        return marked or next(read, "")

    def action_help(self) -> None:
        """Explain what has the focus, the keys and the two axes."""
        self.sparring.open_help(self.HELP_TOPIC, self.focused.id if self.focused else None)

    def action_leave(self) -> None:
        """Leave the program, or whatever this screen says leaving is."""
        self.app.exit(0)

    def action_back(self) -> None:
        """Go back to where one came from."""
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()

    def action_scroll_body(self, pages: int) -> None:
        """Scroll the part of the screen that is read."""
        for target in self.query(".reads").results(Widget):
            target.scroll_relative(y=pages * max(1, target.size.height - 2), animate=False)
            return
