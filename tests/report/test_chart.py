from __future__ import annotations

import re
from dataclasses import replace

import pytest

from simulator.analysis.flow import flow
from simulator.engine.program import compile_program
from simulator.report.chart import Chart, as_dot, as_mermaid, as_text, chart_of


@pytest.fixture(scope="module")
def chart(edition) -> Chart:
    return chart_of(edition.scenario, flow(compile_program(edition.scenario)))


def test_the_terminal_shows_each_place_with_its_visits_and_each_way_on(chart: Chart) -> None:
    shown = as_text(chart)
    assert re.search(r"^opening +explore +100%$", shown, re.MULTILINE)
    assert re.search(r"^    evidence +-> third +17%$", shown, re.MULTILINE)
    assert re.search(r"^hour +The hour \(an agreement\) +50%$", shown, re.MULTILINE)
    assert max(map(len, shown.splitlines())) <= 80


def test_mermaid_names_every_place_and_every_way_once(chart: Chart) -> None:
    shown = as_mermaid(chart)
    assert shown.startswith("flowchart TD\n")
    assert shown.count(" -->") == len(chart.ways) == shown.count("linkStyle")
    assert shown.count("    style n_") == len(chart.places)
    assert '    n_opening -->|"ask"| n_second' in shown


def test_dot_names_every_place_and_every_way_once(chart: Chart) -> None:
    shown = as_dot(chart)
    assert shown.count(" -> ") == len(chart.ways)
    assert shown.count("fillcolor=") == len(chart.places)
    assert shown.startswith("digraph scenario {")
    assert shown.endswith("}")


def test_hostile_words_stay_inside_their_labels(edition) -> None:
    endings = {"hour": replace(edition.scenario.endings["hour"], title='"]; x"#quot;\\')}
    scenario = replace(edition.scenario, endings=edition.scenario.endings | endings)
    chart = chart_of(scenario, flow(compile_program(scenario)))
    assert r"\"]; x\"#quot;\\" in as_dot(chart)
    assert "#quot;]; x#quot;#35;quot;" in as_mermaid(chart)
