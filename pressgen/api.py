"""The five verbs, joined: the only place that knows all rooms.

house = open_house("foshan-news")
event = load("event.yaml", house.newsroom)
made = draft(event, house)
for finding in made.findings: print(finding.message("en"))
deliver(made, Path("drafts"))
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import house, source
from pressgen.document import Release, passages
from pressgen.figures import Language
from pressgen.figures.day import day
from pressgen.findings import Finding
from pressgen.glossary import Entry
from pressgen.house import House, Newsroom, open_newsroom
from pressgen.house import release_types as types
from pressgen.house.inheriting import name_of, unknown_house

if TYPE_CHECKING:
    from pressgen.audit import Audit, Said
    from pressgen.audit import Order as AuditOrder
    from pressgen.checks.coverage import Coverage, coverage
    from pressgen.checks.judge import judge
    from pressgen.delivery import Order, changes, changes_name, deliver
    from pressgen.document import Block, Document, Mark, Span
    from pressgen.draft import LANGS, Draft
    from pressgen.drafting import Untranslated
    from pressgen.drafting.length import too_long
    from pressgen.entering import begun, enter, event_text, example, facts, form, preview, worded
    from pressgen.events import Entered, Event, Field, Fields, Name, Plain, Types
    from pressgen.figures.rate import Rate
    from pressgen.figures.rates import Rates
    from pressgen.formats import DRAFTED, LINES, endings, joined, read, read_bytes
    from pressgen.formats.spoken import bare
    from pressgen.glossary.entry import FORMS, STATUSES, Term, usual_case
    from pressgen.grid import Table, tables
    from pressgen.house.accepted import Acceptance, Judged
    from pressgen.house.founding import Office, found, furnish, office_of
    from pressgen.house.house import open_written
    from pressgen.house.keeping import house_file, import_rates, save_house
    from pressgen.mending import accept, fix, review, withdraw
    from pressgen.naming import (
        Imported,
        add_name,
        change_name,
        export_names,
        glossary_faults,
        import_names,
        look_up,
        named,
        propose,
        spelt,
    )
    from pressgen.outbox import clear, filling, passing, put, replacing
    from pressgen.reports.handover import HandedBack
    from pressgen.showing import (
        Changed,
        FigureRow,
        compared,
        figures_beside,
        findings_page,
        pasted,
        picture,
        plain_text,
        scope,
        size,
        style_sheet,
        text_of,
    )
    from pressgen.source import walked
    from pressgen.sums import Converted, Exchange, convert, convert_page, convert_word
    from pressgen.typed import currency, partner

__all__ = [
    "DRAFTED", "FORMS", "LANGS", "LAYOUTS", "LINES", "STATUSES", "Acceptance", "Block", "Changed",
    "Converted", "Coverage", "Document", "Draft", "Entered", "Entry", "Event", "Exchange", "Field", "Fields",
    "FigureRow", "Finding", "House", "Imported", "Judged", "Mark", "Name", "Newsroom", "Office", "Order",
    "Plain", "Rate", "Release", "Span", "Table", "Term", "Types", "Untranslated", "accept", "add_name",
    "audit", "bare", "begun", "change_name", "changes", "changes_name", "check", "clear", "compared",
    "convert", "convert_page", "convert_word", "coverage", "currency", "day", "deliver", "draft", "endings",
    "enter", "event_of", "event_text", "example", "exchange", "export_names", "facts", "figures_beside",
    "filling", "findings_page", "fix", "form", "found", "furnish", "glossary_faults", "house_file",
    "import_names", "import_rates", "joined", "judge", "load", "look_up", "named", "office_of", "open_house",
    "open_newsroom", "open_written", "partner", "passages", "passing", "pasted", "picture", "plain_text",
    "preview", "propose", "put", "read", "read_bytes", "replacing", "review", "save_house", "schema",
    "scope", "size", "spelt", "style_sheet", "tables", "text_of", "too_long", "translated", "types",
    "usual_case", "walked", "withdraw", "worded", "write",
]  # fmt: skip

LAYOUTS = ("side-by-side", "interleaved", "sequential")
"""How one Word file can hold both languages."""


_ROOMS = {
    "pressgen.checks.coverage": "Coverage coverage",
    "pressgen.delivery": "Order changes changes_name deliver",
    "pressgen.document": "Block Document Mark Span",
    "pressgen.checks.judge": "judge",
    "pressgen.draft": "Draft LANGS",
    "pressgen.drafting": "Untranslated",
    "pressgen.drafting.length": "too_long",
    "pressgen.entering": "begun enter event_text example facts form preview worded",
    "pressgen.events": "Entered Event Field Fields Name Plain Types",
    "pressgen.figures.rate": "Rate",
    "pressgen.formats.spoken": "bare",
    "pressgen.formats": "DRAFTED LINES endings joined read read_bytes",
    "pressgen.grid": "Table tables",
    "pressgen.house.accepted": "Acceptance Judged",
    "pressgen.house.house": "open_written",
    "pressgen.house.keeping": "house_file import_rates save_house",
    "pressgen.house.founding": "Office found furnish office_of",
    "pressgen.mending": "accept fix review withdraw",
    "pressgen.glossary.entry": "FORMS STATUSES Term usual_case",
    "pressgen.naming": "Imported add_name change_name export_names glossary_faults import_names look_up"
    " named propose spelt",
    "pressgen.outbox": "clear filling passing put replacing",
    "pressgen.showing": "Changed FigureRow compared figures_beside findings_page pasted picture plain_text"
    " scope size style_sheet text_of",
    "pressgen.source": "walked",
    "pressgen.sums": "Converted Exchange convert convert_page convert_word",
    "pressgen.typed": "currency partner",
}
"""The names that each room passes on; it is entered when one is asked for: a sum needs no checks."""


def __getattr__(name: str) -> object:
    room = next((room for room, names in _ROOMS.items() if name in names.split()), "")
    if not room:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(room), name)
    return value


def open_house(
    name: str = "",
    newsroom: Newsroom | None = None,
    *,
    rates: Rates | None = None,
    glossaries: Iterable[Path] = (),
    today: date | None = None,
    on: date | None = None,
) -> House:
    """A house by name; without one the newsroom's own, else what every house shares.

    ``today`` is the one thing not read from a file; give it to repeat a run exactly.
    """
    newsroom = newsroom or open_newsroom(Path.cwd())
    return house.open_house(
        name or newsroom.house or "base",
        newsroom,
        today=today or date.today(),  # noqa: DTZ011  # the newsroom's own calendar day
        rates=rates,
        glossaries=tuple(glossaries),
        on=on,
    )


def load(path: Path | str, newsroom: Newsroom | None = None, known: Types | None = None) -> Event:
    """The event of a YAML or JSON file or an Excel form.

    ``known`` are the newsroom's ``types``; who loads many events reads them once. Raises FileError,
    EventError, Faults with every fault, HouseError where it names a house there is not.
    """
    from pressgen import events  # noqa: PLC0415  # a room is entered when it is needed

    newsroom = newsroom or open_newsroom(Path.cwd())
    return _housed(events.load(Path(path), known or types(newsroom)), newsroom)


def event_of(
    text: str, name: str | Path, newsroom: Newsroom | None = None, known: Types | None = None
) -> Event:
    """The event that a text tells which is in no file yet: YAML, or JSON where ``name`` ends in .json.

    ``name`` is the path the text has or would have: messages name it, and photos are looked for beside it.
    Raises as ``load`` does.
    """
    from pressgen import events  # noqa: PLC0415  # a room is entered when it is needed

    newsroom = newsroom or open_newsroom(Path.cwd())
    path = Path(name)
    node = source.parse(text, str(path), as_json=path.suffix.lower() == ".json")
    return _housed(events.read(node, path, known or types(newsroom)), newsroom)


def _housed(event: Event, newsroom: Newsroom) -> Event:
    if not event.house:
        return event
    name = name_of(event.house, newsroom)
    if name not in (*newsroom.names("houses"), "base"):
        raise unknown_house(event.house, newsroom, event.place("house"))
    return replace(event, house=name)


def schema(fields: Fields) -> Mapping[str, object]:
    """The JSON Schema (2020-12) of a release type's event files."""
    from pressgen.events.schema import schema as described  # noqa: PLC0415  # only for those who ask

    return described(fields)


