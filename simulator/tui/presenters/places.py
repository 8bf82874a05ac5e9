"""The places of a map in words: as an outline, one by one, and what was said there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from simulator.report.paths import OPEN_AFTER, Paths, Plan
from simulator.report.phrases import ENDINGS, MOMENTS
from simulator.scenario.edition import Edition
from simulator.scenario.model import Choice
from simulator.scenario.screenplay import YOU
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Run, heading, plain
from simulator.tui.presenters.conversation import Entry, Teller
from simulator.tui.presenters.map import name, sign, times
from simulator.tui.widgets.picker import Item
from simulator.words import _, n_

DEEPEST = 6
"""Steps of the outline that are still indented."""
MOST_ROWS = 500
"""Places that an outline lists; the rest is counted."""


def outline(plan: Plan, edition: Edition, glyphs: Glyphs) -> list[Item]:
    """The places one below the other, each once, below the place that leads to it."""
    items: list[Item] = []
    for depth, place in _walk(plan):
        if len(items) == MOST_ROWS:
            break
        told = plan.places[place]
        lead = "  " * min(depth, DEEPEST) + sign(told, glyphs)
        words = name(told, edition.scenario, glyphs) if told.plays else _("not met yet")
        role = "strong" if told.plays else "quiet"
        count: tuple[Run, ...] = ((times(told.plays, glyphs), "quiet"),) if told.plays else ()
        items.append(Item(place, ((words, role),), lead=(lead, "accent"), right=count, clip=True))
    return items


def _walk(plan: Plan) -> Iterator[tuple[int, str]]:
    """Every place with its steps from the start, in the order in which ways lead on."""
    met: set[str] = set()
    waiting = [(0, place) for place in reversed((plan.start, *plan.places))]
    while waiting:
        depth, place = waiting.pop()
        if place in met:
            continue
        met.add(place)
        yield depth, place
        waiting += [(depth + 1, target) for target in reversed(plan.after[place])]


def found(edition: Edition, paths: Paths) -> str:
    """How many endings there are, and how many were found."""
    told = _("{n} of {all} endings found")
    return told.format(n=len(paths.endings), all=len(edition.scenario.endings))


def legend(plan: Plan, paths: Paths) -> str:
    """What the map does not show."""
    if len(paths.endings) < OPEN_AFTER:
        return _("Only where you have been; the rest shows after two endings.")
    if plan.hidden:
        told = n_("{n} more place lies further on.", "{n} more places lie further on.", plan.hidden)
        return told.format(n=f"{plan.hidden:,}")
    return ""


def about(place: str, plan: Plan, edition: Edition, glyphs: Glyphs) -> list[Paragraph]:
    """The marked place in three lines; nothing of one that was never met."""
    told = plan.places[place]
    if not told.plays:
        return [
            plain(_("You have not been here yet. What happens here stays hidden until you have."), "quiet")
        ]
    met = n_("met in {n} play", "met in {n} plays", told.plays).format(n=told.plays)
    title: tuple[Run, ...] = (
        (name(told, edition.scenario, glyphs), "strong"),
        (f"  {_kind(place, edition)}", ""),
    )
    first = next(iter(_script(place, edition)), None)
    lines = [Paragraph(title, right=((met, "quiet"),), clip=True)]
    if first is not None:
        teller = Teller(edition.scenario, glyphs)
        lines += [Paragraph(p.runs, p.label, p.gutter, clip=True) for p in teller.tell([first])]
    return lines


def page(place: str, edition: Edition, paths: Paths, glyphs: Glyphs) -> list[Paragraph]:
    """What was said at a place that was met: theirs, what the player said there, where it led."""
    lines = [plain(_kind(place, edition), "quiet")]
    lines += Teller(edition.scenario, glyphs).tell(list(_script(place, edition)))
    beat = edition.scenario.beats.get(place)
    if beat is None:
        return [*lines, plain(edition.scenario.endings[place].later, before=1)]
    if beat.variants:
        lines.append(
            plain(_("It can begin in other words; these are the ones it has by itself."), "quiet", before=1)
        )
    said = Counter(
        choice for play in paths.plays for at, choice in play if at == place and choice is not None
    )
    known = [(choice, count) for choice, count in said.most_common() if choice in beat.choices]
    if known:
        lines.append(heading(_("What you said")))
    for choice, count in known:
        lines += _said(beat.choices[choice], count, edition, glyphs)
    return lines


def _said(choice: Choice, count: int, edition: Edition, glyphs: Glyphs) -> list[Paragraph]:
    told = [Entry("said", choice.say, YOU)]
    if len(choice.reply) == 1 and choice.reply[0].when is None:
        told += _lines(choice.reply[0].script, edition)
    first, *rest = Teller(edition.scenario, glyphs).tell(told)
    right = ((times(count, glyphs), "quiet"),)
    return [Paragraph(first.runs, first.label, first.gutter, right=right, before=1), *rest]


def _kind(place: str, edition: Edition) -> str:
    scenario = edition.scenario
    if place in scenario.endings:
        return _(ENDINGS[scenario.endings[place].kind])
    moment = scenario.beats[place].moment
    return _(MOMENTS[moment]) if moment else _("leads on")


def _script(place: str, edition: Edition) -> Iterator[Entry]:
    scenario = edition.scenario
    told = scenario.beats.get(place) or scenario.endings[place]
    yield from _lines(told.script, edition)


def _lines(script: str, edition: Edition) -> Iterator[Entry]:
    for line in edition.lines(script):
        yield Entry("seen" if line.speaker is None else "said", line.words, line.speaker, line.mood)
