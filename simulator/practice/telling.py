"""Progress and what to do next in sentences, for the terminal and for screens.

Moments and styles have their words where plays are reported; whoever tells them hands those in.
"""

from __future__ import annotations

from typing import NamedTuple

from simulator.practice.agenda import Ask, Begin, GoOn, Resume, Thing
from simulator.practice.due import Due, Offer, Variant
from simulator.practice.habit import ENOUGH_DECISIONS, ENOUGH_SCENARIOS, Habit, Trend
from simulator.practice.parts import Side
from simulator.practice.progress import Endings, Progress
from simulator.words import _, n_


class Told(NamedTuple):
    """One thing to do: what, and why now."""

    what: str
    why: str


def only_practice() -> str:
    """What none of these figures are for."""
    return _("These figures are for practice: not for hiring, ranking or appraisal.")


def evidence_is() -> str:
    """Which plays are evidence."""
    return _("Evidence: the first play of each conversation, in Rehearse mode, with nothing taken back.")


def practice_is() -> str:
    """Which plays are practice."""
    return _("Practice: every other play. It never changes what the evidence says.")


def pauses() -> str:
    """How time spent is measured."""
    return _("Of a pause, three minutes are counted.")


def ago(days: int) -> str:
    """How long ago something was."""
    if days < 1:
        return _("today")
    if days == 1:
        return _("yesterday")
    return n_("{n} day ago", "{n} days ago", days).format(n=days)


