"""The command `sparring`: what there is to call, and the one place where failures are told.

Exit status: 0 fine, 1 errors found, 2 misuse, 3 our own fault, 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

import click

from simulator import __version__, words
from simulator.cli.asked import NO_MOUSE
from simulator.cli.output import flush, forgive, note
from simulator.cli.terminal import can_draw
from simulator.errors import Misuse, SparringError
from simulator.words import _, mark

NAME = "sparring"
COMPLETE = "_SPARRING_COMPLETE"
OUR_FAULT = 3
INTERRUPTED = 130
STORAGE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO}
"""Errors of the machine, not of the program: a full, broken or read-only disk."""


class Entry(NamedTuple):
    """Where a command is, as `module:function`, and its line in the overview.

    The function's return value is the exit status; None is 0. A command `speaks` if it talks
    to players, in their language.
    """

    target: str
    summary: str
    speaks: bool = True


COMMANDS: dict[str, Entry] = {
    "play": Entry(
        "simulator.cli.play:play", "Play a scenario: by its id, by pack/id, or by the path to its file."
    ),
    "resume": Entry(
        "simulator.cli.resume:resume",
        "Go on with a play that was left, the last one unless PLAY names another.",
    ),
    "history": Entry(
        "simulator.cli.history:history", "List what you played, the newest first, or show one play again."
    ),
    "forget": Entry(
        "simulator.cli.forget:forget",
        "Remove everything that is kept of one person, and say what was removed.",
    ),
    "list": Entry("simulator.cli.list_:list_", "List the scenarios that can be played."),
    "progress": Entry(
        "simulator.cli.progress:progress",
        "Show how what you played went, taken together, and what to do next.",
    ),
    "check": Entry(
        "simulator.cli.check:check",
        "Prove files, packs and folders of packs sound and fair, and tell every finding with its line.",
        speaks=False,
    ),
    "simulate": Entry(
        "simulator.cli.simulate:simulate", "Play a scenario by every trick and by chance.", speaks=False
    ),
    "graph": Entry("simulator.cli.graph:graph", "Draw the map of a scenario.", speaks=False),
    "locate": Entry("simulator.cli.locate:locate", "Show every path that Sparring reads or writes."),
}

NO_TERMINAL = mark("""\
Sparring draws its screens in a terminal, and this isn't one that can.

  sparring list                                  shows what there is to play
  sparring play overlooked-candidate --plain     plays it line by line, without screens
  sparring --help                                shows the rest""")


MORE = """\
\b
On screens:
  arrows and Enter   mark and choose; so does the mouse
  ?  :  ,            help, everything that can be done, settings
  Esc  q             back, leave; keys can be changed in the settings

\b
Environment:
  NO_COLOR           no colours
  LC_ALL, LANG       the language; LC_ALL=C prints ASCII alone
  COLUMNS, LINES     the size to draw in
  SPARRING_CONFIG    the settings file to use
  SPARRING_STORE     where plays are kept: a file or a postgresql:// address
  SPARRING_DEBUG=1   the details of a failure

\b
Files: "sparring locate" shows them all.

\b
Tab completes after this line, in ~/.bashrc or (with zsh_source) ~/.zshrc:
  eval "$(_SPARRING_COMPLETE=bash_source sparring)"

\b
Exit status: 0 fine, 1 errors found, 2 misuse, 3 our own fault, 130 interrupted.

Start with "sparring list". "sparring COMMAND --help" shows an example of each command.
"""


class LazyGroup(click.Group):
    """A group that imports a command only once it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the registry."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name].target.split(":")
        command: click.Command = getattr(import_module(module), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; an unknown one is misuse that suggests the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(_unknown(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview of the commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


@click.group(
    name=NAME,
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=MORE,
)
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.option("--language", metavar="xx", help="Speak this language, and play in it where it is there.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal, for its own selecting.")
@click.option("--as", "learner", metavar="NAME", help="Who plays; the config or your login name by itself.")
@click.option("--guest", is_flag=True, help="Keep nothing of what is played.")
@click.pass_context
def sparring(
    ctx: click.Context, language: str | None, no_mouse: bool, learner: str | None, guest: bool
) -> int:
    """Practise the conversations people would rather avoid.

    Without a command it opens the screens, where everything can be done.

    \b
    Example:
      sparring                              opens at Home
      sparring play overlooked-candidate    goes straight to a conversation
    """
    _speak(ctx, language)
    ctx.meta[NO_MOUSE] = no_mouse
    if learner is not None or guest:
        from simulator.cli.learner import remember  # noqa: PLC0415 - brings what keeps plays

        remember(learner, guest=guest)
    return 0 if ctx.invoked_subcommand else open_home()


def _speak(ctx: click.Context, language: str | None) -> None:
    """Settle the language before anything is said; what authors and scripts read is English unless asked."""
    command = ctx.invoked_subcommand
    if language is None and command is not None and not COMMANDS[command].speaks:
        words.use(None)
        return
    from simulator.cli.speech import judged, settle  # noqa: PLC0415 - brings the settings

    settle(judged(language))


def open_home() -> int:
    """Open the screens at Home; without a terminal say what to do instead, which is misuse."""
    if not can_draw():
        note(_(NO_TERMINAL))
        return Misuse.exit_status
    from simulator.cli.learner import keeper_or_guest  # noqa: PLC0415 - commands that draw nothing do without
    from simulator.cli.screens import open_screens  # noqa: PLC0415

    who = keeper_or_guest(None, guest=False)
    return open_screens(keeper=who.keeper, problem=who.problem)


def main() -> None:
    """Run the command line of this process and leave with its exit status."""
    forgive()
    instruction = os.environ.get(COMPLETE)
    if instruction:
        from click.shell_completion import shell_complete  # noqa: PLC0415 - only shells ask for it

        sys.exit(shell_complete(sparring, {}, NAME, COMPLETE, instruction))
    status = run(sys.argv[1:])
    flush()
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status; no exception passes this boundary."""
    try:
        with sparring.make_context(NAME, list(arguments)) as ctx:
            return _status(sparring.invoke(ctx))
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except (KeyboardInterrupt, click.Abort):
        note("")
        return INTERRUPTED
    except (EOFError, BrokenPipeError):
        return 0
    except Exception as failure:
        if os.environ.get("SPARRING_DEBUG") == "1":
            raise
        return _tell(failure)


def _status(returned: Any) -> int:
    return returned if isinstance(returned, int) else 0


def _tell(failure: Exception) -> int:
    """Say what failed on stderr and return the exit status that goes with it."""
    match failure:
        case SparringError():
            note("Error: " + "\n".join(filter(None, (failure.message, failure.hint))))
            return failure.exit_status
        case click.ClickException():
            note(f"Error: {failure.format_message()}{_try_help(failure)}")
            return Misuse.exit_status
        case OSError() if failure.errno in STORAGE:
            note(f"Error: {failure.strerror}{f': {failure.filename}' if failure.filename else ''}")
            return SparringError.exit_status
    from simulator.cli.crash import apology  # noqa: PLC0415 - hardly ever needed

    note(apology(failure))
    return OUR_FAULT


def _try_help(failure: click.ClickException) -> str:
    ctx = getattr(failure, "ctx", None)
    return f'\nTry "{ctx.command_path} --help".' if ctx else ""


def _unknown(word: str) -> str:
    from simulator.scenario.suggest import did_you_mean  # noqa: PLC0415 - only for a misspelt command

    hint = did_you_mean(word, COMMANDS)
    return f'there is no command "{word}"{f"; {hint}" if hint else "."}'
