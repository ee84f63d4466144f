"""Rows of a table as entries: one row a term, or one row a concept with ``zh`` and ``en`` columns.

Knows no file format: CSV and workbooks give it the same rows. All faults of a table are collected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pressgen.errors import GlossaryError, Place, PressgenError, series
from pressgen.findings import Finding
from pressgen.glossary import columns
from pressgen.glossary.entry import Entry, Term, usual_case
from pressgen.glossary.likely import likely_kind
from pressgen.glossary.rules import UNUSED_COLUMN, span
from pressgen.glossary.uncollected import uncollected
from pressgen.regex import regex
from pressgen.source import nearest
from pressgen.text import composed, han, latin, no_name

_MORE = ("其余错误不再列出；请先改正以上各处", "more faults are not listed; mend those above first")
_TWICE = ("列{name}写了两次", "the column {name} stands twice")
_PARTED = regex("[;；]")

MOST = 400
"""Code points in a term; more is a sentence, or a quote left open."""

_OF_TERM = frozenset((*columns.AS_WRITTEN, *columns.OF_TERM, *columns.DAYS))
_USUAL = Term("", "en")[2:-1]
_CASE = Term._fields.index("case")

FAULTS = 200
"""Faults of one table that are listed."""


@dataclass(slots=True)
class Table:
    """A header, rows by line, and where the cell of a line and column (from 0) stands."""

    file: str
    header: Sequence[str]
    rows: Iterable[tuple[int, list[str]]]
    place: Callable[[int, int], Place]
    header_line: int = 1
    repairs: list[Finding] = field(default_factory=list)
    errors: list[PressgenError] = field(default_factory=list)

    def wrong(self, line: int, column: int, zh: str, en: str, **fields: object) -> None:
        """Note a fault of a cell; after so many, a person mends the file and reads it again."""
        if len(self.errors) <= FAULTS:
            zh, en = _MORE if len(self.errors) == FAULTS else (zh, en)
            self.errors.append(GlossaryError(zh, en, self.place(line, column), **fields))


def entries(table: Table) -> list[Entry]:
    """The entries of a table; its faults and repairs are added to it."""
    names = [columns.name(cell) for cell in table.header]
    if not _has_columns(table, names):
        return []
    _unused(table, names)
    rows = _Rows(table, {name: place for place, name in reversed(list(enumerate(names)))})
    with uncollected():
        return rows.long() if "term" in rows.column else rows.wide()


def _has_columns(table: Table, names: list[str]) -> bool:
    needed = columns.NEEDED if "term" in names or "lang" in names else columns.WIDE
    missing = [name for name in needed if name not in names]
    if missing:
        table.wrong(
            table.header_line,
            0,
            "缺少列{missing}；需要id、lang、term（一行一个名称），或者zh、en（一行一个概念）",
            "no column {missing}; a table has id, lang, term (one row a name) or zh, en (one row a concept)",
            missing=series(missing),
        )
    return not missing


def _unused(table: Table, names: list[str]) -> None:
    """A column written nearly right is a slip; any other that has no meaning here is left alone and named."""
    meaningful = columns.LONG if "term" in names else columns.WIDE + columns.WIDE_TOO
    for number, name in enumerate(names):
        if names.index(name) != number and name in meaningful:
            table.wrong(table.header_line, number, *_TWICE, name=name)
        elif name and name not in meaningful:
            _name_unused(table, number, name, [word for word in meaningful if word not in names])


def _name_unused(table: Table, number: int, name: str, meaningful: list[str]) -> None:
    if near := nearest(name, meaningful, 0.75):
        table.wrong(
            table.header_line,
            number,
            "没有列“{name}”；是不是“{near}”？",
            'there is no column "{name}"; do you mean "{near}"?',
            name=name,
            near=near,
        )
        return
    table.repairs.append(UNUSED_COLUMN.at(span(table.place(table.header_line, number), name), column=name))


class _Rows:
    """Reads rows into entries by the columns a table has."""

    def __init__(self, table: Table, column: dict[str, int]) -> None:
        self.table = table
        self.column = column
        self.width = len(table.header)
        self.needed = max(column[name] for name in (columns.NEEDED if "term" in column else columns.WIDE))
        self.of_term = [
            (number, column[name], name)
            for number, name in enumerate(Term._fields)
            if name in _OF_TERM & column.keys()
        ]
        self.of_entry = [(name, column[name]) for name in columns.OF_ENTRY if name in column]

    def long(self) -> list[Entry]:
        terms: dict[str, list[Term]] = {}
        facts: dict[str, dict[str, str]] = {}
        in_id, in_lang = self.column["id"], self.column["lang"]
        for line, cells in self.table.rows:
            if len(cells) == self.width or self._fits(line, cells):
                entry_id = cells[in_id] or self._required(line, cells, "id")
                term = self._term(line, cells, "term", self._word(line, "lang", cells[in_lang]))
                if entry_id and term:
                    terms.setdefault(entry_id, []).append(term)
                    self._add_facts(line, cells, facts.setdefault(entry_id, {}))
        return [_entry(entry_id, terms[entry_id], facts[entry_id]) for entry_id in terms]

    def wide(self) -> list[Entry]:
        found: dict[str, Entry] = {}
        repeats: Counter[str] = Counter()
        rows = [(line, cells) for line, cells in self.table.rows if self._fits(line, cells)]
        if self._is_swapped(rows):
            return []
        for line, cells in rows:
            terms = [term for lang in columns.WIDE for term in self._names(line, cells, lang)]
            if terms and self._required(line, cells, "zh"):
                entry_id = _free(self._own_id(cells) or terms[0].text, found, repeats)
                facts: dict[str, str] = {}
                self._add_facts(line, cells, facts)
                found[entry_id] = _entry(entry_id, terms, facts)
        return list(found.values())

    def _names(self, line: int, cells: list[str], lang: str) -> Iterator[Term]:
        """The names of a cell, parted by semicolons: the first is preferred, the others are admitted."""
        names = [name for name in (part.strip() for part in _PARTED.split(cells[self.column[lang]])) if name]
        for number, name in enumerate(names):
            row = [*cells]
            row[self.column[lang]] = name
            if term := self._term(line, row, lang, lang):
                yield term._replace(status="admitted") if number and term.status == "preferred" else term

    def _own_id(self, cells: list[str]) -> str:
        return cells[self.column["id"]] if "id" in self.column else ""

    def _fits(self, line: int, cells: list[str]) -> bool:
        """As many cells as columns; blank ones at the end may be absent or too many."""
        if any(cells[self.width :]) or len(cells) <= self.needed:
            self.table.wrong(
                line,
                min(len(cells), self.width),
                "这一行有{cells}格，表头有{width}列；文字里有逗号时请把整格放进引号",
                "this row has {cells} cells, the header {width}; put text with a comma in quotes",
                cells=len(cells),
                width=self.width,
            )
            return False
        cells += [""] * (self.width - len(cells))
        return True

    def _is_swapped(self, rows: list[tuple[int, list[str]]]) -> bool:
        swapped = [
            line
            for line, cells in rows
            if _is_chinese(cells[self.column["en"]]) and _is_foreign(cells[self.column["zh"]])
        ]
        if swapped and 2 * len(swapped) > len(rows):
            self.table.wrong(
                swapped[0],
                self.column["en"],
                "en列是中文，zh列是英文（共{count}行）；请把两列的表头对调",
                "the en column holds Chinese and the zh column English ({count} rows); swap their headers",
                count=len(swapped),
            )
            return True
        return False

    def _required(self, line: int, cells: list[str], name: str) -> str:
        cell = cells[self.column[name]]
        if not cell:
            self.table.wrong(
                line, self.column[name], "{name}是空的；请填写", "{name} is empty; fill it in", name=name
            )
        return cell

    def _word(self, line: int, name: str, cell: str) -> str:
        """What a cell that holds one of a few words means; "" for any other word."""
        word = columns.word(name, cell)
        if word is None:
            self.table.wrong(
                line,
                self.column[name],
                "{name}不能是“{cell}”；可以是{choices}",
                '{name} cannot be "{cell}"; it is one of {choices}',
                name=name,
                cell=cell,
                choices=columns.choices(name),
            )
        return word or ""

    def _term(self, line: int, cells: list[str], name: str, lang: str) -> Term | None:
        text = composed(cells[self.column[name]] or self._required(line, cells, name))
        if not text or not lang:
            return None
        if fault := refusal(lang, text):
            self.table.wrong(line, self.column[name], *fault, text=text, most=MOST)
            return None
        values = [text, lang, *_USUAL, Place(self.table.file, line)]
        values[_CASE] = usual_case(text)
        for number, place, key in self.of_term:
            if cell := cells[place]:
                values[number] = self._value(line, key, cell) or values[number]
        return Term._make(values)

    def _value(self, line: int, name: str, cell: str) -> str:
        if name in columns.WORDS:
            return self._word(line, name, cell)
        return self._day(line, name, cell) if name in columns.DAYS else cell

    def _day(self, line: int, name: str, cell: str) -> str:
        try:
            return date.fromisoformat(cell).isoformat()
        except ValueError:
            self.table.wrong(
                line,
                self.column[name],
                "{name}“{cell}”不是日期；请写成2023-07-14",
                '{name} "{cell}" is no date; write 2023-07-14',
                name=name,
                cell=cell,
            )
            return ""

    def _add_facts(self, line: int, cells: list[str], facts: dict[str, str]) -> None:
        """What speaks of the concept; two rows of one entry may not disagree on it."""
        for name, place in self.of_entry:
            if cell := cells[place]:
                fact = self._word(line, name, cell) if name in columns.WORDS else cell
                if facts.setdefault(name, fact) != fact:
                    self.table.wrong(
                        line,
                        place,
                        "{name}与这个条目前面写的“{before}”不一致；请改成一样",
                        '{name} is not the "{before}" written above for this entry; write the same',
                        name=name,
                        before=facts[name],
                    )


def _entry(entry_id: str, terms: list[Term], facts: dict[str, str]) -> Entry:
    facts["kind"] = facts.get("kind") or likely_kind(terms)
    return Entry(entry_id, tuple(terms), loose=bool(facts.pop("loose", "")), **facts)


def _free(wanted: str, taken: dict[str, Entry], repeats: Counter[str]) -> str:
    """An id no other row of a wide table has: 主任, 主任#2."""
    while (free := f"{wanted}#{repeats[wanted] + 1}" if repeats[wanted] else wanted) in taken:
        repeats[wanted] += 1
    return free


def refusal(lang: str, text: str) -> tuple[str, str] | None:
    """Why a text cannot be a name in a language, in both languages; None where it can."""
    if len(text) > MOST:
        return "名称超过{most}字", "a name over {most} letters"
    if no_name(text):
        return (
            "“{text}”不是名称；请写上名称，或删去这一行",
            '"{text}" is no name; write it, or delete the row',
        )
    if lang == "en" and _is_chinese(text):
        return (
            "英文名称“{text}”是中文；是不是两列写反了？",
            'the English name "{text}" is Chinese; are two columns swapped?',
        )
    return None


def _is_chinese(text: str) -> bool:
    return not text.isascii() and han(text) > 0 and latin(text) < han(text)


def _is_foreign(text: str) -> bool:
    return bool(latin(text)) and not han(text)
