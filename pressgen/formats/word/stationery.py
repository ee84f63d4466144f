"""A house's empty sheet: styles, page, header and footer, built once a machine and kept.

python-docx builds it from the house's letterhead, or from its look alone. Only bodies are written
anew for each document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressgen.archive import open_package
from pressgen.cache import digest, edition, value
from pressgen.complaints import complaint
from pressgen.errors import HouseError, Place
from pressgen.formats.word.blank import PAPER, blank_document, parsed, twips
from pressgen.formats.word.faces import Faces, named_styles, paragraph_style
from pressgen.formats.word.ooxml import EMU_PER_TWIP, attribute, r, text, w
from pressgen.formats.word.runs import run
from pressgen.formats.word.tables import STYLE
from pressgen.house.look import Face, Page
from pressgen.text import script

if TYPE_CHECKING:
    from docx.document import Document


LETTERHEAD = "letterhead.docx"
_UNSETTLED = (
    "rsids", "attachedTemplate", "mailMerge", "linkStyles", "trackRevisions", "documentProtection",
    "writeProtection", "footnotePr", "endnotePr", "saveThroughXslt", "docVars",
)  # fmt: skip
"""Settings of the document the letterhead was, not of those written on it."""


def open_letterhead(data: bytes, page: Page) -> Document:
    """The letterhead; ``page`` is for one that names none. Raises ``HouseError``, ``FileError``."""
    import docx  # noqa: PLC0415  # as in blank
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    open_package(data, LETTERHEAD)
    try:
        document = docx.Document(BytesIO(data))
        document.element.body.get_or_add_sectPr()
        _unsettle(document)
    except (OpcError, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise HouseError(
            "信头文件无法使用（{why}）；请在Word中另存为普通的.docx",
            "the letterhead cannot be used ({why}); save it in Word as a plain .docx",
            Place(LETTERHEAD),
            why=complaint(error),
        ) from None
    if document.sections[-1].page_width is None:
        _set_page(document, page)
    return document


def _unsettle(document: Document) -> None:
    settings = document.settings.element
    for name in _UNSETTLED:
        for child in settings.findall(w(name)):
            settings.remove(child)


def _set_page(document: Document, page: Page) -> None:
    from docx.shared import Emu  # noqa: PLC0415  # as in blank

    section = document.sections[-1]
    section.page_width, section.page_height = (Emu(side * EMU_PER_TWIP) for side in PAPER[page.size])
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Emu(twips(side) * EMU_PER_TWIP) for side in (page.top, page.right, page.bottom, page.left)
    )


_STRONG = frozenset({"strong"})


def head_pages(document: Document, notices: Sequence[str], style: str) -> None:
    """Put the notices at the head of every page: of first and even ones, too, where they have their own."""
    if notices:
        for header in _headers(document):
            _begin(header)
            header._element.extend([_line(notice, style) for notice in notices])  # noqa: SLF001  # no way in but this


def _headers(document: Document) -> Iterator[Any]:
    """The headers that pages of the document show."""
    section = document.sections[-1]
    yield section.header
    if section.different_first_page_header_footer:
        yield section.first_page_header
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header


def _begin(header: Any) -> None:
    """A header that was not there begins empty; one there keeps what stands in it."""
    if header.is_linked_to_previous:
        header.is_linked_to_previous = False
        for child in list(header._element):  # noqa: SLF001  # as above
            header._element.remove(child)  # noqa: SLF001


def _line(notice: str, style: str) -> Any:
    lang = "zh" if script(notice) == "zh" else "en"
    return parsed(
        f'<w:p><w:pPr><w:pStyle w:val="{attribute(style)}"/></w:pPr>{run(notice, lang, _STRONG)}</w:p>'
    )


_FROM_BLANK = ("styles", "settings", "fontTable")
_FROM_LETTERHEAD = (*_FROM_BLANK, "numbering", "theme", "header", "footer")
LINK = "hyperlink"
"""The name of the style of links, case-folded as in ``Stationery.styles``."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """Everything of a Word file but its body: parts by name with their content types.

    ``relations`` are the body's own (id, type, target); ``styles`` maps case-folded names to ids;
    ``column`` is the width and height of the text area in EMU.
    """

    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    relations: tuple[tuple[str, str, str], ...]
    section: str
    styles: Mapping[str, str]
    column: tuple[int, int]


@lru_cache(maxsize=16)
def stationery(
    faces: Faces, body: Face, note: Face, page: Page, letterhead: bytes | None, notices: tuple[str, ...] = ()
) -> Stationery:
    """The sheet for these styles on this page, ``notices`` at the head of every page.

    Raises ``HouseError`` for a letterhead that cannot be used.
    """
    given = digest(repr((faces, body, note, page, notices)), letterhead or b"", _edition())
    built = value(
        f"stationery-{given[:2]}", given, lambda: _built(faces, body, note, page, letterhead, notices)
    )
    return Stationery(*built)


def _edition() -> str:
    """Who builds a sheet: this room and python-docx."""
    library = find_spec("docx")
    theirs = edition(Path(library.origin).parent) if library and library.origin else ""
    return edition(Path(__file__).parent) + theirs


_Built = tuple[
    dict[str, bytes], dict[str, str], tuple[tuple[str, str, str], ...], str, dict[str, str], tuple[int, int]
]
"""The fields of a sheet in their order."""


def _built(
    faces: Faces, body: Face, note: Face, page: Page, letterhead: bytes | None, notices: tuple[str, ...]
) -> _Built:
    document = blank_document(faces, body, page) if letterhead is None else open_letterhead(letterhead, page)
    _clear_relations(document, _FROM_BLANK if letterhead is None else _FROM_LETTERHEAD)
    styles = _with_styles(document.styles.element, faces, note)
    _number_pages(document, page.number.text, styles["footer"])
    head_pages(document, notices, styles["header"])
    return _parts(document, styles)


def _clear_relations(document: Document, kept: tuple[str, ...]) -> None:
    """Leave behind the body, notes, comments, macros, unused headers and whatever points outside."""
    relations = document.part.rels
    used = {reference.get(r("id")) for reference in document.element.body.sectPr}
    for key, relation in list(relations.items()):
        kind = relation.reltype.rsplit("/", 1)[-1]
        unused = kind in ("header", "footer") and key not in used
        if relation.is_external or kind not in kept or unused:
            del relations[key]


def _with_styles(element: Any, faces: Faces, note: Face) -> dict[str, str]:
    """Add the styles that are missing; all ids by case-folded name."""
    ids = dict(_style_ids(element))
    normal = ids.get("normal", "Normal")
    wanted = {name: paragraph_style(name, face, name.replace(" ", ""), normal) for name, face in faces}
    for name, xml in {**wanted, **named_styles(note, normal)}.items():
        if name.casefold() not in ids:
            style = parsed(xml)
            style.set(w("styleId"), _free(style.get(w("styleId")), set(ids.values())))
            element.append(style)
            ids[name.casefold()] = style.get(w("styleId"))
    return ids


def _style_ids(styles: Any) -> Iterator[tuple[str, str]]:
    for style in styles.iterfind(w("style")):
        found = style.find(w("name"))
        name = "" if found is None else found.get(w("val"), "").casefold()
        if name in (LINK, STYLE) or style.get(w("type"), "paragraph") == "paragraph":
            yield name, style.get(w("styleId"), "")


def _free(wanted: str, taken: set[str]) -> str:
    return wanted if wanted not in taken else _free(f"{wanted}1", taken)


def _number_pages(document: Document, number: str, style: str) -> None:
    """The page number at the foot, unless the letterhead has a footer of its own or none is wanted."""
    footer = document.sections[-1].footer
    if not number or not footer.is_linked_to_previous:
        return
    footer.is_linked_to_previous = False
    element = footer.part.element
    for child in list(element):
        element.remove(child)
    properties = f'<w:pPr><w:pStyle w:val="{attribute(style)}"/><w:jc w:val="center"/></w:pPr>'
    element.append(parsed(f"<w:p>{properties}{_numbered(number)}</w:p>"))


def _numbered(number: str) -> str:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    runs = [f'<w:r><w:t xml:space="preserve">{text(part)}</w:t></w:r>' for part in number.split("{page}")]
    return field.join(runs)


def _parts(document: Document, styles: dict[str, str]) -> _Built:
    from lxml import etree  # noqa: PLC0415  # with python-docx

    section = document.sections[-1]
    properties = document.element.body.sectPr
    for name in [name for name in properties.attrib if "rsid" in name]:
        del properties.attrib[name]
    parts = [part for part in document.part.package.iter_parts() if part is not document.part]
    kept = [part for part in parts if not part.partname.startswith("/docProps/")]
    return (
        {str(part.partname.lstrip("/")): part.blob for part in kept} | dict(_relations_of(kept)),
        {str(part.partname): str(part.content_type) for part in kept},
        tuple((str(key), str(rel.reltype), str(rel.target_ref)) for key, rel in document.part.rels.items()),
        etree.tostring(properties, encoding="unicode"),
        {str(name): str(style) for name, style in styles.items()},
        _column(section),
    )


def _relations_of(parts: Iterable[Any]) -> Iterator[tuple[str, bytes]]:
    for part in parts:
        if part.rels and not part.partname.endswith("settings.xml"):
            yield str(part.partname.rels_uri.lstrip("/")), part.rels.xml


def _column(section: Any) -> tuple[int, int]:
    """The text area in EMU; a letterhead that names no page has A4 and margins of an inch."""
    width, height = section.page_width or 11906 * EMU_PER_TWIP, section.page_height or 16838 * EMU_PER_TWIP
    sides = (section.left_margin, section.right_margin, section.gutter or 0)
    ends = (section.top_margin, section.bottom_margin)
    inch = 914_400
    return (
        int(width - sum(inch if side is None else side for side in sides)),
        int(height - sum(inch if end is None else abs(end) for end in ends)),
    )
