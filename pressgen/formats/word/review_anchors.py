"""Where a stretch of a paragraph's text stands in the file: its runs, split so that they hold just that."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from pressgen.formats.word.ooxml import MC, M, w
from pressgen.formats.word.pieces import Paragraph

if TYPE_CHECKING:
    from pressgen.archive import Element

_CLOSED = {w("txbxContent"), w("ruby"), w("fldSimple"), f"{{{M}}}oMath", f"{{{M}}}oMathPara"}
_CLOSED.add(f"{{{MC}}}AlternateContent")
"""Word takes no comment inside these, or makes what is inside again when it opens the file."""
_CONTROLS = {w(name) for name in ("text", "date", "dropDownList", "comboBox", "dataBinding", "picture")}
_LOCKS = {"contentLocked", "sdtContentLocked"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Atom:
    """Some characters of a paragraph's text and the element they stand in; ``field`` is as in ``Piece``."""

    start: int
    end: int
    element: Element
    field: int


class Line:
    """A paragraph's text laid along the elements of its file.

    Splitting a run changes nothing a reader sees: both halves keep its format and every blank.
    """

    def __init__(self, paragraph: Paragraph) -> None:
        self._own = paragraph.element
        self._atoms = list(_atoms(paragraph))

    def edges(self, start: int, end: int) -> tuple[Element, Element]:
        """What a mark may stand before and behind so that it holds a stretch."""
        atoms = self.atoms(start, end)
        elements = [atom.element for atom in atoms] or [self._own]
        return host(elements[0]), host(elements[-1])

    def referred(self, main: Element) -> Element | None:
        """For a note's text what refers to the note: not every program takes a comment inside one."""
        note = next(self._own.iterancestors(w("footnote"), w("endnote")), None)
        if note is None:
            return None
        marks = main.iter(w(f"{etree.QName(note).localname}Reference"))
        found = next((mark for mark in marks if mark.get(w("id")) == note.get(w("id"))), None)
        return None if found is None else host(found)

    def is_exact(self, start: int, end: int) -> bool:
        """Whether the edges hold the stretch and nothing else."""
        atoms = self.atoms(start, end)
        inside = all(host(atom.element).tag == w("r") and not _is_within_closed(atom) for atom in atoms)
        return bool(atoms) and inside and (atoms[0].start, atoms[-1].end) == (start, end)

    def atoms(self, start: int, end: int) -> list[Atom]:
        """The elements of a stretch, in runs of their own as far as they can be split."""
        for place in (start, end):
            self._cut(place)
        first = bisect_right(self._atoms, start, key=lambda atom: atom.end)
        last = bisect_left(self._atoms, end, key=lambda atom: atom.start)
        found = self._atoms[first:last]
        if found:
            _part_before(found[0].element)
            _part_behind(found[-1].element)
        return found

    def _cut(self, place: int) -> None:
        index = bisect_left(self._atoms, place, key=lambda atom: atom.start) - 1
        atom = self._atoms[index] if index >= 0 else None
        if atom is None or atom.end <= place or atom.element.tag not in (w("t"), w("delText")):
            return
        if not _is_within_closed(atom):
            right = _cut_text(atom.element, place - atom.start)
            self._atoms.insert(index + 1, Atom(place, atom.end, right, atom.field))
            atom.end = place


def host(element: Element) -> Element:
    """The run of an element; where none may stand beside it, the formula, control or run around it."""
    line = _line(element)
    closed = [index for index, found in enumerate(line) if is_closed(found)]
    if not closed:
        return next((found for found in line if found.tag == w("r")), element)
    return next((found for found in reversed(line[closed[-1] :]) if found.tag == w("r")), line[closed[-1]])


def is_closed(element: Element) -> bool:
    """Whether nothing of ours may stand inside an element: a text box, ruby, a formula, a locked control."""
    if element.tag != w("sdt"):
        return element.tag in _CLOSED
    properties = element.find(w("sdtPr"))
    if properties is None:
        return False
    lock = properties.find(w("lock"))
    locked = lock is not None and lock.get(w("val")) in _LOCKS
    return locked or any(child.tag in _CONTROLS for child in properties)


def shell_of(element: Element) -> Element:
    """An element of the same name and attributes with nothing in it."""
    shell = etree.Element(element.tag)
    for name, value in element.attrib.items():
        shell.set(name, value)
    return shell


def _is_within_closed(atom: Atom) -> bool:
    return any(map(is_closed, _line(atom.element)))


def _atoms(paragraph: Paragraph) -> Iterator[Atom]:
    end = 0
    for piece in paragraph.pieces:
        start, end = end, end + len(piece.text)
        yield Atom(start, end, piece.element, piece.field)


def _line(element: Element) -> list[Element]:
    """An element and what it stands in, up to the outermost paragraph."""
    line = [element, *element.iterancestors()]
    outermost = max((index for index, found in enumerate(line) if found.tag == w("p")), default=len(line))
    return line[:outermost]


def _cut_text(element: Element, place: int) -> Element:
    """Cut a ``w:t`` in two; the right part is returned."""
    text = element.text or ""
    right = etree.Element(element.tag, {_SPACE: "preserve"})
    element.text, right.text = text[:place], text[place:]
    element.set(_SPACE, "preserve")
    element.addnext(right)
    return right


def _part_behind(element: Element) -> None:
    following = element.getnext()
    if following is not None:
        _part_before(following)


def _part_before(element: Element) -> None:
    """Split a run so that it begins with an element; the format is copied."""
    run = element.getparent()
    if run is None or run.tag != w("r") or any(map(is_closed, _line(run))):
        return
    properties = run.find(w("rPr"))
    if not [found for found in element.itersiblings(preceding=True) if found is not properties]:
        return
    new = shell_of(run)
    if properties is not None:
        new.append(deepcopy(properties))
    moved = [element, *element.itersiblings()]
    run.addnext(new)
    new.extend(moved)
