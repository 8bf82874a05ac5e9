"""`sparring graph`: the map of a scenario."""

from __future__ import annotations

import click

from simulator.analysis.flow import flow
from simulator.cli.output import put
from simulator.cli.stage import compiled, open_edition
from simulator.packs.find import resolve
from simulator.report import chart

FORMS = {"text": chart.as_text, "mermaid": chart.as_mermaid, "dot": chart.as_dot}


@click.command("graph")
@click.argument("scenario")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", help="How to print.")
@click.option("--temperament", metavar="NAME", help="How the other person comes.")
def graph(scenario: str, form: str, temperament: str | None) -> int:
    """Draw the map of a scenario.

    Beats, choices and endings, and how often random play takes each way. It
    shows everything: not for those who still want to play.

    \b
    Example:
      sparring graph overlooked-candidate
      sparring graph my-scenario.toml --format dot > map.dot
    """
    edition = open_edition(resolve(scenario), None)
    drawn = chart.chart_of(edition.scenario, flow(compiled(edition, temperament)))
    put(FORMS[form](drawn))
    return 0
