"""A house's empty sheet: styles, page, header and footer, built once and kept.

python-docx builds it from the house's letterhead, or from its look alone. Only bodies are written
anew for each document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pressgen.archive import open_package
from pressgen.errors import HouseError, Place
from pressgen.formats.word.faces import Faces, basic_styles, named_styles, paragraph_style
from pressgen.formats.word.ooxml import DECLARATION, DECLARED, EMU_PER_TWIP, WORD_TYPE, W, attribute, text, w
from pressgen.house.look import Face, Page

if TYPE_CHECKING:
    from docx.document import Document

LETTERHEAD = "letterhead.docx"
_KEPT = ("styles", "settings", "numbering", "theme", "fontTable", "header", "footer")
_FROM_DEFAULT = ("styles", "settings", "footer")
_UNSETTLED = (
    "rsids", "attachedTemplate", "mailMerge", "linkStyles", "trackRevisions", "documentProtection",
    "writeProtection", "footnotePr", "endnotePr", "saveThroughXslt", "docVars",
)  # fmt: skip
_PAPER = {"A4": (11906, 16838), "Letter": (12240, 15840)}
_LATIN_NAMES = {
    "仿宋": "FangSong", "仿宋_GB2312": "FangSong_GB2312", "宋体": "SimSun", "黑体": "SimHei", "楷体": "KaiTi",
    "楷体_GB2312": "KaiTi_GB2312", "微软雅黑": "Microsoft YaHei", "等线": "DengXian",
    "华文中宋": "STZhongsong", "方正小标宋简体": "FZXiaoBiaoSong-B05S",
}  # fmt: skip
"""What systems in English call the fonts, so that they find them or a likely substitute."""


@dataclass(frozen=True, slots=True)
class Sheet:
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
def sheet(faces: Faces, body: Face, note: Face, page: Page, letterhead: bytes | None) -> Sheet:
    """The sheet for these styles on this page. Raises ``HouseError`` for a letterhead that cannot be used."""
    document = _opened(letterhead)
    if letterhead is None:
        _make_blank(document, body, _fonts(faces, body), page)
    _clear_relations(document, _KEPT if letterhead else _FROM_DEFAULT)
    styles = _with_styles(document.styles.element, faces, note)
    _number_pages(document, page.number, styles["footer"])
    return _sheet(document, styles)


def _opened(letterhead: bytes | None) -> Document:
    import docx  # noqa: PLC0415  # 150 ms, for writers only

    if letterhead is None:
        return docx.Document()
    open_package(letterhead, LETTERHEAD)
    try:
        document = docx.Document(BytesIO(letterhead))
        settings = document.settings.element
    except (KeyError, ValueError, AttributeError) as error:
        raise HouseError(
            "信头文件无法使用（{why}）；请在Word中另存为普通的.docx",
            "the letterhead cannot be used ({why}); save it in Word as a plain .docx",
            Place(LETTERHEAD),
            why=error,
        ) from None
    _drop(settings, _UNSETTLED)
    return document


def _drop(element: Any, names: Iterable[str]) -> None:
    for name in names:
        for child in element.findall(w(name)):
            element.remove(child)


def _parsed(xml: str) -> Any:
    """One element of our XML as python-docx holds it."""
    from docx.oxml import parse_xml  # noqa: PLC0415  # as above

    return parse_xml(re.sub(r"^<[\w:]+", rf'\g<0> xmlns:w="{W}"', xml))


def _make_blank(document: Document, body: Face, fonts: Iterable[str], page: Page) -> None:
    """Take out everything of python-docx's own template but its skeleton."""
    styles, settings = document.styles.element, document.settings.element
    for element, children in ((styles, basic_styles(body)), (settings, _SETTINGS)):
        for child in list(element):
            element.remove(child)
        element.extend([_parsed(xml) for xml in children])
    document.element.body.replace(document.element.body.sectPr, _parsed(_section(page)))
    _add_fonts(document, fonts)


_SETTINGS = (
    '<w:zoom w:percent="100"/>',
    '<w:defaultTabStop w:val="420"/>',
    '<w:characterSpacingControl w:val="compressPunctuation"/>',
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>',
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
    '<w:decimalSymbol w:val="."/>',
    '<w:listSeparator w:val=","/>',
)


def _section(page: Page) -> str:
    width, height = _PAPER[page.size]
    top, right, bottom, left = (
        round(side * 1440 / 25.4) for side in (page.top, page.right, page.bottom, page.left)
    )
    return (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{right}" '
        f'w:bottom="{bottom}" w:left="{left}" w:header="851" w:footer="{round(bottom * 0.8)}" w:gutter="0"/>'
        "</w:sectPr>"
    )


