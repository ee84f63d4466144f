"""What stands where on a form, made from a type's fields: sections of rows, and a table for each list.

A field stands under its code, which is its path: ``investment.total`` on the sheet of facts,
``contracts.name:zh`` above a column of a table. Reader and writer meet only in these codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressgen.errors import Wording
from pressgen.events.fields import BILINGUAL, Field, Fields

FACTS = "事实 Facts"
"""The title of the first sheet."""
NUMBER = "#"
"""Ends the code of a column with the numbers of a list's items, to which inner lists refer."""
SIDES = ("zh", "en")
LONGEST_TITLE = 31
"""Characters Excel lets a sheet's title have."""

_ABOUT = frozenset({"word", "datetime", "rate"})
"""Kinds that say something of the release and nothing of what happened."""
_UNTITLED = re.compile(r"[\\/?*\[\]:']")

NOTHING = Wording("", "")
ABOUT = Wording("稿件", "The release")
WHAT = Wording("基本事实", "What happened")
LISTS = Wording("清单，各有一张工作表", "Lists, each on a sheet of its own")


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the sheet of facts. ``several``: one row an item, as many as are needed."""

    path: str
    field: Field

    @property
    def several(self) -> bool:
        """Whether the field is a list of plain values."""
        return self.field.shape == "list"

    @property
    def both(self) -> bool:
        """Whether it is written in two languages."""
        return self.field.kind in BILINGUAL


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading, which may explain itself."""

    title: Wording
    rows: tuple[Row, ...]
    help: Wording = NOTHING


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``lang`` where there is one for each language, ``title`` with its groups'."""

    path: str
    field: Field
    title: Wording
    lang: str = ""

    @property
    def code(self) -> str:
        """What stands above the column."""
        return f"{self.path}:{self.lang}" if self.lang else self.path


@dataclass(frozen=True, slots=True)
class Table:
    """A list of items of named fields, one row an item; ``above`` are the lists it lies in, outer first.

    ``numbered``: its items have numbers, since other lists lie in them.
    """

    path: str
    field: Field
    title: Wording
    columns: tuple[Column, ...]
    above: tuple[str, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole form."""

    sections: tuple[Section, ...]
    tables: tuple[Table, ...]


def layout(fields: Fields) -> Layout:
    """What a type's form consists of: the release, the bare facts, each group, the lists, the credits."""
    single = [Row(name, field) for name, field in fields.fields.items() if field.shape == "one"]
    about = tuple(row for row in single if row.field.kind in _ABOUT)
    what = tuple(row for row in single if row.field.kind not in _ABOUT)
    listed = [
        Section(_wording(field), (Row(name, field),))
        for name, field in fields.fields.items()
        if field.shape == "list" and not field.fields
    ]
    groups = [(name, field) for name, field in fields.fields.items() if field.shape == "group"]
    grouped, credited = (
        [section for name, field in groups if (field.kind == "credits") == last
         for section in _group(name, field, _wording(field))]
        for last in (False, True)
    )  # fmt: skip
    sections = (Section(ABOUT, about), Section(WHAT, what), *grouped, *listed, *credited)
    return Layout(
        tuple(section for section in sections if section.rows), tuple(_tables(fields.fields, "", None, ()))
    )


def titles(tables: tuple[Table, ...]) -> dict[str, str]:
    """The title of each table's sheet, by the table's path: its label in both languages, each only once."""
    named: dict[str, str] = {}
    for table in tables:
        words = _UNTITLED.sub(" ", f"{table.field.label.zh} {table.field.label.en}".strip()) or table.path
        title, number = words[:LONGEST_TITLE].strip(), 1
        while title.lower() in {each.lower() for each in (*named.values(), FACTS)}:
            number += 1
            title = f"{words[: LONGEST_TITLE - 3].strip()} {number}"
        named[table.path] = title
    return named


def _wording(field: Field) -> Wording:
    return Wording(field.label.zh or field.name, field.label.en or field.name)


def joined(outer: Wording | None, inner: Wording) -> Wording:
    """A label behind that of its group."""
    return Wording(f"{outer.zh} · {inner.zh}", f"{outer.en} · {inner.en}") if outer else inner


def _group(path: str, field: Field, title: Wording) -> Iterator[Section]:
    """A group's own rows, then the groups in it."""
    plain = {
        name: inner for name, inner in field.fields.items() if not (inner.fields and inner.shape == "list")
    }
    rows = tuple(Row(f"{path}.{name}", inner) for name, inner in plain.items() if inner.shape != "group")
    yield Section(title, rows, Wording(field.help.zh, field.help.en))
    for name, inner in plain.items():
        if inner.shape == "group":
            yield from _group(f"{path}.{name}", inner, joined(title, _wording(inner)))


def _tables(
    fields: Mapping[str, Field], prefix: str, group: Wording | None, above: tuple[str, ...]
) -> Iterator[Table]:
    for name, field in fields.items():
        path, title = prefix + name, joined(group, _wording(field))
        if field.shape == "group":
            yield from _tables(field.fields, f"{path}.", title, above)
        elif field.fields:
            inner = tuple(_tables(field.fields, f"{path}.", title, (*above, path)))
            columns = tuple(_columns(field.fields, f"{path}.", None))
            yield Table(path, field, title, columns, above, bool(inner))
            yield from inner


def _columns(fields: Mapping[str, Field], prefix: str, group: Wording | None) -> Iterator[Column]:
    for name, field in fields.items():
        path, title = prefix + name, joined(group, _wording(field))
        if field.shape == "group":
            yield from _columns(field.fields, f"{path}.", title)
        elif field.fields:
            continue
        elif field.kind in BILINGUAL:
            yield from (Column(path, field, title, lang) for lang in SIDES)
        else:
            yield Column(path, field, title)
