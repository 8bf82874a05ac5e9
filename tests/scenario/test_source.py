from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from simulator.scenario.reader import read_scenario
from tests.scenario.files import SOUND, reading_of


def test_files_that_are_none(tmp_path: Path) -> None:
    def code(name: str) -> list[str]:
        return [one.code for one in read_scenario(tmp_path / name).diagnostics]

    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "latin.toml").write_bytes('title = "Zürich"'.encode("latin-1"))
    (tmp_path / "wide.toml").write_bytes(SOUND.encode("utf-16"))
    (tmp_path / "empty.toml").write_bytes(b"")
    (tmp_path / "remarks.toml").write_text("# nothing yet\n")
    with (tmp_path / "large.toml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert code("missing.toml") == ["no-such-file"]
    assert code("folder.toml") == ["is-a-folder"]
    assert code("latin.toml") == ["not-utf-8"]
    assert code("wide.toml") == ["not-utf-8"]
    assert code("empty.toml") == ["empty-file"]
    assert code("remarks.toml") == ["empty-file"]
    assert code("large.toml") == ["file-too-large"]
    assert code("a\0b.toml") == ["unreadable"]
    assert code("x" * 300) == ["unreadable"]


def test_a_place_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (found,) = reading_of(b'format = 1\ntitle = "Z\xfcrich"\n', tmp_path).diagnostics
    assert (found.span.line, found.span.column) == (2, 11)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert [found.code for found in read_scenario(tmp_path / "pipe.toml").diagnostics] == ["not-a-file"]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no named sockets")
def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("s.toml")
        assert [found.code for found in read_scenario(Path("s.toml")).diagnostics] == ["not-a-file"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.toml"
    path.write_text(SOUND)
    path.chmod(0)
    assert [found.code for found in read_scenario(path).diagnostics] == ["unreadable"]
