"""What a text says of status, time and rank: words of the table, each where it stands and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from pressgen import packaged
from pressgen.cache import digest, edition, value
from pressgen.checks.found import figures_of
from pressgen.checks.status.patterns import Pattern, key, number
from pressgen.document import Block, Span
from pressgen.figures import Language
from pressgen.keys import Keys, Pages, paged
from pressgen.regex import regex

_LONGEST = 20_000
"""A paragraph of more letters is a list or an attack, and is not read."""
_REST = regex("[a-z’'-]*")
_TABLES = ("rank", "status", "time", "negation", "prospect", "statement", "opposite")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of the tables ``cues_….csv``. Without values its words look like a cue and are none."""

    scale: str
    values: frozenset[str]
    sure: bool
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a paragraph (code points, half-open).

    ``sure`` may accuse; what is not sure can only answer. ``count`` is the number it is about,
    ``share`` how far into its passage it stands, 0 to 1.
    """

    scale: str
    values: frozenset[str]
    sure: bool
    block: Block
    start: int
    end: int
    count: Decimal | None = None
    share: float = 0.0

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end].strip()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.block.span(self.start, self.end)

    def at(self, share: float) -> Cue:
        """The same, so far into its passage."""
        return Cue(self.scale, self.values, self.sure, self.block, self.start, self.end, self.count, share)


_Line = tuple[str, str, str]
"""A row's scale, its values, and whether it is sure, as the tables have them."""
_Written = list[tuple[_Line, str]]
"""Words of rows, each with its row."""


class _Lexicon:
    """The words of a language: a search for their keys, and the rows of a key, made when it is first met."""

    def __init__(self, lang: Language, own: tuple[tuple[str, ...], ...] = ()) -> None:
        self._lang: Language = lang
        self._rows: dict[int, list[Row]] = {}
        origin = digest(edition(Path(__file__).parent, (".csv", ".py")), *map(repr, own))
        name = f"cues-{lang}-{origin[:1]}" if own else f"cues-{lang}"
        always, pages = value(name, origin, lambda: _sorted(lang, own))
        self.keys: Keys[_Written] = Keys({}, pages)
        self.always = [self._row(*written) for written in always]
        """The rows that have no letters of their own."""
        self.scales = _Scales(self.keys.said)
        """The scales of the rows of each key."""
        self.accusing = _Scales(self.keys.said, "yes")
        """The scales of those rows that may accuse."""

    def rows(self, number: int) -> list[Row]:
        """The rows of a key."""
        if number not in self._rows:
            self._rows[number] = [self._row(*written) for written in self.keys.said[number]]
        return self._rows[number]

    def _row(self, line: _Line, words: str) -> Row:
        scale, values, sure = line
        return Row(scale, frozenset(values.split()), sure == "yes", Pattern(words, self._lang))


def _sorted(lang: Language, own: tuple[tuple[str, ...], ...]) -> tuple[_Written, Pages]:
    """The words of a language that have no key, the keys and the words that have each."""
    lines: dict[str, _Written] = {"": []}
    names = ("scale", "value", "lang", "sure", "words")
    for row in (*_lines(), *(dict(zip(names, cells, strict=True)) for cells in own)):
        if row["lang"] == lang:
            line = row["scale"], row["value"], row["sure"]
            for words in row["words"].split("|"):
                lines.setdefault(key(words, lang), []).append((line, words))
    always = lines.pop("")
    return always, paged(lines)[1]


class _Scales(dict[int, frozenset[str]]):
    """The scales of the rows of a key, by its number: texts meet few of the 10,000 keys."""

    def __init__(self, written: Mapping[int, _Written], sure: str = "") -> None:
        super().__init__()
        self._written = written
        self._sure = sure

    def __missing__(self, number: int) -> frozenset[str]:
        lines = (line for line, _ in self._written[number])
        self[number] = found = frozenset(scale for scale, _, sure in lines if self._sure in ("", sure))
        return found


@cache
def _lines() -> list[dict[str, str]]:
    """The rows of all tables by their header."""
    return [line for name in _TABLES for line in packaged.read(Path(__file__).with_name(f"cues_{name}.csv"))]


_lexicon = lru_cache(maxsize=8)(_Lexicon)


def _is_of_another(cue: Cue, other: Cue) -> bool:
    """Whether two cues that share a word say it of two figures: the two banks have each lent 3 million."""
    return bool(cue.values) and cue.values == other.values and cue.count != other.count


