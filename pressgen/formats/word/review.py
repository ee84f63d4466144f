"""Review copies: anyone's Word file with comments at its faults and safe fixes as tracked changes."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pressgen.errors import UI, Wording
from pressgen.findings import Finding
from pressgen.formats.word.ooxml import w
from pressgen.formats.word.opened import WordFile, open_word
from pressgen.formats.word.pieces import Paragraph
from pressgen.formats.word.reader import styles_of, visible
from pressgen.formats.word.review_anchors import Line
from pressgen.formats.word.review_changes import change, changeable
from pressgen.formats.word.review_comments import Remark, anchor, comment, lines, remarks
from pressgen.formats.word.review_dropped import dropped, forgotten
from pressgen.formats.word.review_parts import comments_part, numbers, renumbered, repacked
from pressgen.formats.word.styles import Styles

if TYPE_CHECKING:
    from pressgen.archive import Element


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review copy, the findings whose fixes are tracked in it, its comments, what was left out of it."""

    data: bytes
    fixed: tuple[Finding, ...] = ()
    comments: int = 0
    dropped: tuple[Wording, ...] = ()


def review(
    data: bytes, name: str, findings: Sequence[Finding], ui: UI, *, author: str = "pressgen", at: datetime
) -> Reviewed:
    """The same package but for a comment at each finding and a tracked change for each safe fix.

    Of the notes under one rule whose fix is written only the first has a comment: a change shows itself.
    ``data`` are the bytes the findings' spans were read from, ``name`` is the file's name in them. A
    fault in another file that was held against this one is a comment here, too. A fix that would cross
    the edge of a link, field or control, or change what Word works out itself, is only a comment, and
    so is the later of two that overlap. Macros, a template of elsewhere and stray parts are left out;
    without these, and without findings, the bytes are the same.
    Raises ``FileError``.
    """
    opened = open_word(data, name)
    said = list(remarks(list(findings), name))
    pen = _Pen(opened, ui, {w("author"): author, w("date"): f"{at:%Y-%m-%dT%H:%M:%SZ}"})
    unwanted = dropped(opened)
    fixed = pen.write(said) if said and not pen.is_blank else []
    changed = forgotten(opened, unwanted) | (pen.changed() if said and not pen.is_blank else {})
    made = repacked(data, opened, changed, unwanted.gone) if changed else data
    return Reviewed(made, tuple(fixed), pen.comments, unwanted.said)


class _Pen:
    """Writes into an opened file; ``stamp`` are the author and date of everything written."""

    def __init__(self, opened: WordFile, ui: UI, stamp: dict[str, str]) -> None:
        self.opened = opened
        self._ui, self._stamp = ui, stamp
        self._styles: Styles = styles_of(opened)
        self._paragraphs: list[Paragraph] = visible(opened, self._styles)[0]
        self._part, self._comments, self._announced = comments_part(opened)
        self._main = opened.root(opened.main)
        self._touched = [self._main]
        roots = [self._comments, *(opened.root(part) for part in self._text_parts())]
        self._keys = numbers(roots, 0, only="comment")
        self._ids = numbers(roots, 1)
        self._explained: set[str] = set()
        self.comments = 0

    @property
    def is_blank(self) -> bool:
        """Whether the file has no text at all that a comment could be at."""
        return not self._paragraphs

    def write(self, said: Sequence[Remark]) -> list[Finding]:
        """Write the remarks, paragraph by paragraph; returned are the findings whose fix was written."""
        groups: defaultdict[int, list[Remark]] = defaultdict(list)
        for remark in said:
            groups[min(remark.span.block or 0, len(self._paragraphs) - 1)].append(remark)
        fixed = [self._paragraph(self._paragraphs[number], groups[number]) for number in sorted(groups)]
        for root in self._touched:
            renumbered(root, self._ids)
        return [finding for found in fixed for finding in found]

    def changed(self) -> dict[str, Element]:
        """The parts that differ now, by name."""
        texts = {part: self.opened.root(part) for part in self._text_parts()}
        touched = {part: root for part, root in texts.items() if root in self._touched}
        return {**touched, self._part: self._comments, **self._announced}

    def _text_parts(self) -> list[str]:
        notes = self.opened.related("footnotes", "endnotes")
        return [self.opened.main, *(relation.part for _, relation in notes)]

    def _paragraph(self, paragraph: Paragraph, said: Sequence[Remark]) -> list[Finding]:
        """All comments first: where a change is made, the text is no longer in one piece."""
        line = Line(paragraph)
        length = len(paragraph.text)
        planned = self._planned(line, paragraph.text, said)
        for number, remark in enumerate(said):
            if number not in planned or not self._is_plain(remark):
                self._comment(line, remark, *_stretch(remark, length))
        fixed = [
            said[number].finding
            for number, texts in planned.items()
            if change(line, *_stretch(said[number], length), texts, self._fresh)
        ]
        root = paragraph.element.getroottree().getroot()
        self._touched += [root] * (bool(fixed) and root not in self._touched)
        return fixed

    def _planned(self, line: Line, text: str, said: Sequence[Remark]) -> dict[int, tuple[str, str]]:
        """By number, the remarks whose fix will be written: the words before and after; none over another."""
        made: list[tuple[int, int]] = []
        planned = {}
        for number, remark in enumerate(said):
            start, end = _stretch(remark, len(text))
            texts = _texts(remark, text, start, end)
            place = bisect(made, (start, end))
            before, behind = made[max(0, place - 1) : place], made[place : place + 1]
            apart = all(last <= start for _, last in before) and all(end <= first for first, _ in behind)
            if texts and apart and changeable(line, start, end, texts):
                made.insert(place, (start, end))
                planned[number] = texts
        return planned

    def _is_plain(self, remark: Remark) -> bool:
        """Whether a change needs no comment: a note under a rule that was explained before."""
        rule = remark.finding.rule
        return rule.severity == "note" and rule.id in self._explained

    def _comment(self, line: Line, remark: Remark, start: int, end: int) -> None:
        key = next(self._keys)
        referred = line.referred(self._main)
        first, last = line.edges(start, end) if referred is None else (referred, referred)
        anchor(key, first, last, self._styles)
        said = lines(remark, self._ui, exact=referred is None and line.is_exact(start, end))
        self._comments.append(comment(key, said, self._ui, self._styles, self._stamp))
        self._explained.add(remark.finding.rule.id)
        self.comments += 1

    def _fresh(self) -> dict[str, str]:
        return {w("id"): str(next(self._ids)), **self._stamp}


def _texts(remark: Remark, text: str, start: int, end: int) -> tuple[str, str] | None:
    """What stands in a stretch and what a safe fix puts there."""
    span, fix = remark.span, remark.finding.fix
    if fix is None or not fix.safe or not remark.is_at_fault or text[span.start : span.end] != span.text:
        return None
    return text[start:end], text[start : span.start] + fix.text + text[span.end : end]


def _stretch(remark: Remark, length: int) -> tuple[int, int]:
    """The stretch of a remark; one without characters takes the next, or the last, so that it shows."""
    start, end = min(remark.span.start, length), min(remark.span.end, length)
    if start < end:
        return start, end
    return (start, start + 1) if start < length else (max(length - 1, 0), length)
