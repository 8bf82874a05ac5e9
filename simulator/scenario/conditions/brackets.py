"""Parentheses that match, within a bounded depth, before the parser sees them."""

from __future__ import annotations

from simulator.scenario.conditions.lexer import Token
from simulator.scenario.problem import Problem

DEEPEST = 20
"""How deep parentheses and `not` may nest, counted together."""


def balance(tokens: list[Token]) -> tuple[list[Token], list[Problem]]:
    """The tokens without the parentheses that have no partner, and a problem for each of those."""
    opened: list[int] = []
    alone: dict[int, Problem] = {}
    for at, token in enumerate(tokens):
        if token.kind == "(":
            opened.append(at)
        elif token.kind == ")" and opened:
            opened.pop()
        elif token.kind == ")":
            alone[at] = _alone(token, "this parenthesis closes nothing", "leave it out")
    for at in opened:
        alone[at] = _alone(tokens[at], "this parenthesis is never closed", 'add ")"')
    kept = [token for at, token in enumerate(tokens) if at not in alone]
    return kept, [alone[at] for at in sorted(alone)]


def _alone(token: Token, message: str, hint: str) -> Problem:
    return Problem("unbalanced-parenthesis", message, token.start, token.end, hint)


def too_deep(tokens: list[Token]) -> Problem | None:
    """The problem of balanced tokens that nest deeper than allowed, at the token where they do."""
    steps: list[int] = []
    nots = 0
    for token in tokens:
        if token.kind == "not":
            nots += 1
        elif token.kind == "(":
            steps.append(nots + 1)
            nots = 0
        else:
            if token.kind == ")":
                steps.pop()
            nots = 0
        if sum(steps) + nots > DEEPEST:
            message = f"parentheses and not are nested more than {DEEPEST} deep"
            return Problem("too-deep", message, token.start, token.end, "take some away")
    return None
