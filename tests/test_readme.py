from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.cli.main import COMMANDS
from simulator.packs.config import load

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_row(name: str) -> None:
    assert re.search(rf"^\| `sparring {name}[ `]", README, re.MULTILINE)


def test_every_row_is_a_command() -> None:
    assert set(re.findall(r"^\| `sparring (\w+)", README, re.MULTILINE)) == set(COMMANDS)


def test_there_are_two_commands_to_set_up_with() -> None:
    assert re.findall(r"<!-- command: (\w+) -->\n```sh\n[^\n]+\n```\n", README) == ["play", "test"]


def test_every_file_that_is_linked_is_there() -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert [name for name in linked if not (ROOT / name).exists()] == []


def test_every_example_of_a_setting_is_understood(config: Path) -> None:
    (example,) = re.findall(r"```toml\n(pack_folders.*?)```", README, re.DOTALL)
    config.write_text(example)
    assert load(config)[1] == ()