def _fonts(faces: Faces, body: Face) -> list[str]:
    return sorted({name for _, face in (*faces, ("", body)) for name in (face.han, face.latin)})


def _add_fonts(document: Document, names: Iterable[str]) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415  # as above
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import Part  # noqa: PLC0415

    table = f"{DECLARATION}<w:fonts {DECLARED}>{''.join(map(_font, names))}</w:fonts>"
    uri = PackURI("/word/fontTable.xml")
    part = Part(uri, f"{WORD_TYPE}.fontTable+xml", table.encode(), document.part.package)
    for relation in [key for key, rel in document.part.rels.items() if rel.reltype.endswith("/fontTable")]:
        document.part.rels.pop(relation)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _font(name: str) -> str:
    other = _LATIN_NAMES.get(name, "")
    return (
        f'<w:font w:name="{attribute(name)}">{f"""<w:altName w:val="{other}"/>""" if other else ""}'
        f'<w:charset w:val="{"86" if other or not name.isascii() else "00"}"/></w:font>'
    )


def _clear_relations(document: Document, kept: tuple[str, ...]) -> None:
    """Leave behind the template's body, notes, comments, macros and whatever points outside."""
    relations = document.part.rels
    for key, relation in list(relations.items()):
        kind = relation.reltype.rsplit("/", 1)[-1]
        if relation.is_external or kind not in (*kept, "fontTable"):
            del relations[key]


def _with_styles(element: Any, faces: Faces, note: Face) -> dict[str, str]:
    """Add the styles that are missing; all ids by case-folded name."""
    known = dict(_style_ids(element))
    normal = known.get("normal", "Normal")
    wanted = {name: paragraph_style(name, face, name.replace(" ", ""), normal) for name, face in faces}
    for name, xml in {**wanted, **named_styles(note, normal)}.items():
        if name.casefold() not in known:
            style = _parsed(xml)
            style.set(w("styleId"), _free(style.get(w("styleId")), set(known.values())))
            element.append(style)
            known[name.casefold()] = style.get(w("styleId"))
    return known


def _style_ids(styles: Any) -> Iterator[tuple[str, str]]:
    for style in styles.iterfind(w("style")):
        name = style.find(w("name"))
        if name is not None:
            yield name.get(w("val"), "").casefold(), style.get(w("styleId"), "")


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
    element.append(_parsed(f"<w:p>{properties}{_numbered(number)}</w:p>"))


def _numbered(number: str) -> str:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    runs = [f'<w:r><w:t xml:space="preserve">{text(part)}</w:t></w:r>' for part in number.split("{page}")]
    return field.join(runs)


def _sheet(document: Document, styles: Mapping[str, str]) -> Sheet:
    from lxml import etree  # noqa: PLC0415  # with python-docx

    section = document.sections[-1]
    properties = document.element.body.sectPr
    for name in [name for name in properties.attrib if "rsid" in name]:
        del properties.attrib[name]
    parts = [part for part in document.part.package.iter_parts() if part is not document.part]
    kept = [part for part in parts if not part.partname.startswith("/docProps/")]
    return Sheet(
        parts={part.partname.lstrip("/"): part.blob for part in kept} | dict(_relations_of(kept)),
        types={part.partname: part.content_type for part in kept},
        relations=tuple((key, rel.reltype, rel.target_ref) for key, rel in document.part.rels.items()),
        section=etree.tostring(properties, encoding="unicode"),
        styles=styles,
        column=_column(section),
    )


def _relations_of(parts: Iterable[Any]) -> Iterator[tuple[str, bytes]]:
    for part in parts:
        if part.rels and not part.partname.endswith("settings.xml"):
            yield part.partname.rels_uri.lstrip("/"), part.rels.xml


def _column(section: Any) -> tuple[int, int]:
    """The text area in EMU; a letterhead that names no page has A4 and margins of an inch."""
    width, height = section.page_width or 11906 * EMU_PER_TWIP, section.page_height or 16838 * EMU_PER_TWIP
    sides = (section.left_margin, section.right_margin, section.gutter or 0)
    ends = (section.top_margin, section.bottom_margin)
    inch = 914_400
    return (
        width - sum(inch if side is None else side for side in sides),
        height - sum(inch if end is None else abs(end) for end in ends),
    )
