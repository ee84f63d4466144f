"""What stands where on a form, made from a type's fields: sections of rows, and a table for each list.

A field stands under its code, which is its path: ``investment.total`` on the sheet of facts,
``contracts.name:zh`` above a column of a table. Reader and writer meet only in these codes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from pressgen.errors import Place, Wording
from pressgen.events.fields import BILINGUAL, Field, Fields
from pressgen.events.story import OWN, both, labels_of_kinds, labels_of_parts
from pressgen.regex import regex
from pressgen.source import Node

FACTS = "事实 Facts"
"""The title of the first sheet."""
NUMBER = "#"
"""Ends the code of a column with the numbers of a list's items, to which inner lists refer."""
STORY = "story"
ITEM, STORY_NUMBER, PARAGRAPH, WORDS = "story.item", "story.number", "story.paragraph", "story.words.text"
"""The codes of the columns of the story's own sheet."""
_ITEM = (
    Wording("写什么", "What"),
    Wording(
        "段落名或陈述；写自己的话时不填", "A part of the type or a statement; empty for words of your own"
    ),
)
_NUMBER = (
    Wording("第几项", "No."),
    Wording(
        "那种陈述的表里的第几项；不写就按先后", "Which item of that statement's sheet; without it the next"
    ),
)
_PARAGRAPH = (
    Wording("段落", "Paragraph"),
    Wording("相邻几行写同一个数，合成一段", "Rows below each other with one number make one paragraph"),
)
"""Labels and helps of its columns."""
_MORE = Wording(
    "还有别的陈述：pressgen statements逐一列出，"
    "用pressgen new {type} --xlsx --kinds 名称,名称 新建带有它们的表。",
    "There are more kinds of statement: pressgen statements lists them, and pressgen new {type} --xlsx "
    "--kinds NAME,NAME makes a form with their sheets.",
)
SIDES = ("zh", "en")
LONGEST_TITLE = 31
"""Characters Excel lets a sheet's title have."""

_ABOUT = frozenset({"word", "datetime", "rate"})
"""Kinds that say something of the release and nothing of what happened."""
_UNTITLED = regex(r"[\\/?*\[\]:']")

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

    ``numbered``: its items have numbers, since other lists lie in them. ``note`` is one more thing to know.
    """

    path: str
    field: Field
    title: Wording
    columns: tuple[Column, ...]
    above: tuple[str, ...] = ()
    numbered: bool = False
    note: Wording = NOTHING


@dataclass(frozen=True, slots=True)
class FormLayout:
    """The whole form."""

    sections: tuple[Section, ...]
    tables: tuple[Table, ...]


def layout(fields: Fields, kinds: Collection[str] | None = None) -> FormLayout:
    """What a type's form consists of: the release, the bare facts, each group, the lists, the credits.

    ``kinds`` are the kinds of statement that have sheets, all of them where it is None.
    """
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
    plain = {name: field for name, field in fields.fields.items() if field.shape != "story"}
    tables = (*_tables(plain, "", None, ()), *_story(fields, kinds))
    return FormLayout(tuple(section for section in sections if section.rows), tables)


def _story(fields: Fields, kinds: Collection[str] | None) -> Iterator[Table]:
    """The sheet of the story, and one for each of these kinds of statement."""
    story = fields.fields.get(STORY)
    if story is None or OWN not in story.fields:
        return
    known = kinds_of(story)
    shown = {name: kind for name, kind in known.items() if kinds is None or name in kinds}
    columns = tuple(
        Column(path, field, _wording(field), lang)
        for path, field in story_columns(fields, shown)
        for lang in (SIDES if field.kind in BILINGUAL else ("",))
    )
    more = shown.keys() != known.keys()
    yield Table(STORY, story, _wording(story), columns, note=_more(fields) if more else NOTHING)
    yield from _tables(shown, f"{STORY}.", None, ())


def _more(fields: Fields) -> Wording:
    """How to come by the kinds of statement that have no sheet."""
    return Wording(_MORE.say("zh", type=fields.type), _MORE.say("en", type=fields.type))


def story_columns(fields: Fields, kinds: Collection[str]) -> list[tuple[str, Field]]:
    """The columns of the story's sheet: what it is, its number, its paragraph, words of one's own."""
    named = labels_of_kinds(fields)
    offered = [*labels_of_parts(fields).values(), *(named[name] for name in kinds)]
    choices = {both(label): Wording(both(label), both(label)) for label in offered}
    item = Field("item", "choice", *_ITEM, choices=choices, example=_text(next(iter(choices))))
    number = Field("number", "word", *_NUMBER, example=_text("1"))
    paragraph = Field("paragraph", "word", *_PARAGRAPH, example=_text("1"))
    words = replace(fields.fields[STORY].fields[OWN].fields["text"], required=False)
    return [(ITEM, item), (STORY_NUMBER, number), (PARAGRAPH, paragraph), (WORDS, words)]


def _text(text: str) -> Node:
    return Node(text, Place(""), {})


def kinds_of(story: Field) -> dict[str, Field]:
    """Each kind of statement but one's own words as a list, for a sheet of its own."""
    return {name: replace(kind, kind="statements") for name, kind in story.fields.items() if name != OWN}


def titles(tables: tuple[Table, ...]) -> dict[str, str]:
    """The title of each table's sheet, by the table's path: its label in both languages, each only once."""
    named: dict[str, str] = {}
    kinds = {table.field.name: table.field.label.zh for table in tables if table.path.startswith(f"{STORY}.")}
    for table in tables:
        label = table.field.label
        inside = kinds.get(table.path.split(".")[1]) if table.above and table.path.startswith(STORY) else None
        zh = f"{inside}-{label.zh}" if inside else label.zh
        words = _UNTITLED.sub(" ", f"{zh} {label.en}".strip()) or table.path
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
            numbered = bool(inner) or field.statement is not None
            yield Table(path, field, title, columns, above, numbered)
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
