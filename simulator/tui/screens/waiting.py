"""What is shown while a disk or a server lets the player wait."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import Any, ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from simulator.errors import Refused
from simulator.tui.ink import content, plain
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _

AT_ONCE = 0.25
"""Seconds that a screen stands still for before it says that it waits: nobody notices less."""

Act = Callable[[], object]


def attempt(app: App[Any], act: Act, then: Callable[[Refused | None], None]) -> None:
    """Write or read where plays are kept, and go on with `then`, told why it was refused or None.

    What takes its time is waited for on a screen that says so: a locked file or a lost server
    takes seconds to be given up, and meanwhile the app draws, and can be left.
    """
    done = _begun(act)
    with suppress(TimeoutError):
        done.exception(AT_ONCE)
    if done.done():
        then(_refusal(done))
        return
    waiting = Waiting()
    app.push_screen(waiting, lambda _: then(_refusal(done)))

    def end(_: Future[None]) -> None:
        with suppress(RuntimeError):  # the app was left meanwhile
            app.call_later(waiting.end)

    done.add_done_callback(end)


class Waiting(ModalScreen[None]):
    """Says what is waited for, and takes no key but those that quit, until it is over."""

    CSS_PATH = "ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,ctrl+c,ctrl+q", "quit_at_once", show=False, priority=True)
    ]

    def __init__(self) -> None:
        super().__init__()
        self.is_over = False
        self.is_gone = False

    def compose(self) -> ComposeResult:
        told = (
            _("The place where your plays are kept doesn't answer yet. What was kept before is still there."),
            _("Nothing is to be done: this goes on by itself, within seconds. q quits."),
        )
        box = Vertical(Sheet([plain(line) for line in told]), id="question")
        box.border_title = content(((_("One moment"), ""),))
        yield box

    def on_mount(self) -> None:
        self.set_class(self.app.glyphs.name == "basic", "-basic")  # type: ignore[attr-defined]

    def end(self) -> None:
        """Go on; where something lies above, once that is gone."""
        self.is_over = True
        self._go()

    def on_screen_resume(self) -> None:
        self._go()

    def _go(self) -> None:
        if self.is_over and not self.is_gone and self.is_active:
            self.is_gone = True
            self.dismiss()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()

    def action_quit_at_once(self) -> None:
        """Leave the program: what is being written may come through or not, as if it had been killed."""
        self.app.exit(0)


def _begun(act: Act) -> Future[None]:
    """The act in a thread of its own, which doesn't keep the program from ending."""
    done: Future[None] = Future()

    def run() -> None:
        try:
            act()
        except BaseException as failure:  # noqa: BLE001 - raised again by whoever waits
            done.set_exception(failure)
        else:
            done.set_result(None)

    Thread(target=run, daemon=True).start()
    return done


def _refusal(done: Future[None]) -> Refused | None:
    """Why something was refused; raises what is no refusal but a fault of ours."""
    failure = done.exception()
    if failure is None or isinstance(failure, Refused):
        return failure
    raise failure
