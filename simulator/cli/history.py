"""`sparring history`: what was played, one play of it, and how to take it along or delete it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from simulator.cli.asking import agreed
from simulator.cli.chosen import chosen, past_of
from simulator.cli.learner import open_keeper
from simulator.cli.output import put
from simulator.cli.plain.console import width
from simulator.cli.speech import in_a_language
from simulator.errors import Misuse, Refused
from simulator.practice.keeper import Keeper
from simulator.report.history import Past, as_csv, as_json, table, whole
from simulator.store.record import Record
from simulator.words import _, n_

SHOWN = 40
"""How many plays are listed unless all are asked for."""

FORMS = (".json", ".csv")


@click.command()
@in_a_language
@click.argument("play", required=False)
@click.option("--all", "everything", is_flag=True, help="List every play, not only the newest.")
@click.option("--json", "as_data", is_flag=True, help="Print one JSON object, for scripts.")
@click.option("--export", metavar="FILE", help="Write all plays to a new file, .json or .csv.")
@click.option("--delete", is_flag=True, help="Remove one play for good.")
@click.option("--yes", is_flag=True, help="Don't ask before deleting.")
@click.option("--as", "learner", metavar="NAME", help="Whose plays; yours by itself.")
def history(  # noqa: PLR0913, PLR0917 - the options of the command
    play: str | None,
    everything: bool,
    as_data: bool,
    export: str | None,
    delete: bool,
    yes: bool,
    learner: str | None,
) -> None:
    """List what you played, the newest first, or show one play again.

    PLAY is a number of the list or the start of a play's key. A play is shown with the
    words of the conversation, its debrief, and what you wrote to it.

    \b
    Example:
      sparring history
      sparring history 12
      sparring history 12 --delete
      sparring history --export plays.csv
    """
    if delete and play is None:
        raise Misuse(_("name the play to delete: its number in the list"))
    if export is not None and Path(export).suffix not in FORMS:
        raise Misuse(_("an export is a .json or a .csv file: {file}").format(file=export))
    keeper = open_keeper(learner)
    plays = past_of(keeper.refresh(keeper.glances()))
    if export is not None:
        _export(keeper, plays, Path(export))
    elif play is None:
        _list(keeper, plays, as_data=as_data, most=None if everything else SHOWN)
    elif delete:
        _delete(keeper, chosen(plays, play), yes=yes)
    else:
        _show(keeper, chosen(plays, play), as_data=as_data)


def _list(keeper: Keeper, plays: Sequence[Past], *, as_data: bool, most: int | None) -> None:
    if as_data:
        put(whole(_data(plays, keeper.records())))
        return
    if not plays:
        told = _('{name} has not played yet. "sparring list" shows what there is to play.')
        put(told.format(name=keeper.learner))
        return
    newest = plays[::-1][:most]
    put(table(newest, width()))
    if len(newest) < len(plays):
        older = len(plays) - len(newest)
        put(
            "\n"
            + n_("{n} older play: --all shows it", "{n} older plays: --all shows them", older).format(n=older)
        )


def _show(keeper: Keeper, play: Past, *, as_data: bool) -> None:
    if as_data:
        record = keeper.record(play.glance.key)
        put(whole(_data([play], [record] if record else [])))
        return
    from simulator.cli.past_play import told  # noqa: PLC0415 - reads the scenario

    put(told(play, keeper.bring_back(play.glance.key), width()))


def _delete(keeper: Keeper, play: Past, *, yes: bool) -> None:
    put(table([play], width()))
    if not agreed(_("Delete this play for good?"), yes=yes):
        put(_("Nothing was deleted."))
    elif keeper.delete(play.glance.key):
        put(_("Deleted."))
    else:
        put(_("It was gone already."))


def _export(keeper: Keeper, plays: Sequence[Past], path: Path) -> None:
    """Write all plays to a file that isn't there yet."""
    data = _data(plays, keeper.records(), log=path.suffix == ".json")
    text = as_csv(data) if path.suffix == ".csv" else whole(data) + "\n"
    try:
        with path.open("x", encoding="utf-8-sig" if path.suffix == ".csv" else "utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise Refused(_("{file} is there already").format(file=path), _("name a new file")) from None
    except OSError as problem:
        told = _("{file} can't be written: {why}").format(file=path, why=problem.strerror)
        raise Refused(told) from None
    written = n_("{n} play written to {file}", "{n} plays written to {file}", len(data))
    put(written.format(n=len(data), file=path))


def _data(plays: Sequence[Past], records: Iterable[Record], *, log: bool = False) -> list[dict[str, object]]:
    """The plays as data, the newest first; none that was deleted meanwhile."""
    by_key = {record.glance.key: record for record in records}
    known = [play for play in reversed(plays) if play.glance.key in by_key]
    return [as_json(play, by_key[play.glance.key], log=log) for play in known]
