"""One walk through a page: the paragraphs a browser would show, and what was left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressgen.document import ROLES, Lang, Mark, Role
from pressgen.formats.address import is_safe, to_file
from pressgen.formats.roles import Shape, shape_of
from pressgen.grid import Counter as Cells
from pressgen.house.forms import GENERAL
from pressgen.regex import regex

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHAPES: dict[str, Shape] = {
    "h1": "heading", **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "subheading"),
    "blockquote": "quote", "td": "cell", "th": "cell", "figcaption": "emphasis", "caption": "emphasis",
}  # fmt: skip
_KINDS = {"strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "a": "link"}
_LINES = frozenset(
    ["mark", "span", "font", "small", "big", "sub", "sup", "u", "s", "del", "ins", "code", "kbd", "samp",
     "var", "abbr", "cite", "q", "time", "label", "bdi", "bdo", "ruby",
     "rb", "wbr", "data", "dfn", "acronym", "tt",
     "strike", "nobr", "br", "img"]
)  # fmt: skip
"""Elements within a line, besides those that are marks; every other one begins a paragraph."""

_UNSEEN = frozenset(
    ["script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "audio", "video",
     "canvas", "select", "textarea", "input", "button", "datalist", "dialog", "frameset", "map", "rt", "rp"]
)  # fmt: skip
_HIDDEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANK = regex(r"[ \t\n\f\r]+")
_OPENED = {
    "table": Cells.open_table, "tr": Cells.open_row, "td": Cells.open_cell, "th": Cells.open_cell,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a browser would show as one; only a page of ours says ``role`` and ``lang``."""

    text: str
    marks: tuple[Mark, ...]
    shape: Shape
    line: int
    role: Role | None
    lang: Lang | None
    cell: str = ""


@dataclass(slots=True)
class _Level:
    """An element that holds paragraphs, and whether it has given one."""

    element: HtmlElement
    role: Role | None
    lang: Lang
    said: bool = False