def draft(event: Event, house: House, langs: Sequence[Language] = ("zh", "en")) -> Draft:
    """The event as a Chinese and/or an English text in the house's style, with all that is known of it.

    Raises TemplateError, EventError, GlossaryError for an event that cannot be put into words.
    """
    from pressgen.draft import Draft  # noqa: PLC0415  # a room is entered when it is needed

    made = Draft(event, house, langs)
    made.release  # noqa: B018  # what is wrong is said here, not where the draft is looked at
    return made


def translated(event: Event, house: House, back: HandedBack) -> Event:
    """The event with every translation there is for it. Raises EventError for one that cannot be used."""
    from pressgen import events  # noqa: PLC0415  # a room is entered when it is needed

    for item in draft(event, house).untranslated:
        words = back.of(item) if item.path else None
        if words:
            event = events.translated(event, item.path, item.lang, words, item.figures, item.mark)
    return event


def exchange(text: str, house: House, to: str = "USD") -> Exchange:
    """One sum in another currency: at the house's day (``on``) or pinned rate. A figure alone is yuan.

    Raises FigureError for what is no exact sum, UsageError where there is neither day nor rate, RateError.
    """
    from pressgen.sums import exchanged  # noqa: PLC0415  # a room is entered when it is needed

    return exchanged(text, house, to)


