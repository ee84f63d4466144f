"""The five verbs, joined: the only place that knows all rooms.

house = open_house("foshan-news")
event = load("event.yaml", house.newsroom)
release = draft(event, house)
for finding in check(release, house): print(finding.message("en"))
deliver(event, release, house, Path("drafts"))
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import checks, drafting, events, house, outbox, source
from pressgen.delivery import Order, changes, changes_name, deliver
from pressgen.document import Block, Document, Release, Span
from pressgen.drafting import Untranslated
from pressgen.errors import UI
from pressgen.events import Event
from pressgen.figures import Language
from pressgen.figures.rates import Rates
from pressgen.findings import Finding
from pressgen.formats import joined, read, writer_of
from pressgen.house import House, Newsroom, open_newsroom
from pressgen.house.accepted import Judged, judged
from pressgen.house.house import unknown_house
from pressgen.sums import Converted, convert, convert_page, convert_word

if TYPE_CHECKING:
    from pressgen.formats.word.review import Reviewed
    from pressgen.reports.handed_back import HandedBack

__all__ = [
    "FORMATS",
    "LANGS",
    "LAYOUTS",
    "Converted",
    "House",
    "Newsroom",
    "Order",
    "Untranslated",
    "changes",
    "changes_name",
    "check",
    "convert",
    "convert_page",
    "convert_word",
    "deliver",
    "draft",
    "faults",
    "fix",
    "form",
    "joined",
    "judge",
    "load",
    "open_house",
    "open_newsroom",
    "passages",
    "read",
    "review",
    "translated",
    "types",
    "untranslated",
    "write",
]

FORMATS = ("docx", "md", "html", "ninjs")
"""What a draft can be written as; see ``formats.FORMATS`` for what can be read."""

LAYOUTS = ("side-by-side", "interleaved", "sequential")
"""How one Word file can hold both languages."""

LANGS: tuple[Language, ...] = ("zh", "en")


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


def types(newsroom: Newsroom) -> events.Types:
    """The release types a newsroom has, by name: its own, then those every newsroom has."""
    folders = {name: _folder(newsroom, name) for name in newsroom.names("releases")}
    return events.Types(folders, _folder(newsroom, "base"))


def _folder(newsroom: Newsroom, name: str) -> Path:
    found = newsroom.find("templates", "releases", name)
    assert found is not None  # noqa: S101  # names() found it, and base ships with the package
    return found


def load(path: Path | str, newsroom: Newsroom | None = None, known: events.Types | None = None) -> Event:
    """The event of a YAML or JSON file or an Excel form.

    ``known`` are the newsroom's ``types``; who loads many events reads them once. Raises FileError,
    EventError, Faults with every fault, HouseError where it names a house there is not.
    """
    newsroom = newsroom or open_newsroom(Path.cwd())
    event = events.load(Path(path), known or types(newsroom))
    if event.house and event.house not in (*newsroom.names("houses"), "base"):
        raise unknown_house(event.house, newsroom, event.place("house"))
    return event


def form(name: str, newsroom: Newsroom | None = None, *, filled: bool = False) -> bytes:
    """The Excel form of a release type, with the newsroom's names and houses to choose from.

    ``filled``: with the type's example filled in, but for its photos, which lie elsewhere. Raises KeyError
    for a type there is not, FileError.
    """
    from pressgen.events.xlsx.write import Known, write  # noqa: PLC0415  # openpyxl, for those who ask

    newsroom = newsroom or open_newsroom(Path.cwd())
    fields = types(newsroom)[name]
    entries = list(open_house("", newsroom).glossary)
    zh, en = (list(dict.fromkeys(filter(None, (entry.name(lang) for entry in entries)))) for lang in LANGS)
    known = Known(zh, en, newsroom.names("houses"))
    return write(fields, known, events.example(fields) if filled else None)


def draft(event: Event, house: House, langs: Sequence[Language] = LANGS) -> Release:
    """The event as a Chinese and/or an English text in the house's style."""
    return drafting.draft(event, house, langs)


def faults(event: Event, release: Release, house: House) -> list[Finding]:
    """All that a press officer should look at: the facts, what no draft used, the drafts themselves."""
    alone = not house.style.credits.four_eyes or not house.style.credits.lines
    own = [
        fault for fault in events.faults(event) if not (alone and fault.rule.id == "event/revises-own-story")
    ]
    own += drafting.faults(event, release, house)
    on = house.on or date.fromisoformat(event.published[:10])
    return own + check(release, house.on_day(on))


def untranslated(event: Event, release: Release, house: House) -> list[Untranslated]:
    """What of a draft is still to be translated, in the order of the page."""
    whole = release if release.zh.blocks and release.en.blocks else draft(event, house)
    found = drafting.untranslated(event, whole, house)
    return [item for item in found if release.document(item.lang).blocks]


def translated(event: Event, house: House, back: HandedBack) -> Event:
    """The event with every translation there is for it. Raises EventError for one that cannot be used."""
    for item in untranslated(event, draft(event, house), house):
        words = back.of(item) if item.path else None
        if words:
            event = events.translated(event, item.path, item.lang, words, item.figures)
    return event


def check(release: Release, house: House) -> list[Finding]:
    """Every finding of every check, in the order a revisor reads; without those that were accepted."""
    return judge(release, house).findings


def judge(release: Release, house: House) -> Judged:
    """As ``check``, and beside it what was accepted, and which acceptances met nothing any more."""
    found = [finding for look in checks.CHECKS for finding in look(release, house)]
    return judged(found, house, dict.fromkeys(block.at.file for block in release.blocks))


def review(
    path: Path | str, findings: Sequence[Finding], ui: UI, *, author: str = "pressgen", at: datetime
) -> Reviewed:
    """A Word file with its findings as comments and their safe fixes as tracked changes. Raises FileError."""
    from pressgen.formats.word import review as word  # noqa: PLC0415  # lxml, for those who ask

    return word.review(source.bytes_of(Path(path)), str(path), findings, ui, author=author, at=at)


def fix(path: Path | str, findings: Iterable[Finding]) -> tuple[int, int]:
    """Make the safe fixes of a Markdown or plain text file in it: how many were made, how many could not be.

    The file is replaced whole or not at all. Raises FileError.
    """
    from pressgen.formats.amend import amend  # noqa: PLC0415  # only for those who ask

    data = source.bytes_of(Path(path))
    safe = [
        (one.span, one.fix.text)
        for one in findings
        if one.fix and one.fix.safe and one.span.file == str(path)
    ]
    changes = list(dict.fromkeys(safe))
    amended, left = amend(data, str(path), changes)
    if amended != data:
        outbox.put(Path(path), amended)
    return len(changes) - len(left), len(left)


def passages(zh: str = "", en: str = "", name: str = "") -> Release:
    """Plain text of one or both languages as a release without structure: no Markdown, no roles."""
    texts: list[tuple[Language, str]] = [("zh", zh), ("en", en)]
    return Release(
        tuple(
            Block("body", text, lang, at=Span(name, None, 0, len(text), text, lang))
            for lang, text in texts
            if text
        )
    )


def write(document: Document, path: Path | str, house: House, *, translation: str = "") -> None:
    """One document as a Word, Markdown, HTML or ninjs file (``.ninjs.json``), whole or not at all."""
    target = Path(path)
    outbox.put(target, writer_of(target.name).write(document, house, translation=translation))
