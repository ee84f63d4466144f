"""What a draft is delivered as: its files in every format wanted, its photos, its record.

deliver(draft, folder) writes all of them, or none
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from pathlib import Path

from pressgen import outbox, source
from pressgen.document import Document, Release
from pressgen.draft import Draft
from pressgen.errors import EventError, FileError, Place, PressgenError, UsageError, raise_all
from pressgen.events import Event
from pressgen.formats import DRAFTED, format_of
from pressgen.house import House


@dataclass(frozen=True, slots=True)
class Order:
    """What is delivered.

    ``formats``, a Word file with both languages (one of ``LAYOUTS``), ``force`` over edited files;
    ``since`` is an earlier draft: what changed since then comes as tracked changes, too. ``each`` is called
    whenever a draft or a photo is ready, for whoever shows how far it is.
    """

    formats: tuple[str, ...] = ("docx", "md")
    bilingual: str = ""
    force: bool = False
    since: Release | None = None
    each: Callable[[], object] = lambda: None

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


def deliver(draft: Draft, folder: Path, order: Order = Order()) -> list[outbox.Delivered]:
    """Write a draft's files, its photos and its record into a folder.

    Everything is made before anything is written; a file a person has edited is kept. Raises EventError
    for a photo that cannot be used, Faults for several; UsageError where ``force`` would replace one.
    """
    event, release, house = draft.event, draft.release, draft.house
    photos = _photos(event, release, order)
    if order.force:
        _spare(release, folder, photos)
    stem = _stem(event, house)
    files = _files(stem, release, house, order) | photos
    notes = draft.record | {"event_hash": _hash(event.file)}
    return outbox.deliver(folder, stem, files, notes, force=order.force)


def _stem(event: Event, house: House) -> str:
    """What the files are called: an advance copy is never taken for the one to publish."""
    return f"{event.slug}.advance" if house.advance and "embargo" in event.facts else event.slug


def _files(slug: str, release: Release, house: House, order: Order) -> dict[str, bytes]:
    documents = [document for document in (release.zh, release.en) if document.blocks]
    files: dict[str, bytes] = {}
    for form, document in product(order.formats, documents):
        name, other = _name(slug, document, form), _translation(slug, document, documents, form)
        files[name] = format_of(name).write(document, house, translation=other)
        order.each()
    if order.bilingual:
        from pressgen.formats import word  # noqa: PLC0415  # lxml and python-docx, for those who ask

        files[f"{slug}.bilingual.docx"] = word.write_bilingual(release, house, order.bilingual)
        order.each()
    if order.since:
        made = changes(order.since, release, house)
        files |= {changes_name(slug, lang): data for lang, data in made.items()}
    return files


def _translation(slug: str, document: Document, documents: Sequence[Document], form: str) -> str:
    return next((_name(slug, other, form) for other in documents if other.lang != document.lang), "")


def _name(slug: str, document: Document, form: str) -> str:
    return f"{slug}.{document.lang}{DRAFTED[form]}"


def _photos(event: Event, release: Release, order: Order) -> dict[str, bytes]:
    """Every photo for its place beside the drafts; one that cannot be used is said with its line."""
    from pressgen.formats.picture import original  # noqa: PLC0415  # Pillow, only where there are photos

    photos: dict[str, bytes] = {}
    refused: list[PressgenError] = []
    for (name, path), fact in zip(release.files.items(), event.photos, strict=False):
        try:
            photos[name] = original(path).data
            order.each()
        except FileError as error:
            refused.append(EventError("{path}：{why}", "{path}: {why}", fact.at, path=fact.path, why=error))
    raise_all(refused)
    return photos


def _spare(release: Release, folder: Path, photos: Mapping[str, bytes]) -> None:
    """Nobody loses a photo: its copy may be called as another of the event's own files is."""
    own = [source.real(path) for path in release.files.values()]
    for name, data in photos.items():
        target = folder / name
        if source.real(target) in own and source.bytes_of(target) != data:
            raise UsageError(
                "会覆盖原照片；请用-o写到另一个文件夹",
                "is one of the event's own photos and would be replaced; write to another folder with -o",
                Place(str(target)),
            )


def _hash(path: Path) -> str:
    return f"sha256:{hashlib.sha256(source.bytes_of(path)).hexdigest()}"
