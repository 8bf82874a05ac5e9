"""`sparring simulate`: what tricks, chance and good conduct score in a scenario."""

from __future__ import annotations

import click

from simulator.analysis.bots.fairness import fairness
from simulator.cli.output import put, put_json
from simulator.cli.stage import compiled, open_edition
from simulator.packs.find import resolve
from simulator.report import simulation
from simulator.scenario.edition import Edition

FORMS = ["text", "json", "csv"]


@click.command("simulate")
@click.argument("scenario")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="How to print."
)
@click.option("--temperament", metavar="NAME", help="Only this one; all of them unless given.")
@click.option("--seed", type=click.IntRange(0), default=0, help="For figures that have to be sampled.")
def simulate(scenario: str, form: str, temperament: str | None, seed: int) -> int:
    """Play a scenario by every trick and by chance.

    Tells what each would score, exact over all plays where that is feasible,
    else sampled with the error said.

    \b
    Example:
      sparring simulate overlooked-candidate
      sparring simulate my-scenario.toml --temperament guarded --format json
    """
    edition = open_edition(resolve(scenario), None)
    found = {
        name: fairness(compiled(edition, nature), seed=seed)
        for name, nature in _natures(edition, temperament).items()
    }
    if form == "json":
        put_json(simulation.as_json(edition, found))
    else:
        tell = simulation.as_csv if form == "csv" else simulation.as_text
        put(tell(edition, found).rstrip("\n"))
    return 0


def _natures(edition: Edition, wanted: str | None) -> dict[str, str | None]:
    """The temperaments to play, by their names in the results."""
    names = [wanted] if wanted else list(edition.scenario.temperaments)
    return {name: name for name in names} or {simulation.AS_WRITTEN: None}
