"""Text to tree, by recursive descent: `not` binds before `and`, and `and` before `or`."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from simulator.scenario.conditions.brackets import balance, too_deep
from simulator.scenario.conditions.lexer import Token, scan
from simulator.scenario.conditions.misshapen import missing_word
from simulator.scenario.conditions.nodes import And, Comparison, Condition, Names, Not, Or
from simulator.scenario.conditions.ranges import Placed, findings
from simulator.scenario.conditions.terms import read_term
from simulator.scenario.problem import Problem

LONGEST = 400
"""Characters of a condition, at most."""

MOST_TERMS = 40
"""Names and comparisons in a condition, at most."""

_OF_A_TERM = frozenset({"name", "number", "truth", "compare", "junk"})


def parse(text: str, names: Names) -> tuple[Condition | None, list[Problem]]:
    """The condition, or None where an error keeps it from being one, and every problem in order of place.

    Warnings come with a condition: a comparison, or a part joined by `and` or
    `or`, that holds always or never within the gauges' ranges.
    """
    if len(text) > LONGEST:
        message = f"this condition has {len(text)} characters; {LONGEST} are allowed"
        return None, [Problem("condition-too-long", message, 0, len(text))]
    tokens, misspelt = scan(text)
    if not tokens:
        message = 'this condition is empty; leave out "when" where it always holds'
        return None, [Problem("empty-condition", message, 0, len(text))]
    tokens, alone = balance(tokens)
    deep = too_deep(tokens)
    if deep is not None:
        return None, [deep]
    reading = _Reading(tokens, names)
    tree = reading.whole()
    problems = sorted([*misspelt, *alone, *reading.problems], key=attrgetter("start", "end"))
    if tree is None or problems:
        return None, problems
    return tree, findings(reading.placed, names)


class _Reading:
    """One pass over balanced tokens; a part that is wrong is None, and reading goes on behind it."""

    def __init__(self, tokens: list[Token], names: Names) -> None:
        self.problems: list[Problem] = []
        self.placed: list[Placed] = []
        self._tokens = tokens
        self._names = names
        self._at = 0
        self._terms = 0

    def whole(self) -> Condition | None:
        return self._either() if self._tokens else None

    def _kind(self) -> str | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _take(self, kind: str) -> bool:
        taken = self._kind() == kind
        self._at += taken
        return taken

    def _either(self) -> Condition | None:
        return self._joined(self._both, lambda: self._take("or"), Or)

    def _both(self) -> Condition | None:
        return self._joined(self._one, lambda: self._take("and") or self._forgot_a_word(), And)

    def _joined(
        self, part: Callable[[], Condition | None], more: Callable[[], bool], join: type[And | Or]
    ) -> Condition | None:
        first = self._at
        parts = [part()]
        while more():
            parts.append(part())
        whole = tuple(part for part in parts if part is not None)
        if len(whole) < len(parts):
            return None
        return whole[0] if len(whole) == 1 else self._place(join(whole), first)

    def _forgot_a_word(self) -> bool:
        """Whether another term follows at once; it is read as if `and` stood before it."""
        kind = self._kind()
        if kind is None or kind in ("or", ")"):
            return False
        if kind not in ("compare", "junk"):
            self.problems.append(missing_word(self._tokens[self._at - 1], self._tokens[self._at]))
        return True

    def _one(self) -> Condition | None:
        nots = 0
        while self._take("not"):
            nots += 1
        found = self._group() if self._kind() == "(" else self._term()
        for _ in range(nots):
            found = None if found is None else Not(found)
        return found

    def _group(self) -> Condition | None:
        self._at += 1
        found = self._either()
        self._at += 1
        return found

    def _term(self) -> Condition | None:
        first = self._at
        while self._kind() in _OF_A_TERM:
            self._at += 1
        run = self._tokens[first : self._at]
        if not run:
            self.problems.append(self._nothing())
            return None
        self._count(run)
        term, problems = read_term(run, self._names)
        self.problems += problems
        return None if term is None else self._place(term, first)

    def _nothing(self) -> Problem:
        """No term where one must stand: before or after a word, or between parentheses."""
        before = self._tokens[self._at - 1] if self._at > 0 else None
        token = self._tokens[min(self._at, len(self._tokens) - 1)]
        start, where = token.start, f'before "{token.text}"'
        if before is not None and before.kind == "(" and token.kind == ")":
            start, where = before.start, "between the parentheses"
        elif before is not None and before.kind != "(":
            token, start, where = before, before.start, f'after "{before.text}"'
        message = f"nothing stands {where}; a name or a comparison must"
        return Problem("missing-term", message, start, token.end)

    def _count(self, run: list[Token]) -> None:
        self._terms += 1
        if self._terms == MOST_TERMS + 1:
            message = f"this is the first term too many; {MOST_TERMS} names and comparisons are allowed"
            self.problems.append(Problem("too-many-terms", message, run[0].start, run[-1].end))

    def _place(self, part: Condition, first: int) -> Condition:
        """Remembers where a part stands that may turn out to hold always or never."""
        if isinstance(part, Comparison | And | Or):
            self.placed.append(Placed(part, self._tokens[first].start, self._tokens[self._at - 1].end))
        return part
