"""A fix as a tracked change that Word offers to accept or reject, in the format of what it replaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml import etree

from pressgen.formats.word.ooxml import legal, w
from pressgen.formats.word.review_anchors import Atom, Line, host, shell_of
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.archive import Element

Stamp = Callable[[], dict[str, str]]
"""The attributes of one more tracked change: a fresh id, author, date."""

_WORD = regex(r"[0-9A-Za-z][0-9A-Za-z.,'’%-]*|.", re.DOTALL)
_TEXT = {w(name) for name in ("rPr", "t", "tab", "cr", "noBreakHyphen", "softHyphen", "sym", "br")}
_TEXT.add(w("lastRenderedPageBreak"))
_OPEN = {w(name) for name in ("hyperlink", "smartTag", "customXml", "sdtContent", "sdt", "ins", "dir", "bdo")}
_BREAK = regex("(\t|\n)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def change(line: Line, start: int, end: int, texts: tuple[str, str], stamp: Stamp) -> bool:
    """Write a fix over a stretch as a tracked change; False where it may only be a comment.

    ``texts`` are what stands there and what shall. Only the words that differ are touched.
    """
    before, old, new = differing(*texts)
    atoms = _atoms(line, start, end, texts)
    if not _may_change(atoms, new):
        return False
    runs = list(dict.fromkeys(host(atom.element) for atom in atoms))
    place = [_deleted(run, stamp()) for run in runs][-1] if old else runs[-1]
    if new:
        _put(_inserted(new, runs[0], stamp()), place, stamp, behind=bool(old or before))
    return True


def changeable(line: Line, start: int, end: int, texts: tuple[str, str]) -> bool:
    """Whether ``change`` would write the fix."""
    return _may_change(_atoms(line, start, end, texts), differing(*texts)[2])


def _atoms(line: Line, start: int, end: int, texts: tuple[str, str]) -> list[Atom]:
    """What is to be replaced, or what stands beside the place where words are added."""
    before, old, _ = differing(*texts)
    first = start + len(before)
    return line.atoms(first, first + len(old)) if old else _neighbour(line, first, start, end)


def _may_change(atoms: Sequence[Atom], new: str) -> bool:
    return is_free(atoms) and legal(new) == new and "\r" not in new


def differing(old: str, new: str) -> tuple[str, str, str]:
    """What two texts begin with alike, and the whole words in which they differ.

    >>> differing("on July 14,2023", "on July 14, 2023")
    ('on July ', '14,2023', '14, 2023')
    """
    words, others = _WORD.findall(old), _WORD.findall(new)
    head = _alike(words, others)
    words, others = words[head:], others[head:]
    tail = _alike(words[::-1], others[::-1])
    kept = slice(0, -tail if tail else None)
    before = old[: len(old) - len("".join(words))]
    return before, "".join(words[kept]), "".join(others[kept])


def _alike(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))


def is_free(atoms: Sequence[Atom]) -> bool:
    """Whether a stretch is plain text of one parent: no edge of a link, field or control within it."""
    if not atoms or len({atom.field for atom in atoms}) > 1 or atoms[0].field < 0:
        return False
    runs = [host(atom.element) for atom in atoms]
    parents = {run.getparent() for run in runs}
    plain = all(atom.element.getparent() is run for atom, run in zip(atoms, runs, strict=True))
    return plain and len(parents) == 1 and all(map(_is_text, runs)) and _is_open(parents.pop())


def _is_text(run: Element) -> bool:
    return run.tag == w("r") and all(child.tag in _TEXT for child in run)


def _is_open(parent: Element | None) -> bool:
    """Whether a tracked change may stand in an element: an insertion may be split, not what is around it."""
    line = [] if parent is None else [parent, *parent.iterancestors()]
    paragraph = next((index for index, found in enumerate(line) if found.tag == w("p")), -1)
    inside = line[: max(paragraph, 0)]
    bound = any(found.tag == w("sdt") and found.find(f"{w('sdtPr')}/{w('dataBinding')}") is not None
                for found in line)  # fmt: skip
    nested = any(found.tag == w("ins") for found in inside[1:])
    return paragraph >= 0 and not bound and not nested and all(found.tag in _OPEN for found in inside)


def _neighbour(line: Line, place: int, start: int, end: int) -> list[Atom]:
    """What stands before a place, or behind it where the place is the beginning."""
    return line.atoms(start, place)[-1:] if place > start else line.atoms(place, end)[:1]


def _deleted(run: Element, stamp: dict[str, str]) -> Element:
    deletion = etree.Element(w("del"), stamp)
    run.addprevious(deletion)
    deletion.append(run)
    for text in run.findall(w("t")):
        text.tag = w("delText")
    return deletion


def _inserted(text: str, like: Element, stamp: dict[str, str]) -> Element:
    insertion = etree.Element(w("ins"), stamp)
    run = etree.SubElement(insertion, w("r"))
    properties = like.find(w("rPr"))
    if properties is not None:
        copied = deepcopy(properties)
        etree.strip_elements(copied, w("rPrChange"))
        run.append(copied)
    for part in filter(None, _BREAK.split(text)):
        if part in "\t\n":
            etree.SubElement(run, w("tab" if part == "\t" else "br"))
        else:
            etree.SubElement(run, w("t"), {_SPACE: "preserve"}).text = part
    return insertion


def _put(insertion: Element, place: Element, stamp: Stamp, *, behind: bool) -> None:
    """Insertions do not nest: somebody's own is split where ours comes in."""
    (place.addnext if behind else place.addprevious)(insertion)
    parent = insertion.getparent()
    if parent is None or parent.tag != w("ins"):
        return
    rest = list(insertion.itersiblings())
    own = shell_of(parent)
    own.set(w("id"), stamp()[w("id")])
    parent.addnext(own)
    own.extend(rest)
    parent.addnext(insertion)
    for shell in (parent, own):
        if not len(shell):
            _drop(shell)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
