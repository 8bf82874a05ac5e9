"""What stands around a conversation: the other person's portrait, the notebook, the choices."""

from __future__ import annotations

from simulator.engine.program import Offer
from simulator.engine.shuffle import shown
from simulator.report import phrases
from simulator.report.compass import Compass, Point, Target
from simulator.scenario.model import Gauge
from simulator.scoring.scorecard import score
from simulator.tui.drawing import drawing
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import BLANK, Paragraph, Run, heading, plain
from simulator.tui.stage import Play
from simulator.tui.widgets.picker import Item
from simulator.words import _


def on_offer(play: Play) -> tuple[Offer, ...]:
    """What can be said now, in the order in which this play shows it."""
    return shown(play.session.offers, play.session.setting.seed)


def choices(play: Play) -> list[Item]:
    """The choices by number."""
    return [
        Item(offer.id, ((offer.choice.say, ""),), lead=(str(number), "key"))
        for number, offer in enumerate(on_offer(play), 1)
    ]


def mood(shown_mood: str | None, glyphs: Glyphs) -> tuple[Run, ...]:
    """Face and mood in one line."""
    return (glyphs.face(shown_mood), "accent"), ("  ", ""), (phrases.mood(shown_mood or "neutral"), "")


def trust(play: Play) -> tuple[Run, ...]:
    """Trust by what it affords; in Coach mode with its number."""
    now = play.session.state.trust
    told: tuple[Run, ...] = ((phrases.tier(now), ""),)
    number = _("trust {n}:").format(n=now)
    return ((f"{number} ", "strong"), *told) if play.coach else told


def portrait(play: Play, shown_mood: str | None, glyphs: Glyphs) -> list[Paragraph]:
    """The counterpart as they are now."""
    return [Paragraph(mood(shown_mood, glyphs)), Paragraph(trust(play)), *_gauges(play)]


def strip(play: Play, shown_mood: str | None, glyphs: Glyphs) -> Paragraph:
    """The portrait in one line, for narrow windows."""
    dot = f" {glyphs.dot} "
    new: tuple[Run, ...] = ((f"{glyphs.fact} {_('new: n')}{dot}", "fact"),) if new_facts(play) else ()
    return Paragraph((*new, *mood(shown_mood, glyphs), (dot, "quiet"), *trust(play)), clip=True)


def _gauges(play: Play) -> list[Paragraph]:
    """The gauges that the author shows."""
    rows = zip(play.scenario.gauges.items(), play.session.state.gauges, strict=True)
    return [plain(_gauge(name, value, gauge), "quiet") for (name, gauge), value in rows if gauge.shown]


def _gauge(name: str, value: int, gauge: Gauge) -> str:
    told = _("{name} {value} ({least} to {most})")
    return told.format(name=name.replace("_", " "), value=value, least=gauge.min, most=gauge.max)


def notebook(play: Play, glyphs: Glyphs) -> list[Paragraph]:
    """What the player knows, newest first; what the last turn gave away is marked as new."""
    known = play.session.program.fact_ids(play.session.state.facts)
    learned, new = play.session.learned, new_facts(play)
    order = [*reversed([fact for fact in known if fact in learned]), *(f for f in known if f not in learned)]
    return [_noted(play, fact, fact in new, glyphs) for fact in order] or [
        plain(_("What you learn will stand here."), "quiet")
    ]


def page(play: Play, shown_mood: str | None, glyphs: Glyphs) -> list[Paragraph]:
    """Portrait and notebook as a page of their own, in Coach mode with the compass."""
    return [
        *portrait(play, shown_mood, glyphs),
        heading(_("Notebook")),
        *notebook(play, glyphs),
        *([BLANK, *drawing(compass(play), glyphs)] if play.coach else []),
    ]


def new_facts(play: Play) -> tuple[str, ...]:
    """The ids of the facts that the last words gave away."""
    turns, program = play.session.turns, play.session.program
    return program.fact_ids(turns[-1].state.facts & ~turns[-2].state.facts) if len(turns) > 1 else ()


def _noted(play: Play, fact: str, is_new: bool, glyphs: Glyphs) -> Paragraph:
    new: tuple[Run, ...] = ((f"{_('new')}: ", "fact"),) if is_new else ()
    sign = glyphs.fact if fact in play.session.learned else glyphs.dot
    return Paragraph((*new, (play.scenario.facts[fact].text, "")), (sign, "fact"), gutter=2)


def compass(play: Play) -> Compass:
    """The path so far, with the target of the last decision."""
    judgements = score(play.scenario, play.session.decisions).judgements
    points = tuple(
        Point(number, j.judged.rating.assertiveness, j.judged.rating.partnership)
        for number, j in enumerate(judgements, 1)
    )
    targets = tuple(Target(*j.judged.band, j.judged.target.floor) for j in judgements)
    return Compass(points, targets, len(points) or None)
