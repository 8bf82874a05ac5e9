"""The map of a scenario: beats and endings, the ways between them, and how often random play takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.analysis.flow import Flow, Way
from simulator.report.phrases import ENDINGS, MOMENTS
from simulator.scenario.model import Beat, Moment, Scenario
from simulator.words import _

COLOURS: dict[Moment | None, str] = {
    "take-the-order": "#9ecae1",
    "let-go": "#c6dbef",
    "repair": "#dadaeb",
    "explore": "#a1d99b",
    "test": "#ffeda0",
    "push-back": "#fdae6b",
    "stand-firm": "#f4836b",
    None: "#eeeeee",
}
"""Cool where giving way is due, warm where holding is; each legible under black text."""
ENDING_COLOUR = "#ffffff"
INK = "color:#000000,stroke:#555555"
THINNEST, THICKEST = 1.0, 8.0
RARE = 0.0005
"""Chances below this are shown as 0 %."""


@dataclass(frozen=True, slots=True)
class Place:
    """A beat or an ending; `visits` is how often one random play meets it on average."""

    id: str
    words: str
    colour: str
    visits: float
    is_ending: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A scenario's map, in the order of the file."""

    title: str
    start: str
    places: tuple[Place, ...]
    ways: tuple[tuple[Way, float], ...]
    is_exact: bool


def chart_of(scenario: Scenario, flow: Flow) -> Chart:
    """The map of a scenario with every way that is written, taken or not."""
    places = [_beat(beat_id, beat, flow) for beat_id, beat in scenario.beats.items()]
    for ending_id, ending in scenario.endings.items():
        words = f"{ending.title} ({_(ENDINGS[ending.kind])})"
        places.append(Place(ending_id, words, ENDING_COLOUR, flow.visits.get(ending_id, 0.0), True))
    written = dict.fromkeys(_written(scenario))
    ways = tuple((way, flow.ways.get(way, 0.0)) for way in written)
    return Chart(scenario.title, scenario.start, tuple(places), ways, flow.is_exact)


def as_text(chart: Chart) -> str:
    """The map for a terminal: each place with its moment and visits, and under it the ways on."""
    exact, sampled = (
        _("Per cent are visits in 100 random plays (exact)."),
        _("Per cent are visits in 100 random plays (sampled)."),
    )
    blocks = [f"{chart.title}\n{exact if chart.is_exact else sampled}"]
    for place in chart.places:
        lines = [f"{place.id:<32} {place.words:<36} {_percent(place.visits):>5}".rstrip()]
        for way, chance in chart.ways:
            if way.beat == place.id:
                name = way.choice or _("leads on")
                lines.append(f"    {name:<28} -> {way.target:<33} {_percent(chance):>5}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def as_mermaid(chart: Chart) -> str:
    """The map as a Mermaid flowchart: colour by moment, width by chance."""
    lines = ["flowchart TD"]
    for place in chart.places:
        label = _mermaid(f"{place.id}<br/>{place.words} · {_percent(place.visits)}")
        shape = f'(["{label}"])' if place.is_ending else f'["{label}"]'
        lines.append(f"    n_{place.id}{shape}")
    for way, _chance in chart.ways:
        label = f'|"{_mermaid(way.choice)}"|' if way.choice else ""
        lines.append(f"    n_{way.beat} -->{label} n_{way.target}")
    styles = (f"    style n_{place.id} fill:{place.colour},{INK}" for place in chart.places)
    widths = (
        f"    linkStyle {number} stroke-width:{_width(chance):.1f}px"
        for number, (_, chance) in enumerate(chart.ways)
    )
    return "\n".join([*lines, *styles, *widths])


def as_dot(chart: Chart) -> str:
    """The map for Graphviz: colour by moment, width by chance."""
    lines = [
        "digraph scenario {",
        f"    label={_quoted(chart.title)};",
        "    node [style=filled, fontname=sans];",
    ]
    for place in chart.places:
        label = _quoted(f"{place.id}\n{place.words}\n{_percent(place.visits)}")
        shape = "ellipse" if place.is_ending else "box"
        lines.append(f'    "{place.id}" [label={label}, shape={shape}, fillcolor="{place.colour}"];')
    for way, chance in chart.ways:
        label = f"label={_quoted(way.choice)}, " if way.choice else ""
        lines.append(f'    "{way.beat}" -> "{way.target}" [{label}penwidth={_width(chance):.1f}];')
    return "\n".join([*lines, "}"])


def _beat(beat_id: str, beat: Beat, flow: Flow) -> Place:
    words = _(MOMENTS[beat.moment]) if beat.moment else _("leads on")
    if beat.weight > 1:
        words = _("{moment}, counts double").format(moment=words)
    return Place(beat_id, words, COLOURS[beat.moment], flow.visits.get(beat_id, 0.0), False)


def _written(scenario: Scenario) -> Iterator[Way]:
    for beat_id, beat in scenario.beats.items():
        for choice_id, choice in beat.choices.items():
            yield from (Way(beat_id, choice_id, route.to) for route in choice.to)
        yield from (Way(beat_id, None, route.to) for route in beat.to or ())


def _percent(chance: float) -> str:
    return f"{chance:.0%}" if chance < RARE or chance >= 0.01 else f"{chance:.1%}"


def _width(chance: float) -> float:
    return THINNEST + (THICKEST - THINNEST) * min(1.0, chance)


def _mermaid(text: str) -> str:
    """Text inside a Mermaid label, where a quote ends it and a # begins a code."""
    return text.replace("#", "#35;").replace('"', "#quot;").replace("\n", " ")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
