"""Every path the program reads or writes, in one value."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from platformdirs import PlatformDirs

APP = "sparring"


@dataclass(frozen=True, slots=True)
class Places:
    """Where things live on this machine.

    `config` and `store` are files, the rest are folders; none needs to exist.
    `packs` holds installed packs, one folder each.
    """

    config: Path
    data: Path
    state: Path
    cache: Path
    store: Path
    packs: Path

    def as_json(self) -> dict[str, str]:
        """The paths as text, with the keys that scripts rely on."""
        return {name: str(path) for name, path in asdict(self).items()}


def places() -> Places:
    """The user's places by the platform's rules; XDG variables and SPARRING_CONFIG (a file) are respected."""
    folders = PlatformDirs(APP, appauthor=False)
    config = os.environ.get("SPARRING_CONFIG")
    data = folders.user_data_path
    return Places(
        config=Path(config).expanduser() if config else folders.user_config_path / "config.toml",
        data=data,
        state=folders.user_state_path,
        cache=folders.user_cache_path,
        store=data / "plays.sqlite3",
        packs=data / "packs",
    )


def at_home(path: Path) -> str:
    """A path as people write it: from `~` where it lies in the home folder."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # elsewhere, or there is no home
        return str(path)


@cache
def shipped() -> Path:
    """The folder of the packs that come along: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"
