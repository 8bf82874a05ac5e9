"""The built wheel, installed into an environment of its own, and the checkout beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("wheel")]


def run(*command: str | Path, **how: object) -> str:
    """The output of a command that has to succeed; no Python it starts looks where this one was told to."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    given = {"env": env, **how}
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL, **given
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a clean environment with nothing but the wheel and what it asks for."""
    place = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", place)
    run(place / SCRIPTS / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel)
    return place / SCRIPTS


def test_the_wheel_holds_the_scenarios_and_the_licence_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "simulator/scenarios/clients/overlooked-candidate.toml" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests", "scenarios"))]


def test_every_style_sheet_catalog_and_scenario_of_the_checkout_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sheets = {path.relative_to(ROOT).as_posix() for path in (ROOT / "simulator").rglob("*.tcss")}
    scenarios = {
        f"simulator/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "scenarios").rglob("*.toml")
    }
    catalogs = {path.relative_to(ROOT).as_posix() for path in (ROOT / "simulator").rglob("*.mo")}
    assert catalogs
    assert sheets | catalogs | scenarios <= names


def test_an_installed_wheel_finds_its_scenarios(installed: Path, tmp_path: Path) -> None:
    listed = json.loads(run(installed / "sparring", "list", "--json", cwd=tmp_path))["scenarios"]
    assert {"overlooked-candidate", "felt-bullied"} <= {each["id"] for each in listed}
    assert all(Path(each["path"]).is_relative_to(installed.parent) for each in listed)


@pytest.mark.parametrize("scenario", ["clients/overlooked-candidate", "candidates/felt-bullied"])
def test_an_installed_wheel_plays(installed: Path, tmp_path: Path, scenario: str) -> None:
    play = (installed / "sparring", "play", scenario, "--plain", "--json", "--choices")
    start = json.loads(run(*play, "", cwd=tmp_path))
    assert start["scenario"] == scenario
    assert start["ending"] is None


def test_an_installed_wheel_plays_to_an_ending_as_its_author_did(installed: Path, tmp_path: Path) -> None:
    path = ROOT / "scenarios" / "clients" / "overlooked-candidate.toml"
    walk = next(iter(tomllib.loads(path.read_text("utf-8"))["walks"].values()))
    play = [
        "play",
        "clients/overlooked-candidate",
        "--plain",
        "--json",
        "--choices",
        ",".join(walk["choices"]),
    ]
    if "temperament" in walk:
        play += ["--temperament", walk["temperament"]]
    result = json.loads(run(installed / "sparring", *play, cwd=tmp_path))
    assert result["ending"] == walk["ends"]
    assert result["score"]["balance"] >= 0


def test_the_checkout_finds_the_scenarios_beside_the_package(tmp_path: Path) -> None:
    found = run(
        sys.executable,
        "-c",
        "from simulator.packs.places import shipped; print(shipped())",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert Path(found.strip()) == ROOT / "scenarios"
