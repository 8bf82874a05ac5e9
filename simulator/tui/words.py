"""The words of the screens that are used in more than one place, or that a catalog must translate."""

from __future__ import annotations

NAME = "Sparring"
GUEST = "Guest: nothing is kept"
CANNOT_PLAY = "can't be played"
TAGLINE = "Practise the conversations people would rather avoid."

LEVELS = {"intro": "gentle", "core": "core", "stretch": "stretch"}
MODES = {False: "Rehearse", True: "Coach"}
MODE_MEANS = {
    False: "reactions only; the score comes at the end",
    True: "the effect and the reason after each choice",
}

ASSERTIVENESS = "assertiveness"
PARTNERSHIP = "partnership"

KEY_LEAVE = "leave"
KEY_QUIT = "quit"
KEY_BACK = "back"
KEY_OPEN = "open"
KEY_MOVE = "choose"
KEY_TO_LIST = "to the list"
KEY_FORGET = "stop finding"

KEY_BEGIN = "begin"
KEY_MODE = "how"
KEY_HOME = "home"

YOU_ARE = "You are"
WITH = "With"
NOW = "Now"
BEFORE = "Before"
AIM = "Your aim"
AT_STAKE = "At stake"
YOU_KNOW = "You know"
JUDGED = "Judged by"
RUBRIC = (
    "Did you push when pushing was due, give way when giving way was due, and stay respectful throughout?"
    " Pushing lands better once trust is earned."
)
BEGIN = "Begin"
BEGIN_COACHED = "Begin with the coach"
TODAY = "Today:"
BY_CHANCE = "drawn by chance (Enter changes it)"
RESUME = "Go on where you left"
OPENING = "Opening the briefing"
NOT_PLAYABLE = "This scenario can't be played yet"
NOT_PLAYABLE_MEANS = (
    "Its file has mistakes. Each is named below with its line; `sparring check` shows the same."
)

YOU = "YOU"
COACH = "COACH"
THINKS = "thinks"
NOTED = "noted:"
NEW = "new"
NOTEBOOK = "Notebook"
NOTEBOOK_EMPTY = "What you learn will stand here."
STRANDED = "The scenario leads nowhere from here: this is a mistake in it, not yours. The debrief follows."
TO = "to"
KEY_MARK = "mark"
KEY_SCROLL = "scroll"
KEY_SAY = "say it"

TAKE_BACK = "Take your last words back?"
TAKE_BACK_MEANS = ("From then on this play is practice: it shows you more, and counts as no first run.",)
TAKE_BACK_YES = "Take them back"
TAKE_BACK_NO = "Leave them said"
LEAVE = "Leave the conversation?"
LEAVE_MEANS = ("Nothing is lost: Home keeps your place until you close Sparring.",)
LEAVE_ENDED_MEANS = ("This conversation is over: Home keeps no place in it.",)
LEAVE_BACK_MEANS = ("The debrief it came from is still there.",)
PLACE_KEPT = ("Home keeps your place here until you begin anew or close Sparring.",)
LEAVE_HOME = "Go Home"
LEAVE_BACK = "Back to the debrief it came from"
LEAVE_DEBRIEF = "Stop here and see the debrief of what was played"
LEAVE_STAY = "Stay"
CLOSE = "Close Sparring?"
CLOSE_MEANS = ("You left a conversation half-way; a guest's place in it is not kept.",)
CLOSE_YES = "Close it"

BALANCE = "Balance"
HOLD = "Hold"
YIELD = "Yield"
HOLD_MEANS = "firm when it was due"
YIELD_MEANS = "gave way when it was due"
NONE_OF_ITS_KIND = "no moment called for it"
TRUST = "Trust"
STYLE = "Style"
YOU_SAID = "You said"
TRY_NEXT = "Try next:"
UNFINISHED = "You stopped before an ending"
DEBRIEF = "Debrief"
PRACTICE = "practice"
FIRST_RUN = "first run"
CALLED_FOR = "called for at"
DECISIONS = "Decisions"
DECISIONS_COLUMNS = "fit  trust"
HARM = "harm"
START = "at"
TRUST_OVER_TIME = "Trust over time"
PRINCIPLES = "Rules worth keeping"
QUESTIONS = "To think about"
ENDINGS = "Endings"
HONEST = "How much this says"
HONEST_MEANS = (
    "One play is a small sample: the balance never stands without its range. The ending and the final trust"
    " are not in it, because good conduct can lose. For practice only: never for hiring, ranking or"
    " appraisal."
)
PRACTICE_MEANS = (
    "This play was practice: something was taken back, or it went on from another one, or a coach helped."
)

KEY_EXPLAIN = "explain"
KEY_PREVIOUS_NEXT = "previous, next"

THE_MOMENT = "The moment"
TURNING_POINT = "turning point"
KINDS = {"hold": "hold", "yield": "give way"}
DUE = "due:"
AT_LEAST = "at least"
FIT = "fit"
OF_1 = "of 1"
EVIDENCE_USED = "with a fact you had learned"
REPAIR = "repair"
REPAIR_MEANS = "named what was done and its effect, and changed course"
WHY = "Why"
PRINCIPLE = "Rule"
WORTH = "The best line on offer"
NOTHING_BETTER = "Nothing on offer would have fitted better."
WORTH_UNKNOWN = "It would have fitted better."
DECISION = "Decision"
THOUGHTS = "What they thought"

