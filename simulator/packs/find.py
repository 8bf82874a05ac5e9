"""Which packs and scenarios there are, and which one a name or path means."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import Misuse
from simulator.packs.config import load
from simulator.packs.places import places, shipped
from simulator.scenario.suggest import did_you_mean

MANIFEST = "pack.toml"
FIRST = ("first-steps", "clients", "candidates", "partners")
"""The shipped packs that the library opens with, in this order."""

SHOWN = 8
"""How many scenarios a message names at most."""

_ID = re.compile(r"[a-z][a-z0-9-]*")
_BY_PACK = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
_TRANSLATION = re.compile(r"(?P<id>[a-z][a-z0-9-]*)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.toml")


@dataclass(frozen=True, slots=True)
class Found:
    """One scenario file on disk; its pack need not have a manifest when it was named by path."""

    path: Path
    pack_folder: Path
    id: str

    @property
    def pack(self) -> str:
        """The pack's id: the name of its folder."""
        return self.pack_folder.name

    @property
    def name(self) -> str:
        """The full name, `pack/id`."""
        return f"{self.pack}/{self.id}"


def all_packs() -> tuple[Path, ...]:
    """The folders of all packs: those shipped, those of the config's `pack_folders`, those installed."""
    here = places()
    config, _ = load(here.config)
    first = [shipped() / name for name in FIRST]
    return packs_in([*first, shipped(), *config.pack_folders, here.packs])


def packs_in(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The packs that each folder is or holds, each once, in the order of the folders and then by name."""
    packs: dict[Path, Path] = {}
    for folder in folders:
        for pack in _packs_of(folder):
            packs.setdefault(pack.resolve(), pack)
    return tuple(packs.values())


def scenarios_of(pack: Path) -> tuple[Found, ...]:
    """The scenarios of a pack by name; a folder that can't be read has none."""
    return tuple(
        Found(path, pack, path.stem)
        for path in _files(pack)
        if _ID.fullmatch(path.stem) and path.suffix == ".toml" and path.name != MANIFEST
    )


def translations_of(pack: Path) -> dict[str, list[str]]:
    """The languages beside the pack's own that its scenarios are translated into, by scenario id."""
    languages: dict[str, list[str]] = {}
    for path in _files(pack):
        if name := _TRANSLATION.fullmatch(path.name):
            languages.setdefault(name["id"], []).append(name["language"])
    return languages


def files_under(folder: Path) -> tuple[Path, ...]:
    """The manifests and scenarios of a pack, a folder of packs or a plain folder; translations left out.

    Files whose name can be no scenario's are among them, as is a translation of
    nothing: a check has to see them. Raises `Misuse` where there is no file.
    """
    folders = packs_in([folder]) or (folder,)
    files = tuple(path for each in folders for path in _files(each) if _is_original(path))
    if not files:
        raise Misuse(f"{folder} holds no pack and no scenario")
    return files


def resolve(wanted: str, packs: Iterable[Path] | None = None) -> Found:
    """The scenario meant by an id, by `pack/id` or by a path to a file.

    Ids are looked up in the given packs, in all packs unless given. Raises
    `Misuse` where nothing or more than one thing is meant.
    """
    if not (_ID.fullmatch(wanted) or _BY_PACK.fullmatch(wanted)):
        return _by_path(wanted)
    every = [
        scenario for pack in (all_packs() if packs is None else packs) for scenario in scenarios_of(pack)
    ]
    named = [scenario for scenario in every if wanted in (scenario.id, scenario.name)]
    match named:
        case [one]:
            return one
        case [] if os.path.lexists(wanted):
            return _by_path(wanted)
        case []:
            raise _unknown(wanted, every)
    raise _ambiguous(wanted, named)


def _by_path(wanted: str) -> Found:
    path = Path(os.path.expanduser(wanted))  # noqa: PTH111 - the other one fails where there is no home
    if os.path.isdir(path):  # noqa: PTH112 - the other one fails on odd names
        inside = tuple(str(scenario.path) for scenario in scenarios_of(path))
        raise Misuse(f"{wanted} is a folder; name one scenario in it", _such_as(inside))
    if translation := _TRANSLATION.fullmatch(path.name):
        raise Misuse(
            f"{wanted} is a translation",
            f"play {path.with_name(translation['id'])}.toml --language {translation['language']}",
        )
    if not os.path.lexists(path):
        near = did_you_mean(path.name, (file.name for file in _files(path.parent)))
        raise Misuse(f"there is no file {wanted}", near)
    return Found(path, path.absolute().parent, path.stem)


def _unknown(wanted: str, every: list[Found]) -> Misuse:
    if inside := tuple(scenario.name for scenario in every if scenario.pack == wanted):
        return Misuse(f'"{wanted}" is a pack; name one scenario in it', _such_as(inside))
    names = [scenario.name if "/" in wanted else scenario.id for scenario in every]
    near = did_you_mean(wanted, names)
    return Misuse(f'there is no scenario "{wanted}"', near or '"sparring list" shows what there is')


def _ambiguous(wanted: str, named: list[Found]) -> Misuse:
    """Candidates by `pack/id`; by path where even those are equal."""
    names = [scenario.name for scenario in named]
    choices = names if len(set(names)) == len(names) else [str(scenario.path) for scenario in named]
    return Misuse(f'"{wanted}" could be any of these: {", ".join(choices)}')


def _such_as(names: tuple[str, ...]) -> str | None:
    return "\n  ".join(["such as", *names[:SHOWN]]) if names else None


def _is_original(path: Path) -> bool:
    if path.suffix != ".toml" or path.name.startswith("."):
        return False
    translation = _TRANSLATION.fullmatch(path.name)
    return not (translation and path.with_name(f"{translation['id']}.toml").exists())


def _packs_of(folder: Path) -> Iterator[Path]:
    if _is_pack(folder):
        yield folder
        return
    yield from (child for child in _files(folder) if _is_pack(child))


def _is_pack(folder: Path) -> bool:
    try:
        return (folder / MANIFEST).is_file()
    except OSError:
        return False


def _files(folder: Path) -> list[Path]:
    """What a folder holds, by name; nothing where it can't be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
