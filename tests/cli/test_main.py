from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click
import pytest

from simulator import __version__
from simulator.cli import main
from simulator.errors import Misuse, Refused

HEAVY = ("textual", "pydantic", "rich")
needs_posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes as POSIX has them")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch):
    """Registers a command `broken` that fails with the given exception."""

    def register(failure: BaseException) -> None:
        @click.command()
        def broken() -> NoReturn:
            raise failure

        monkeypatch.setitem(main.COMMANDS, "broken", main.Entry(f"{__name__}:broken", "Fails."))
        monkeypatch.setitem(sys.modules, __name__, type("Module", (), {"broken": broken}))

    return register


def test_help_names_every_command_and_exits_with_0(sparring) -> None:
    shown = sparring("--help")
    assert shown.returncode == 0
    assert all(f"\n  {name} " in shown.stdout for name in main.COMMANDS)


def test_version(sparring) -> None:
    assert sparring("--version").stdout == f"sparring {__version__}\n"


@pytest.mark.parametrize("arguments", ["--help", "list", "locate", "nonsense", ""])
def test_commands_that_draw_nothing_import_nothing_heavy(arguments: str) -> None:
    script = (
        "import sys; from simulator.cli.main import run; run(sys.argv[1:]);"
        f"sys.exit([name for name in {HEAVY} if name in sys.modules] or 0)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script, *arguments.split()],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert (shown.returncode, shown.stderr if arguments in {"--help", "list", "locate"} else "") == (0, "")


@pytest.mark.parametrize("name", main.COMMANDS)
def test_every_command_is_there_and_its_help_has_an_example(name: str, sparring) -> None:
    shown = sparring(name, "--help")
    assert shown.returncode == 0, shown.stderr
    assert "Example" in shown.stdout
    assert f"sparring {name}" in shown.stdout


@pytest.mark.parametrize("name", main.COMMANDS)
def test_the_overview_says_what_each_command_says_of_itself(name: str) -> None:
    module, function = main.COMMANDS[name].target.split(":")
    command = getattr(import_module(module), function)
    assert command.get_short_help_str(200).rstrip(".") == main.COMMANDS[name].summary.rstrip(".")


def test_an_unknown_command_is_misuse_that_suggests_the_nearest(sparring) -> None:
    shown = sparring("lits")
    assert shown.returncode == 2
    assert 'did you mean "list"?' in shown.stderr


def test_an_unknown_option_is_misuse_that_suggests_the_nearest(sparring) -> None:
    shown = sparring("list", "--jsn")
    assert shown.returncode == 2
    assert "--json" in shown.stderr


def test_an_unknown_command_cannot_send_escape_sequences(sparring) -> None:
    assert "\x1b" not in sparring("\x1b[31mred").stderr


def test_without_a_terminal_it_says_what_to_do_instead(sparring) -> None:
    shown = sparring()
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "sparring list" in shown.stderr
    assert "--plain" in shown.stderr


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupted_command_exits_with_130(broken, failure: BaseException) -> None:
    broken(failure)
    assert main.run(["broken"]) == 130


@pytest.mark.parametrize(
    ("failure", "status"),
    [
        (Misuse("no such thing", "try another"), 2),
        (Refused("no such thing now", "try another"), 1),
        (click.UsageError("no such thing; try another"), 2),
        (click.FileError("no such thing", "try another"), 2),
        (OSError(28, "no such thing; try another"), 1),
    ],
)
def test_a_failure_is_told_in_its_own_words(
    broken, failure: Exception, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(failure)
    assert main.run(["broken"]) == status
    said = capsys.readouterr().err
    assert "no such thing" in said.lower()
    assert "try another" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("failure", [ZeroDivisionError("oh"), MemoryError(), RecursionError()])
def test_our_own_fault_is_told_calmly_and_kept_in_a_report(
    broken, failure: Exception, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(failure)
    assert main.run(["broken"]) == 3
    said = capsys.readouterr().err
    (report,) = (home / "state" / "sparring").iterdir()
    assert str(report) in said
    assert "Traceback" not in said
    assert "Traceback" in report.read_text()


def test_without_a_place_for_the_report_it_goes_to_the_temporary_folder(
    broken, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "state").write_text("in the way")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    broken(ZeroDivisionError())
    assert main.run(["broken"]) == 3
    assert str(tmp_path) in capsys.readouterr().err


def test_developers_see_the_traceback(broken, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARRING_DEBUG", "1")
    broken(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        main.run(["broken"])


def test_closed_input_is_a_clean_end(broken) -> None:
    broken(EOFError())
    assert main.run(["broken"]) == 0


@needs_posix
@pytest.mark.parametrize("arguments", ["list", "list --json", "locate", "--help"])
def test_a_reader_that_has_gone_away_is_no_failure(arguments: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    shown = subprocess.run(
        [sys.executable, "-m", "simulator", *arguments.split()],
        check=False,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writer)
    assert (shown.returncode, shown.stderr) == (0, "")


@needs_posix
def test_no_stdout_at_all_is_no_failure() -> None:
    shown = subprocess.run(
        ["sh", "-c", 'exec "$0" -m simulator list >&-', sys.executable], check=False, capture_output=True
    )
    assert (shown.returncode, shown.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(sparring) -> None:
    with Path("/dev/full").open("w") as full:
        shown = sparring("list", stdout=full, capture_output=False, stderr=subprocess.PIPE)
    assert shown.returncode == 1
    assert "space" in shown.stderr
    assert "Traceback" not in shown.stderr


@needs_posix
def test_an_encoding_that_lacks_a_letter_is_no_failure(sparring, config: Path, tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "pack.toml").write_text('title = "Ça – 日本"', encoding="utf-8")
    (tmp_path / "p" / "a.toml").write_text('title = "“Zoë”"', encoding="utf-8")
    config.write_text(f"pack_folders = ['{tmp_path}']")
    shown = sparring("list", env={**os.environ, "PYTHONIOENCODING": "cp1252"}, encoding="cp1252")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Ça – ??" in shown.stdout


def test_the_shell_can_ask_for_completions(sparring) -> None:
    shown = sparring(
        env={
            **os.environ,
            "_SPARRING_COMPLETE": "bash_complete",
            "COMP_WORDS": "sparring l",
            "COMP_CWORD": "1",
        }
    )
    assert shown.returncode == 0
    assert shown.stdout.split() == ["plain,list", "plain,locate"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_a_script_that_completes(shell: str, sparring) -> None:
    shown = sparring(env={**os.environ, "_SPARRING_COMPLETE": f"{shell}_source"})
    assert shown.returncode == 0
    assert f"{shell}_complete" in shown.stdout


def test_the_help_of_the_program_teaches_keys_variables_files_and_completion(sparring) -> None:
    told = sparring("--help").stdout
    for taught in (
        "NO_COLOR",
        "SPARRING_CONFIG",
        "sparring locate",
        "bash_source",
        "Exit status",
        "On screens",
    ):
        assert taught in told


@needs_posix
def test_a_dumb_terminal_gets_words_instead_of_screens() -> None:
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable, ["-m", "simulator"], env={**os.environ, "TERM": "dumb"}, encoding="utf-8"
    )
    child.expect("--plain")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2


@needs_posix
def test_ctrl_c_ends_without_a_traceback(tmp_path: Path) -> None:
    script = (
        "import sys, os, signal; from simulator.cli import main;"
        "main.open_home = lambda: os.kill(os.getpid(), signal.SIGINT);"
        "sys.argv = ['sparring']; main.main()"
    )
    shown = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert (shown.returncode, shown.stderr.strip()) == (130, "")
    assert signal.SIGINT == 2