def check(release: Release, house: House) -> list[Finding]:
    """Every finding of every check, in the order a revisor reads; without those that were accepted."""
    from pressgen.checks.judge import judge  # noqa: PLC0415  # a room is entered when it is needed

    return judge(release, house).findings


def audit(
    archive: Path | str,
    house: House,
    out: Path | str,
    order: AuditOrder | None = None,
    *,
    say: Callable[[Said], object] = lambda _: None,
) -> Audit:
    """The checks over a whole archive, as an iterator: the answer to every document, as it is done.

    ``archive`` is a folder, a ZIP, TAR, JSONL or Parquet file; ``order`` (``pressgen.audit.Order``) says
    which engine, which columns, which pairs. Answers of an earlier run into ``out`` come first, at once.
    When the iterator ends, findings.parquet, findings.jsonl, documents.parquet and overview.html stand in
    ``out``, and ``say`` was told what could not be checked.

    >>> import tempfile
    >>> room = Path(tempfile.mkdtemp())
    >>> (room / "texts").mkdir()
    >>> _ = (room / "texts" / "a.zh.txt").write_text("全市签约项目267个，投资15.26亿元。", encoding="utf-8")
    >>> _ = (room / "texts" / "a.en.txt").write_text("The city signed 267 projects worth 15.26 million yuan.")
    >>> for answer in audit(room / "texts", open_house(), room / "out"):
    ...     print(answer.key, answer.document["status"], [finding["rule"] for finding in answer.findings])
    a.en.txt + a.zh.txt checked ['figure/scale']
    >>> sorted(path.name for path in (room / "out").glob("*.*") if path.name[0] != ".")
    ['documents.parquet', 'findings.jsonl', 'findings.parquet', 'overview.html']

    Raises FileError, UsageError, HouseError, GlossaryError, RateError while it is run through.
    """
    from pressgen.audit import Audit  # noqa: PLC0415  # databases and processes, for those who ask

    return Audit(Path(archive), house, Path(out), order, say)


def write(document: Document, path: Path | str, house: House, *, translation: str = "") -> None:
    """One document as a Word, Markdown, HTML or ninjs file (``.ninjs.json``), whole or not at all."""
    from pressgen import outbox  # noqa: PLC0415  # a room is entered when it is needed
    from pressgen.formats import format_of  # noqa: PLC0415  # as above

    target = Path(path)
    outbox.put(target, format_of(target.name).write(document, house, translation=translation))