class Glance:
    """A first look at a paragraph: which keys it has, and so which scales its cues can be of.

    ``own`` are an office's rows (scale, value, lang, sure, words) beside those of the tables.
    """

    def __init__(self, block: Block, own: tuple[tuple[str, ...], ...] = ()) -> None:
        self.block = block
        self._lexicon: _Lexicon | None = None
        self._text = block.text
        self._hits: list[tuple[int, int, int]] = []
        self.accusing: frozenset[str] = frozenset()
        """The scales that a cue of the paragraph may accuse by."""
        if block.lang == "und" or len(block.text) > _LONGEST:
            return
        self._lexicon = lexicon = _lexicon(block.lang, own)
        small = block.text.lower().replace("’", "'") if block.lang == "en" else block.text
        self._text = small if len(small) == len(block.text) else block.text
        self._hits = lexicon.keys.find(self._text)
        sure = (row.scale for row in lexicon.always if row.sure)
        self.accusing = frozenset(sure).union(*(lexicon.accusing[hit] for hit, _, _ in self._hits))

    def cues(self, scales: Set[str]) -> tuple[Cue, ...]:
        """The cues of these scales as the text has them; of those of a scale that overlap, the longest."""
        found = sorted(
            self._matches(scales), key=lambda cue: (cue.start - cue.end, bool(cue.values), not cue.sure)
        )
        none = {(cue.scale, cue.start, cue.end) for cue in found if not cue.values}
        taken: dict[str, dict[int, Cue]] = {}
        kept: list[Cue] = []
        for cue in found:
            places = taken.setdefault(cue.scale, {})
            if cue.values and (cue.scale, cue.start, cue.end) in none:
                continue
            if all(_is_of_another(cue, places[at]) for at in range(cue.start, cue.end) if at in places):
                places.update(dict.fromkeys(range(cue.start, cue.end), cue))
                kept.append(cue)
        return tuple(sorted((cue for cue in kept if cue.values), key=lambda cue: cue.start))

    def _matches(self, scales: Set[str]) -> Iterator[Cue]:
        lexicon, text, block = self._lexicon, self._text, self.block
        if lexicon is None:
            return
        open_rows = dict.fromkeys(row for row in lexicon.always if row.scale in scales)
        for hit, start, end in self._hits:
            if lexicon.scales[hit].isdisjoint(scales):
                continue
            for row in lexicon.rows(hit):
                if row.scale not in scales:
                    continue
                if row.pattern.stem:
                    if not (text[start - 1 : start].isalnum() or text[start - 1 : start] == "-"):
                        past = _REST.match(text, end).end()  # type: ignore[union-attr]  # it may be empty
                        yield Cue(row.scale, row.values, row.sure, block, start, past)
                elif not row.pattern.plain:
                    open_rows[row] = None
                elif block.lang == "zh" or _is_word(text, start, end):
                    yield Cue(row.scale, row.values, row.sure, block, start, end)
        yield from _matched(open_rows, text, block)


def _matched(rows: Iterable[Row], text: str, block: Block) -> Iterator[Cue]:
    """What the patterns of rows find; rows of the same words look once."""
    found: dict[str, list[re.Match[str]]] = {}
    for row in rows:
        words = row.pattern.words
        if words not in found:
            possible = row.pattern.may_stand(text)
            found[words] = list(row.pattern.regex.finditer(text)) if possible else []
        for match in found[words]:
            if not (row.pattern.verb and block.text[match.start()].isupper()):
                yield _cue(row, match, block)


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "-" or after.isalnum())


def _cue(row: Row, match: re.Match[str], block: Block) -> Cue:
    counted = match.groupdict().get("n")
    count = number(counted) if counted else None
    values = row.values
    if "n" in values:
        values = frozenset({f"{count:f}"} if count is not None else ())
    elif counted:
        count = _figure(block, match.start("n"), count)
    return Cue(row.scale, values, row.sure, block, match.start(), match.end(), count)


def _figure(block: Block, at: int, count: Decimal | None) -> Decimal | None:
    """The figure a number begins: 50 of 50万元 is 500,000."""
    for figure in figures_of(block):
        if (
            figure.start <= at < figure.end
            and isinstance(figure.value, Decimal)
            and figure.kind != "fraction"
        ):
            return figure.value
    return count