class Walk:
    """Collects ``paragraphs`` and ``losses``; an ``own`` page says its roles and keeps every blank."""

    def __init__(self, *, own: bool) -> None:
        self.own = own
        self.paragraphs: list[Paragraph] = []
        self.losses: Counter[str] = Counter()
        self.levels: list[_Level] = []
        self.inline: list[tuple[HtmlElement, int]] = []
        self.cells = Cells()
        self.line = self.began = 1
        self._renew()

    def _renew(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []

    def page(self, root: HtmlElement) -> None:
        """Everything in a page, in order; without recursion, for pages may be nested deep."""
        waiting: list[tuple[str, HtmlElement]] = [("open", root)]
        while waiting:
            what, element = waiting.pop()
            if what == "tail":
                self.say(element.tail or "")
            elif what == "close":
                self.close(element)
            elif self.is_seen(element):
                waiting.append(("close", element))
                for child in reversed(element):
                    waiting += [("tail", child), ("open", child)]
                self.open(element)

    def is_seen(self, element: HtmlElement) -> bool:
        """Whether a browser shows an element; what it runs or hides is counted as lost."""
        if not isinstance(element.tag, str) or element.tag == "head":
            return False
        if self.own and element.tag == "header":  # repeats on every page what the text says itself
            return False
        if element.tag in _UNSEEN:
            self.losses[element.tag] += 1
            return False
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        self.losses.update(["hidden text"] if hidden else [])
        return not hidden

    def open(self, element: HtmlElement) -> None:
        """A beginning tag and the text behind it."""
        self.line = int(element.sourceline or self.line)
        if element.tag == "br":
            self._keep("\n")
        elif element.tag == "img":
            self.image(element)
        elif element.tag in _KINDS:
            self.inline.append((element, self.length))
        elif element.tag not in _LINES:
            self.flush()
            self.levels.append(self._level(element))
            _OPENED.get(str(element.tag), _nothing)(self.cells)
        self.say(element.text or "")

    def close(self, element: HtmlElement) -> None:
        """An ending tag."""
        if element.tag in _KINDS:
            self._mark(*self.inline.pop())
        elif element.tag not in _LINES:
            self.flush()
            level = self.levels.pop()
            if level.role and not level.said:
                self._emit(level, "", ())
            self._leave(element)

    def _leave(self, element: HtmlElement) -> None:
        if element.tag == "table":
            self.cells.close_table()
        elif element.tag in ("td", "th"):
            span = element.get("colspan") or ""
            self.cells.close_cell(int(span[:3]) if span[:3].isdecimal() else 1)

    def _level(self, element: HtmlElement) -> _Level:
        role = next((role for role in ROLES if self.own and role == element.get("class")), None)
        said = (element.get("lang") or "").lower().split("-")[0]
        lang: Lang = self.levels[-1].lang if self.levels else "und"
        if said:
            lang = "zh" if said == "zh" else "en" if said == "en" else "und"
        return _Level(element, role, lang)

    def say(self, text: str) -> None:
        """Text as a browser shows it: blanks run together, except where a page of ours says a role."""
        if not (self.levels and self.levels[-1].role) and not self._is_verbatim():
            text = _BLANK.sub(" ", text)
            if not self.parts or self.parts[-1][-1] in " \n":
                text = text.lstrip(" ")
        self._keep(text)

    def _is_verbatim(self) -> bool:
        return any(level.element.tag == "pre" for level in self.levels[-1:])

    def _keep(self, text: str) -> None:
        if text:
            self.began = self.began if self.parts else self.line
            self.parts.append(text)
            self.length += len(text)

    def image(self, element: HtmlElement) -> None:
        """A picture is its alternative text, marked; one without is furniture unless it is framed."""
        alt, target = element.get("alt") or "", element.get("data-file") or element.get("src") or ""
        framed = bool(self.levels) and self.levels[-1].element.tag == "figure"
        if not alt and not framed:
            self.losses["picture without text"] += 1
            return
        start = self.length
        self._keep(alt)
        if not is_safe(target):
            self.losses["embedded picture"] += 1
            return
        named = element.get("data-file") is not None
        self.marks.append(Mark(start, self.length, "image", target if named else to_file(target)))

    def _mark(self, element: HtmlElement, start: int) -> None:
        target = (element.get("href") or "") if element.tag == "a" else ""
        if not is_safe(target):
            self.losses["unsafe link"] += 1
        elif self.length > start and (element.tag != "a" or element.get("href") is not None):
            self.marks.append(Mark(start, self.length, _KINDS[element.tag], target))

    def flush(self) -> None:
        """The paragraph collected so far ends here."""
        for element, start in self.inline:
            self._mark(element, start)
        self.inline = [(element, 0) for element, _ in self.inline]
        text, marks = "".join(self.parts), self.marks
        self._renew()
        if not self.levels:
            return
        level = self.levels[-1]
        if not level.role:
            text, marks = _stripped(text, marks)
        if text or any(mark.kind == "image" for mark in marks):
            self._emit(level, text, marks)

    def _emit(self, level: _Level, text: str, marks: Iterable[Mark]) -> None:
        for each in self.levels:
            each.said = True
        level.said = True
        lines = text.split("\n")
        if not level.role and len(lines) > 1 and all(GENERAL.is_credit(line.strip()) for line in lines):
            for line in lines:
                self._emit(level, line.strip(), ())
            return
        merged = tuple(_merged(marks))
        shape = self._shape() or shape_of(text, merged)
        lang = level.lang if level.role else None
        at = self.began if text else level.element.sourceline
        name = self.cells.name if shape == "cell" else ""
        self.paragraphs.append(Paragraph(text, merged, shape, int(at or 1), level.role, lang, name))

    def _shape(self) -> Shape | None:
        found = (_SHAPES.get(str(level.element.tag)) for level in reversed(self.levels))
        return next(filter(None, found), None)


def _nothing(_: Cells) -> None:
    """Most elements have no part in a table."""


def _stripped(text: str, marks: Iterable[Mark]) -> tuple[str, list[Mark]]:
    """A paragraph without the blanks around it, its marks moved and cut to fit."""
    blanks = len(text) - len(text.lstrip(" \n"))
    text = text.strip(" \n")
    fitted = (
        replace(mark, start=max(0, mark.start - blanks), end=min(len(text), mark.end - blanks))
        for mark in marks
    )
    return text, [mark for mark in fitted if mark.start < mark.end or mark.kind == "image"]


def _merged(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Marks of one kind and target that touch, as one; pictures stay apart."""
    kept: Mark | None = None
    for mark in sorted(marks, key=lambda mark: (mark.kind, mark.target, mark.start, mark.end)):
        same = kept and mark.kind != "image" and (kept.kind, kept.target) == (mark.kind, mark.target)
        if kept and same and mark.start <= kept.end:
            kept = replace(kept, end=max(kept.end, mark.end))
            continue
        if kept:
            yield kept
        kept = mark
    if kept:
        yield kept