RATE_PUSH = "Before you see the score: how hard did you push?"
RATE_RESPECT = "And how respectful were you?"
PUSH_ANSWERS = ("too little", "about right", "too much")
RESPECT_ANSWERS = ("hardly", "mostly", "throughout")
SAID_PUSH = {
    "too little": "pushed too little",
    "about right": "pushed about right",
    "too much": "pushed too much",
}
SAID_RESPECT = {
    "hardly": "hardly respectful",
    "mostly": "mostly respectful",
    "throughout": "respectful throughout",
}
RATE_MEANS = "Only you see this; it stands beside the score, never in it."
KEY_SKIP = "skip"
KEY_TO_SCORE = "to the score"
KEY_TAKE = "answer"

TO_DEBRIEF = "See how it went"

HELP = "Help"
HELP_HERE = "Keys on this screen"
HELP_EVERYWHERE = "Keys everywhere"
HELP_SCORED = "What is scored"
HELP_NOT_FOR = "For practice only: never for hiring, ranking or appraisal."
HELP_TRUST = "Trust: the right to push is earned"
HELP_COLOURS = "Colours"
ARROWS = "arrows"
HELP_KEYS: dict[str, tuple[tuple[str, str], ...]] = {
    "home": (
        (ARROWS, "mark a conversation"),
        ("Enter", "open its briefing"),
    ),
    "briefing": (
        ("Enter", "begin"),
        (ARROWS, "choose between Rehearse and Coach"),
    ),
    "play": (
        ("1 2 3", "mark what you could say; the same number again says it"),
        (ARROWS, "mark with the arrows"),
        ("Enter", "say what is marked"),
        ("PgUp PgDn", "scroll the conversation"),
    ),
    "debrief": (
        (ARROWS, "mark a decision; past the last one the page goes on"),
        ("Enter", "explain the marked decision"),
    ),
    "everywhere": (
        ("Esc", "back"),
        ("mouse", "a click marks; a second click on the same chooses"),
    ),
}
ASSERTIVENESS_MEANS = "How firmly you put your own view."
ASSERTIVENESS_STEPS = (
    "drops your own view",
    "hints, or an open question that takes no side",
    "a plain view, or a question that challenges theirs",
    "view, reason and a request",
    "sets a limit, or refuses",
)
PARTNERSHIP_MEANS = "How much you stay on their side while you do it."
PARTNERSHIP_STEPS = (
    "coerces, belittles or deceives",
    "brushes off",
    "civil",
    "acknowledges their need and leaves them a choice",
    "ties the point to an interest they have stated",
)
TRUST_STEPS = ("under 50", "50 to 74", "75 and over")

FIND_PROMPT = "type a word: a title, a skill, a level"
NOTHING_FOUND = "No conversation matches that."
NOTHING_FOUND_HINT = "Take a letter away, or press Esc to see all of them."
NO_SCENARIOS = "There are no scenarios here yet."
NO_SCENARIOS_HINT = "Name a folder of packs in the config file; `sparring locate` prints where it is."
TOO_SMALL = "This window is too small."


def minutes(number: int | None) -> str:
    """How long a play takes, or nothing where nobody knows."""
    return f"{number} min" if number else ""


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 way`, `2 ways`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def signed(number: int) -> str:
    """A change as one reads it: `+4`, `-12`, `0`."""
    return f"{number:+d}" if number else "0"


def room(width: int, height: int, least_width: int, least_height: int) -> str:
    """What a window has and what it needs, in columns by lines."""
    return f"It has {width} x {height}, and needs {least_width} x {least_height}. Make it larger to go on."


def where(coach: bool, decision: int, dot: str) -> str:
    """The mode and the number of the decision that comes next."""
    return f"{MODES[coach]} {dot} decision {decision}"


def colours(theme: str) -> str:
    """Which colours are on, and how to change them."""
    return f"Now: {theme}. Press c for the next set. NO_COLOR in the environment turns colours off."


def wanted(name: str) -> str:
    """The heading over what the other person wanted all along."""
    return f"What {name} wanted"


def span(band: tuple[int, int], dash: str) -> str:
    """A band of ratings: `2` or `2-3`."""
    low, high = band
    return str(low) if low == high else f"{low}{dash}{high}"


def would_add(points: float) -> str:
    """What the best line would have added to the balance."""
    if points < 0.05:
        return "It would have fitted better; the balance would have stayed where it is."
    return f"It would have added {points:.1f} to the balance."


def written_to(path: str) -> str:
    """Where the debrief was written."""
    return f"Written to {path}"


def not_written(reason: str) -> str:
    """Why the debrief could not be written."""
    return f"Not written: {reason}"


def one_of(endings: int) -> str:
    """How many endings there are to find."""
    return f"You found one of {endings}. Other words lead to the others."
