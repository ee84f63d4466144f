"""A Word package with some of its parts replaced or added, every other member as it was."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Container, Iterable, Iterator, Mapping
from copy import copy
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from pressgen.formats.word.ooxml import CONTENT_TYPES, DECLARED, RELATIONSHIPS, WORD_TYPE, R, w
from pressgen.formats.word.opened import WordFile

if TYPE_CHECKING:
    from pressgen.archive import Element

_TYPES = "[Content_Types].xml"
_CHANGES = {w(name) for name in ("ins", "del", "rPrChange")}


def numbers(roots: Iterable[Element], start: int, *, only: str = "") -> Iterator[int]:
    """Numbers no element of these parts has as its ``w:id``; ``only`` those of tags that begin so."""
    used = {
        element.get(w("id"), "")
        for root in roots
        for element in root.iter(etree.Element)
        if not only or str(element.tag).startswith(w(only))
    }
    return (number for number in count(start) if str(number) not in used)


def renumbered(root: Element, fresh: Iterator[int]) -> None:
    """Give copies of a tracked change, which a split run brings along, numbers of their own."""
    given: set[str] = set()
    for element in root.iter(*_CHANGES):
        key = element.get(w("id"), "")
        if key in given:
            element.set(w("id"), str(next(fresh)))
        given.add(key)


def comments_part(opened: WordFile) -> tuple[str, Element, dict[str, Element]]:
    """The part with the file's comments, and what must change so that it is found: nothing if it is there."""
    for _, relation in opened.related("comments"):
        return relation.part, opened.root(relation.part), {}
    folder = posixpath.dirname(opened.main)
    taken = {part.lower() for part in opened.parts}
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    part = next(name for name in names if name.lower() not in taken)
    return part, etree.fromstring(f"<w:comments {DECLARED}/>"), _announced(opened, part)


def _announced(opened: WordFile, part: str) -> dict[str, Element]:
    """The main part's relations and the package's content types, with one part more."""
    folder, base = posixpath.split(opened.main)
    name = f"{folder}/_rels/{base}.rels".lstrip("/")
    cased = {key.lower(): key for key in opened.parts}
    name = cased.get(name.lower(), name)
    relations = opened.root(name) if name in opened.parts else _empty("Relationships", RELATIONSHIPS)
    _relate(relations, posixpath.basename(part))
    changed = {name: relations}
    if _TYPES in opened.parts:
        changed[_TYPES] = opened.root(_TYPES)
        row = etree.SubElement(changed[_TYPES], f"{{{CONTENT_TYPES}}}Override")
        row.attrib.update({"PartName": f"/{part}", "ContentType": f"{WORD_TYPE}.comments+xml"})
    return changed


def _relate(relations: Element, target: str) -> None:
    used = {row.get("Id") for row in relations}
    key = next(key for number in count(1) if (key := f"rId{number}") not in used)
    row = etree.SubElement(relations, f"{{{RELATIONSHIPS}}}Relationship")
    row.attrib.update({"Id": key, "Type": f"{R}/comments", "Target": target})


def _empty(tag: str, namespace: str) -> Element:
    return etree.fromstring(f'<{tag} xmlns="{namespace}"/>')


def repacked(
    data: bytes, opened: WordFile, changed: Mapping[str, Element], gone: Container[str] = ()
) -> bytes:
    """The package's bytes with the changed parts in it and without those gone; new ones stand last.

    A member that would lie outside the package is left out, as in reading.
    """
    written = {part: opened.written(part, root) for part, root in changed.items()}
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for member in old.infolist():
            if member.filename in opened.parts and member.filename not in gone:
                content = written.pop(member.filename, opened.parts[member.filename])
                new.writestr(_like(member), content)
            elif member.is_dir() and any(part.startswith(member.filename) for part in opened.parts):
                new.writestr(_like(member), b"")
        for part, content in written.items():
            new.writestr(_like(old.infolist()[0], part), content)
    return buffer.getvalue()


def _like(member: zipfile.ZipInfo, name: str = "") -> zipfile.ZipInfo:
    """A member of the same date and rights; what its writer put beside it about sizes is made anew."""
    made = copy(member)
    made.extra = b""
    if name:
        made.filename = name
        made.compress_type = zipfile.ZIP_DEFLATED
    return made
