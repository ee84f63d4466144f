"""An empty Word document in a house's look: python-docx's own template, emptied of all that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pressgen.formats.word.faces import Faces, basic_styles
from pressgen.formats.word.ooxml import DECLARATION, DECLARED, WORD_TYPE, W, attribute
from pressgen.house.look import Face, Page

if TYPE_CHECKING:
    from docx.document import Document

PAPER = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height in twentieths of a point."""
_LATIN_NAMES = {
    "仿宋": "FangSong", "仿宋_GB2312": "FangSong_GB2312", "宋体": "SimSun", "黑体": "SimHei", "楷体": "KaiTi",
    "楷体_GB2312": "KaiTi_GB2312", "微软雅黑": "Microsoft YaHei", "等线": "DengXian",
    "华文中宋": "STZhongsong", "方正小标宋简体": "FZXiaoBiaoSong-B05S",
}  # fmt: skip
"""What systems in English call the fonts, so that they find them or a likely substitute."""
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


def blank_document(faces: Faces, body: Face, page: Page) -> Document:
    """A document without text whose defaults, settings, page and font table are the house's."""
    import docx  # noqa: PLC0415  # 100 ms, for writers only

    document = docx.Document()
    styles, settings = document.styles.element, document.settings.element
    for element, children in ((styles, basic_styles(body)), (settings, _SETTINGS)):
        for child in list(element):
            element.remove(child)
        element.extend([parsed(xml) for xml in children])
    document.element.body.replace(document.element.body.sectPr, parsed(_section(page)))
    _add_fonts(document, _fonts(faces, body))
    return document


def parsed(xml: str) -> Any:
    """One element of our XML as python-docx holds its own."""
    from docx.oxml import parse_xml  # noqa: PLC0415  # as above

    return parse_xml(re.sub(r"^<[\w:]+", rf'\g<0> xmlns:w="{W}"', xml))


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def _section(page: Page) -> str:
    width, height = PAPER[page.size]
    top, right, bottom, left = (twips(side) for side in (page.top, page.right, page.bottom, page.left))
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
