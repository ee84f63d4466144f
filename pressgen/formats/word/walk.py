"""A walk over one part of a Word file in the order of its text: paragraphs out, losses counted.

Tracked insertions are text, deletions are not. Of alternatives the first is taken. Nothing recurses,
so no file is too deep.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from pressgen.formats.word import fields
from pressgen.formats.word.fields import Fields, link_of
from pressgen.formats.word.ooxml import MC, PIC, VML, WP, A, M, r, w
from pressgen.formats.word.opened import Relation
from pressgen.formats.word.pieces import Paragraph, Photo, Piece
from pressgen.formats.word.styles import Run, Styles, value
from pressgen.grid import Counter as Cells

if TYPE_CHECKING:
    from pressgen.archive import Element

_SKIPPED = {
    w(name)
    for name in (
        "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sdtPr", "sdtEndPr", "rubyPr",
        "customXmlPr", "smartTagPr", "delText", "delInstrText", "moveFrom",
    )
}  # fmt: skip
_LOST = {
    w("del"): "tracked deletions",
    w("altChunk"): "embedded documents",
    w("subDoc"): "embedded documents",
}
_GRAPHICS = {"chart": "charts", "diagram": "diagrams", "ink": "drawings in ink"}
_FIXED = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n",
    w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad",
}  # fmt: skip
_SPACES = str.maketrans("\n\t\r", "   ")
"""A line break inside ``w:t`` is only white space; ``w:br`` breaks a line."""
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
"""Superscript stays apart from the number in front of it: 356¹, 10⁸, m²."""
_MARK_GONE = tuple(f"{w('rPr')}/{w(name)}" for name in ("del", "moveFrom"))
_ROW_GONE = f"{w('trPr')}/{w('del')}"
_CHOICE, _FALLBACK = f"{{{MC}}}Choice", f"{{{MC}}}Fallback"
_PERHAPS = _SKIPPED | set(_LOST) | {w("tr"), _CHOICE, _FALLBACK}
_NO_RUN = Run(None)


class Walk:
    """One part of a file, walked once. ``story`` is what its paragraphs are: body or note."""

    def __init__(self, relations: Mapping[str, Relation], styles: Styles, story: str = "body") -> None:
        self.paragraphs: list[Paragraph] = []
        self.losses: Counter[str] = Counter()
        self.notes: list[tuple[str, str]] = []
        self._relations, self._styles, self._story = relations, styles, story
        self._open: list[Paragraph] = []
        self._joined: Paragraph | None = None
        self._runs: list[Run] = []
        self._links: list[str] = []
        self._fields = Fields()
        self._cells = Cells()
        self._powers = 0
        self._enter = {
            w("p"): self._enter_paragraph, w("r"): self._enter_run, w("hyperlink"): self._enter_link,
            w("fldSimple"): self._enter_field, w("tc"): self._enter_cell, w("t"): self._text,
            f"{{{M}}}t": self._text, w("sym"): self._symbol, w("fldChar"): self._turn_field,
            w("instrText"): self._instruct, w("footnoteReference"): self._note,
            w("tbl"): lambda _: self._cells.open_table(), w("tr"): lambda _: self._cells.open_row(),
            f"{{{M}}}f": self._enter_fraction, f"{{{M}}}den": self._enter_below,
            f"{{{M}}}sup": self._enter_power,
            w("rt"): self._enter_ruby, w("object"): self._object, w("endnoteReference"): self._note,
            f"{{{WP}}}inline": self._drawing,
            f"{{{WP}}}anchor": self._drawing, f"{{{VML}}}imagedata": self._old_picture,
            f"{{{A}}}graphicData": self._graphic, **dict.fromkeys(_FIXED, self._fixed),
        }  # fmt: skip
        self._leave = {
            w("p"): self._leave_paragraph, w("r"): self._leave_run, w("hyperlink"): self._leave_link,
            w("fldSimple"): self._leave_field, w("tc"): self._leave_cell, w("rt"): self._leave_ruby,
            w("tbl"): lambda _: self._cells.close_table(), f"{{{M}}}sup": self._leave_power,
        }  # fmt: skip

    def over(self, root: Element) -> Walk:
        """Walk everything below ``root``."""
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "start" and self._is_skipped(element):
                events.skip_subtree()
            elif step := (self._enter if event == "start" else self._leave).get(element.tag):
                step(element)
        self._flush()
        return self

    def _is_skipped(self, element: Element) -> bool:
        tag = element.tag
        if tag not in _PERHAPS:
            return False
        if tag in _LOST:
            self.losses[_LOST[tag]] += 1
            return True
        if tag == w("tr"):
            return element.find(_ROW_GONE) is not None
        if tag in _SKIPPED:
            return True
        parent = element.getparent()
        first = None if parent is None else parent.find(_CHOICE)
        return first is not None and first is not element

    def _enter_paragraph(self, element: Element) -> None:
        properties = element.find(w("pPr"))
        place = self._cells.name if self._story == "body" else ""
        paragraph = Paragraph(
            element, value(properties, "pStyle"), "cell" if place else self._story, cell=place
        )
        if self._joined is not None and self._joined.element.getparent() is not element.getparent():
            self._flush()
        if self._joined is not None:
            joined, self._joined = self._joined, None
            paragraph.pieces, paragraph.before, paragraph.after = joined.pieces, joined.before, joined.after
        self._open.append(paragraph)
        numbered = None if properties is None else properties.find(w("numPr"))
        said = self._styles.numbers(paragraph.style) if numbered is None else value(numbered, "numId") != "0"
        self.losses["automatic numbers"] += said

    def _leave_paragraph(self, element: Element) -> None:
        paragraph = self._open.pop()
        if self._open:
            self._open[-1].after += self._in_order(paragraph)
            return
        self._fields.end_paragraph()
        properties = element.find(w("pPr"))
        if properties is not None and any(properties.find(path) is not None for path in _MARK_GONE):
            self._joined = paragraph
        else:
            self.paragraphs += self._in_order(paragraph)

    def _flush(self) -> None:
        """Let go of a paragraph whose mark was deleted and which has no next one to join."""
        if self._joined is not None:
            self.paragraphs += self._in_order(self._joined)
            self._joined = None

    @staticmethod
    def _in_order(paragraph: Paragraph) -> list[Paragraph]:
        return [*paragraph.before, paragraph, *paragraph.after]

    def _enter_run(self, element: Element) -> None:
        self._runs.append(self._styles.run(element))

    def _leave_run(self, _: Element) -> None:
        self._runs.pop()

    def _enter_link(self, element: Element) -> None:
        relation = self._relations.get(element.get(r("id"), ""))
        anchor = element.get(w("anchor"), "")
        target = relation.target if relation else ""
        self._links.append(f"{target}#{anchor}" if anchor and "#" not in target else target)

    def _leave_link(self, _: Element) -> None:
        self._links.pop()

    def _enter_field(self, element: Element) -> None:
        self._links.append(link_of(element.get(w("instr"), "")))

    def _leave_field(self, _: Element) -> None:
        self._links.pop()

    def _turn_field(self, element: Element) -> None:
        self._fields.turn(element.get(w("fldCharType"), ""))

    def _instruct(self, element: Element) -> None:
        self._fields.instruct(element.text or "")

    def _enter_cell(self, _: Element) -> None:
        self._cells.open_cell()

    def _leave_cell(self, element: Element) -> None:
        properties = element.find(w("tcPr"))
        span = value(properties, "gridSpan") if properties is not None else ""
        self._cells.close_cell(int(span[:3]) if span[:3].isdecimal() else 1)

    def _text(self, element: Element) -> None:
        text = (element.text or "").translate(_SPACES)
        raised = self._powers or (self._runs and self._runs[-1].raised)
        self._say(text.translate(_RAISED) if raised else text, element)

    def _enter_fraction(self, element: Element) -> None:
        """A fraction of a formula behind a whole number: 1 1/2."""
        if self._open and self._open[-1].text[-1:].isdigit():
            self._say(" ", element)

    def _enter_below(self, element: Element) -> None:
        self._say("/", element)

    def _enter_power(self, _: Element) -> None:
        self._powers += 1

    def _leave_power(self, _: Element) -> None:
        self._powers -= 1

    def _fixed(self, element: Element) -> None:
        self._say(_FIXED[element.tag], element)

    def _symbol(self, element: Element) -> None:
        found = fields.character(element.get(w("font"), ""), element.get(w("char"), ""))
        self.losses["symbols of unknown meaning"] += found == fields.UNKNOWN
        self._say(found, element)

    def _say(self, text: str, element: Element) -> None:
        if not text or not self._open or self._fields.hidden:
            return
        run = self._runs[-1] if self._runs else _NO_RUN
        link = next((link for link in reversed(self._links) if link), self._fields.link)
        field = self._fields.number
        piece = Piece(text, element, run.element, run.strong, run.emphasis, link, run.lang, field)
        self._open[-1].pieces.append(piece)

    def _note(self, element: Element) -> None:
        kind = "footnotes" if element.tag == w("footnoteReference") else "endnotes"
        self.notes.append((kind, element.get(w("id"), "")))

    def _enter_ruby(self, element: Element) -> None:
        """What stands above a word is read after its paragraph, as a note: inside it would split names."""
        self._open.append(Paragraph(element, "", "note"))

    def _leave_ruby(self, _: Element) -> None:
        annotation = self._open.pop()
        if self._open:
            self._open[-1].annotate(annotation)

    def _object(self, _: Element) -> None:
        self.losses["embedded objects"] += 1

    def _drawing(self, element: Element) -> None:
        named = element.find(f"{{{WP}}}docPr")
        alt, name = ("", "") if named is None else (named.get("descr", ""), named.get("name", ""))
        lang = self._runs[-1].lang if self._runs else ""
        for picture in element.iter(f"{{{PIC}}}pic"):
            blip = picture.find(f".//{{{A}}}blip")
            if blip is not None:
                self._picture(element, Photo(alt, name, self._part(blip.get(r("embed"), "")), lang))

    def _old_picture(self, element: Element) -> None:
        """A picture as before 2007; one in an embedded object only shows what is inside."""
        if next(element.iterancestors(w("object")), None) is None:
            shape = element.getparent()
            alt = "" if shape is None else shape.get("alt", "")
            self._picture(element, Photo(alt, "", self._part(element.get(r("id"), ""))))

    def _picture(self, element: Element, photo: Photo) -> None:
        if self._open:
            here = self._open[-1]
            found = Paragraph(element, here.style, here.story, photo=photo)
            (here.after if here.text.strip() else here.before).append(found)

    def _part(self, key: str) -> str:
        relation = self._relations.get(key)
        return relation.part or relation.target if relation else ""

    def _graphic(self, element: Element) -> None:
        kind = element.get("uri", "").rsplit("/", 1)[-1]
        if kind in _GRAPHICS:
            self.losses[_GRAPHICS[kind]] += 1
