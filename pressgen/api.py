"""The five verbs, joined: the only place that knows all rooms.

house = open_house("foshan-news")
event = load("event.yaml", house.newsroom)
release = draft(event, house)
for finding in check(release, house): print(finding.message("en"))
deliver(event, release, house, Path("drafts"))
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import checks, drafting, events, house, outbox, source
from pressgen.document import Block, Document, Release, Span
from pressgen.drafting import Untranslated
from pressgen.errors import UI, EventError, FileError, Place, PressgenError, UsageError, raise_all
from pressgen.events import Event
from pressgen.figures import Language
from pressgen.figures.rates import Rates
from pressgen.findings import Finding
from pressgen.formats import joined, read, writer_of
from pressgen.house import House, Newsroom, open_newsroom
from pressgen.house.accepted import Judged, judged
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
    """The event a YAML or JSON file tells. Raises FileError, EventError, or Faults with every fault.

    ``known`` are the newsroom's ``types``; who loads many events reads them once.
    """
    return events.load(Path(path), known or types(newsroom or open_newsroom(Path.cwd())))


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


@dataclass(frozen=True, slots=True)
class Order:
    """What is delivered.

    ``formats``, a Word file with both languages (one of ``LAYOUTS``), ``force`` over edited files;
    ``since`` is an earlier draft: what changed since then comes as tracked changes, too.
    """

    formats: tuple[str, ...] = ("docx", "md")
    bilingual: str = ""
    force: bool = False
    since: Release | None = None

    def with_changes_since(self, old: Release) -> Order:
        """The same and what changed since a draft."""
        return replace(self, since=old)


def changes(
    old: Release, new: Release, house: House, *, author: str = "pressgen", at: datetime | None = None
) -> dict[str, bytes]:
    """For each language of both drafts a Word file in which all that changed is a tracked change.

    A language in which nothing changed is left out. ``at`` is the moment of every change, else that of
    publication.
    """
    from pressgen.formats import word  # noqa: PLC0415  # lxml and python-docx, for those who ask

    moment = at or datetime.fromisoformat(new.published)
    return word.write_all_changes(old, new, house, author=author, at=moment)


def changes_name(slug: str, lang: str) -> str:
    """What the file with one language's changes is called."""
    return f"{slug}.{lang}.changes.docx"


def deliver(
    event: Event, release: Release, house: House, folder: Path, order: Order = Order()
) -> list[outbox.Delivered]:
    """Write a draft's files, its photos and its record into a folder.

    Everything is made before anything is written; a file a person has edited is kept. Raises EventError
    for a photo that cannot be used, Faults for several; UsageError where ``force`` would replace one.
    """
    photos = _photos(event, release)
    if order.force:
        _spare(release, folder, photos)
    files = _files(event.slug, release, house, order) | photos
    notes = drafting.record(event, release, house) | {"event_hash": _hash(event.file)}
    return outbox.deliver(folder, event.slug, files, notes, force=order.force)


def _files(slug: str, release: Release, house: House, order: Order) -> dict[str, bytes]:
    documents = [document for document in (release.zh, release.en) if document.blocks]
    files = {
        (name := _name(slug, document, form)): writer_of(name).write(
            document, house, translation=_translation(slug, document, documents, form)
        )
        for form in order.formats
        for document in documents
    }
    if order.bilingual:
        from pressgen.formats import word  # noqa: PLC0415  # lxml and python-docx, for those who ask

        files[f"{slug}.bilingual.docx"] = word.write_bilingual(release, house, order.bilingual)
    if order.since:
        made = changes(order.since, release, house)
        files |= {changes_name(slug, lang): data for lang, data in made.items()}
    return files


def _translation(slug: str, document: Document, documents: Sequence[Document], form: str) -> str:
    return next((_name(slug, other, form) for other in documents if other.lang != document.lang), "")


def _name(slug: str, document: Document, form: str) -> str:
    return f"{slug}.{document.lang}.{'ninjs.json' if form == 'ninjs' else form}"


def _photos(event: Event, release: Release) -> dict[str, bytes]:
    """Every photo for its place beside the drafts; one that cannot be used is said with its line."""
    from pressgen.formats.picture import original  # noqa: PLC0415  # Pillow, only where there are photos

    photos: dict[str, bytes] = {}
    refused: list[PressgenError] = []
    for (name, path), fact in zip(release.files.items(), event.under("photos.file"), strict=False):
        try:
            photos[name] = original(path).data
        except FileError as error:
            refused.append(EventError("{path}：{why}", "{path}: {why}", fact.at, path=fact.path, why=error))
    raise_all(refused)
    return photos


def _spare(release: Release, folder: Path, photos: Mapping[str, bytes]) -> None:
    """Nobody loses a photo: its copy may be called as another of the event's own files is."""
    own = [path.resolve() for path in release.files.values()]
    for name, data in photos.items():
        target = folder / name
        if target.resolve() in own and target.read_bytes() != data:
            raise UsageError(
                "会覆盖原照片；请用-o写到另一个文件夹",
                "is one of the event's own photos and would be replaced; write to another folder with -o",
                Place(str(target)),
            )


def _hash(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
