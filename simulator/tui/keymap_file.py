"""The table `[keys]` of the config file: which keys hold, and what is wrong with the others.

Textual takes any word for a key, and where two actions of a screen share one it drops
one of them without a word; so each wish is judged here before Textual sees it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.scenario.diagnostic import Finding
from simulator.scenario.suggest import did_you_mean
from simulator.tui.keymap import ACTIONS, EVERYWHERE, Action, Keys, default_keys
from simulator.tui.keys import canonical, known, shown, why_not

NEVER_WITHOUT = ("help", "leave")
"""What must keep a key, or nobody finds a way on or out."""

LONGEST = 6
"""How many keys one action may have."""


def judge(value: Any) -> tuple[dict[str, tuple[str, ...]], list[Finding]]:
    """The keys that the table `[keys]` of the config file gives to actions, and what is wrong in it.

    What is wrong leaves its action the default; what is right holds. A clash with
    a default is found too.
    """
    if not isinstance(value, dict):
        return {}, [Finding("wrong-value", "keys should be a table: [keys]", ("keys",))]
    findings: list[Finding] = []
    wished: dict[str, tuple[str, ...]] = {}
    for name, written in value.items():
        given, wrong = _judge_one(name, written)
        findings += wrong
        if given is not None:
            wished[name] = given
    findings += _resolve_clashes(wished)
    return wished, findings


def _judge_one(name: str, written: Any) -> tuple[tuple[str, ...] | None, list[Finding]]:
    at = ("keys", name)
    if name not in ACTIONS:
        hint = did_you_mean(name, ACTIONS) or f"there is {', '.join(sorted(ACTIONS))}"
        return None, [Finding("unknown-action", f'there is no action "{name}"', at, hint=hint, on_key=True)]
    listed = [written] if isinstance(written, str) else written
    if (
        not isinstance(listed, list)
        or not all(isinstance(key, str) for key in listed)
        or len(listed) > LONGEST
    ):
        message = f'{name} should be a key, such as "x", or a list of at most {LONGEST}, such as ["x", "f5"]'
        return None, [Finding("wrong-value", message, at)]
    if not listed and name in NEVER_WITHOUT:
        return None, [Finding("no-key", f'"{name}" must have a key', at, hint="the default stays")]
    keys = tuple(dict.fromkeys(map(canonical, listed)))
    wrong = [_unfit(key, written, at) for key, written in zip(map(canonical, listed), listed, strict=True)]
    findings = [finding for finding in wrong if finding is not None]
    return (None if findings else keys), findings


def _are_keys(listed: Any) -> bool:
    return isinstance(listed, list) and len(listed) <= LONGEST and all(isinstance(key, str) for key in listed)


def _unfit(key: str, written: str, at: tuple[str, ...]) -> Finding | None:
    reason = why_not(key)
    if reason is None:
        return None
    hint = did_you_mean(written, known()) if reason.startswith("there is no") else None
    return Finding("wrong-key", reason, at, hint=hint)


def _resolve_clashes(wished: dict[str, tuple[str, ...]]) -> list[Finding]:
    """Drop wishes until no key of a screen does two things; tells each that was dropped."""
    findings = []
    while clash := next(_clashes(default_keys() | wished, wished), None):
        loser, other, key = clash
        del wished[loser]
        message = f'"{loser}" and "{other}" would both be on "{shown(key)}" of one screen'
        hint = f'give "{other}" another key too, or take another one here'
        findings.append(Finding("key-clash", message, ("keys", loser), hint=hint))
    return findings


def _clashes(keys: Keys, wished: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What must give way, what it clashes with, and the key; later wishes give way first."""
    names = list(wished)
    for name in reversed(names):
        for other, action in ACTIONS.items():
            shared = set(keys[name]) & set(keys[other])
            if other != name and shared and _meet(ACTIONS[name], action):
                yield name, other, min(shared)


def _meet(one: Action, other: Action) -> bool:
    """Whether two actions are there on one screen."""
    screens = {*one.screens, *other.screens}
    return EVERYWHERE in screens or bool(set(one.screens) & set(other.screens))