def how_long(seconds: float) -> str:
    """A time spent, in hours and minutes."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if hours:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return _("{minutes} min").format(minutes=minutes) if minutes else _("under a minute")


def sums_told(side: Side) -> str:
    """How much was played on one side."""
    if not side.plays:
        return _("None so far.")
    parts = [
        n_("{n} play", "{n} plays", side.plays).format(n=side.plays),
        n_("{n} played to its end", "{n} played to their end", side.ended).format(n=side.ended),
        decisions_told(side.decisions),
        *([how_long(side.seconds)] if side.seconds else []),
    ]
    return ", ".join(parts).rstrip(".") + "."


def decisions_told(count: int) -> str:
    """How many decisions a figure comes from."""
    return n_("{n} decision", "{n} decisions", count).format(n=count)


def share_told(margin: float | None, decisions: int) -> str:
    """How far Hold or Yield may be off, in points of 100."""
    if margin is None:
        return _("of a single decision")
    return _("give or take {margin}, {n} decisions").format(margin=f"{margin:.0f}", n=decisions)


def no_balance(ending: str | None) -> str:
    """Why an evidence play has no balance."""
    return _("left before its end") if ending is None else _("too short for a balance")


def endings_told(one: Endings) -> str:
    """How many endings of a scenario were found."""
    if one.total is None:
        return str(len(one.found))
    total = max(one.total, len(one.found))
    return _("{found} of {total}").format(found=len(one.found), total=total)


def waiting_told(plays: int) -> str:
    """How many plays are in none of the figures, and why."""
    told = n_(
        "{n} play is not counted: the text it was played on is gone, or can't be read.",
        "{n} plays are not counted: the texts they were played on are gone, or can't be read.",
        plays,
    )
    return told.format(n=plays)


def still_missing(progress: Progress) -> str:
    """What a habitual style and a trend still need."""
    return _(
        "A habitual style or a trend is named from {decisions} decisions over {scenarios} conversations;"
        " so far there are {have} over {over}."
    ).format(
        decisions=ENOUGH_DECISIONS,
        scenarios=ENOUGH_SCENARIOS,
        have=progress.evidence.decisions,
        over=progress.scenarios,
    )


def habit_told(habit: Habit, words: str) -> str:
    """The habitual style, whose words are `words`; of the plays, never of the person."""
    style = words if habit.firm else _("leaning: {style}").format(style=words)
    base = _("the style of these {decisions} decisions, not of a person").format(decisions=habit.decisions)
    parts = [f"{style} ({base})."]
    if habit.harmed:
        parts.append(
            n_(
                "In one of the plays an act was not put right; that weighs more than any style.",
                "In {n} of the plays an act was not put right; that weighs more than any style.",
                habit.harmed,
            ).format(n=habit.harmed)
        )
    return " ".join(parts)


def trend_told(trend: Trend) -> str:
    """Where the balances go, with the doubt there is."""
    margin = f"{trend.margin:.0f}"
    if trend.direction == "unclear":
        told = _("no clear one over {plays} balances ({points} points a play, give or take {margin}).")
    elif trend.direction == "rising":
        told = _("rising over {plays} balances, by {points} points a play, give or take {margin}.")
    else:
        told = _("falling over {plays} balances, by {points} points a play, give or take {margin}.")
    return told.format(plays=trend.plays, points=f"{trend.per_play:+.0f}", margin=margin)


def thing_told(thing: Thing, moment: str | None = None) -> Told:
    """What to do and why; `moment` are the words for the moment of something due."""
    match thing:
        case Resume():
            left = n_("Left after one choice.", "Left after {n} choices.", thing.said).format(n=thing.said)
            why = left if thing.said else _("Left before the first choice.")
            return Told(_('Go on with "{title}"').format(title=thing.title), why)
        case Ask():
            return _ask(thing)
        case Due():
            return Told(_offered(thing.offer), _due(thing, moment))
        case GoOn():
            what = _('Go on with "{arc}": "{title}"').format(arc=thing.arc_title, title=thing.title)
            return Told(what, place_told(thing.number, thing.of, thing.trust))
        case Begin():
            why = _("Three minutes that teach how it is played.") if thing.is_tutorial else _("Never played.")
            return Told(_('Begin "{title}"').format(title=thing.title), why)


def _ask(ask: Ask) -> Told:
    what = _('Did you say it? "{words}"').format(words=ask.words)
    if ask.to:
        what = _('Did you say it to {name}? "{words}"').format(name=ask.to, words=ask.words)
    return Told(what, _('You meant to, {ago}, after "{title}".').format(ago=ago(ask.days), title=ask.title))


def place_told(number: int, of: int, trust: int | None) -> str:
    """Where in an arc a conversation stands, and the trust (35..85) that is carried over to it, if any."""
    place = _("Conversation {number} of {of}.").format(number=number, of=of)
    if trust is None:
        return place
    return f"{place} {_('Trust is carried over: {trust}.').format(trust=trust)}"


def carried_told(title: str, number: int, of: int, trust: int, following: str) -> str:
    """What a conversation of an arc leaves behind: `following` is the next one's title, empty at the end."""
    place = _("{arc}: conversation {number} of {of}.").format(arc=title, number=number, of=of)
    if not following:
        return f"{place} {_('That was the last one.')}"
    told = _('Trust {trust} is carried over to "{title}", which waits at Home.')
    return f"{place} {told.format(trust=trust, title=following)}"


def arc_told(title: str, number: int, of: int, trust: int | None) -> str:
    """The same with the arc's title before it."""
    return f"{title}. {place_told(number, of, trust)}"


def _offered(offer: Offer) -> str:
    if offer.variant is Variant.TEMPERAMENT:
        told = _('Play "{title}" with a difference: {label}')
        return told.format(title=offer.title, label=offer.label or offer.temperament)
    if offer.variant is Variant.RELATED:
        return _('Play "{title}", which practises the same').format(title=offer.title)
    return _('Play "{title}" again').format(title=offer.title)


def _due(item: Due, moment: str | None) -> str:
    when = ago(item.days)
    if item.moment is None or item.fit is None:
        return _('You met the moments of "{title}", {ago}: time to see what stayed.').format(
            title=item.title, ago=when
        )
    told = _('"{moment}" came off at {fit} of 100 in "{title}", {ago}.')
    return told.format(moment=moment or item.moment, fit=round(100 * item.fit), title=item.title, ago=when)
