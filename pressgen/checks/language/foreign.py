"""What Chinese text may hold of English as it stands, and what it translates: ``foreign.yaml`` and CLDR."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from pressgen import cldr
from pressgen.errors import HouseError
from pressgen.house import House
from pressgen.source import bind, declared, text_of

FILE = "foreign.yaml"


@dataclass(frozen=True, slots=True)
class AsIs:
    """English words in small letters that Chinese writes as they are. ``source``: who says so.

    ``technical``: a text that holds some of them leaves more words in English.
    """

    words: tuple[str, ...]
    technical: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Translate:
    """English words with a capital, and their Chinese."""

    words: tuple[str, ...]
    zh: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """Everything one ``foreign.yaml`` says."""

    as_is: tuple[AsIs, ...] = ()
    translate: tuple[Translate, ...] = ()
    heads: tuple[AsIs, ...] = ()
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """All files of a house together.

    ``titles`` and ``places`` are English words with their Chinese, ``heads`` words of a body's name,
    ``names`` words that are a name as often as a place.
    """

    as_is: frozenset[str] = field(default=frozenset())
    technical: frozenset[str] = field(default=frozenset())
    titles: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    heads: frozenset[str] = field(default=frozenset())
    names: frozenset[str] = field(default=frozenset())


def foreign_of(house: House) -> Foreign:
    """What a house and those it extends say. Raises HouseError, FileError with their place."""
    return _read(tuple((path, path.stat().st_mtime_ns) for path in files(house)))


def files(house: House) -> tuple[Path, ...]:
    """The ``foreign.yaml`` of a house and of those it extends, the nearest first."""
    found = (house.newsroom.find("templates", "houses", name, FILE) for name in house.names)
    return tuple(path for path in found if path)


@lru_cache(maxsize=8)
def _read(stamped: tuple[tuple[Path, int], ...]) -> Foreign:
    read = [bind(declared(text_of(path), str(path)), File, HouseError) for path, _ in stamped]
    rows = [row for file in read for row in file.translate]
    return Foreign(
        frozenset(word for file in read for row in file.as_is for word in row.words),
        frozenset(word for file in read for row in file.as_is for word in row.words if row.technical),
        {word: row.zh for row in reversed(rows) for word in row.words},
        {word: zh for file in reversed(read) for zh, words in file.places.items() for word in words},
        frozenset(word for file in read for row in file.heads for word in row.words),
        frozenset(name for file in read for name in file.names),
    )


@cache
def common_names() -> Mapping[str, str]:
    """Countries, well-known cities, months and days of the week in English, with their Chinese (CLDR)."""
    return cldr.asked("common names", lambda: {name: chinese for name, chinese in _names() if chinese})


@cache
def languages() -> frozenset[str]:
    """Languages in English, most of them peoples as well: German, Thai (CLDR)."""

    def made() -> frozenset[str]:
        from babel import Locale  # noqa: PLC0415  # only where Chinese holds a word with a capital

        return frozenset(name for code, name in Locale("en").languages.items() if len(code) == 2)

    return cldr.asked("languages", made)


def _names() -> Iterator[tuple[str, str]]:
    from babel import Locale  # noqa: PLC0415  # as above

    en, zh = Locale("en"), Locale("zh")
    for zone, held in zh.time_zones.items():
        yield zone.rpartition("/")[2].replace("_", " "), held.get("city", "")
    for code, name in en.territories.items():
        yield name, zh.territories.get(code, "")
    for held in ("days", "months"):
        for number, name in getattr(en, held)["format"]["wide"].items():
            yield name, getattr(zh, held)["format"]["wide"][number]
