"""A house's faces as Word styles: one paragraph style a role, which Word users can restyle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressgen.document import ROLES
from pressgen.formats.word.ooxml import attribute
from pressgen.formats.word.tables import STYLE, table_style
from pressgen.house.look import Face, FontSize, Look

Faces = tuple[tuple[str, Face], ...]
"""The names of a file's paragraph styles, each with its face."""

BUILT_IN = {"quote": "Quote", "caption": "caption"}
"""Roles whose style Word itself has, under the name it writes into files."""

_OUTLINE = {"headline": 0, "subhead": 1}
_EXACT_FROM = 5
_ALIGN = {"left": "left", "center": "center", "right": "right", "both": "both"}


def style_name(role: str, lang: str = "") -> str:
    """The name of a role's style: ``Headline``; ``Headline zh`` where a file holds both languages."""
    return f"{role.capitalize()} {lang}" if lang else BUILT_IN.get(role, role.capitalize())


def one_language(look: Look, lang: str) -> Faces:
    """The styles of a file in one language."""
    return tuple((style_name(role), look.face(lang, role)) for role in ROLES)


def side_by_side(look: Look) -> Faces:
    """The styles of a table with both languages: the house's fonts at the size of its cells."""
    return tuple(
        (style_name(role, lang), _in_cell(look.face(lang, role), look.face(lang, "cell"), role))
        for lang in ("zh", "en")
        for role in ROLES
    )


def sequential(look: Look) -> Faces:
    """The styles of a file with one language after the other: the house's, twice."""
    return tuple((style_name(role, lang), look.face(lang, role)) for lang in ("zh", "en") for role in ROLES)


APART, _CLOSE = 14, 6
"""Points above a pair of paragraphs and inside it, so that it is seen what belongs together."""


def interleaved(look: Look) -> Faces:
    """The styles of a file with both languages paragraph by paragraph: the house's, spaced in pairs."""
    return tuple((name, _in_pair(face, name)) for name, face in sequential(look))


def _in_pair(face: Face, name: str) -> Face:
    if name.endswith("en"):
        return replace(face, before=0, after=0)
    before = face.before if name == style_name("caption", "zh") else max(APART, face.before)
    return replace(face, before=before, after=_CLOSE)


_CENTRED = {"photo", "caption"}
"""In a narrow column only these; the rest would be spread to fill a line."""


def _in_cell(face: Face, cell: Face, role: str) -> Face:
    size = cell.size + 2 if role == "headline" else min(face.size, cell.size)
    line = face.line if face.line <= _EXACT_FROM else max(cell.line, size * 1.4)
    plain = replace(
        face, size=FontSize(size), indent=0, line=line, before=2, after=2, align="left", keep_next=False
    )
    return replace(plain, align="center") if role in _CENTRED else plain


def fonts(face: Face) -> str:
    """The four font slots, so that no theme and no default decides."""
    latin, han = attribute(face.latin), attribute(face.han)
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{han}" w:cs="{latin}"/>'


def paragraph_style(name: str, face: Face, style_id: str, normal: str) -> str:
    """A ``w:style`` for a face, based on the style with the id ``normal``."""
    role = name.split(" ", maxsplit=1)[0].lower()
    custom = "" if name in BUILT_IN.values() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{normal}"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{_paragraph(face, role)}</w:pPr><w:rPr>{character(face)}</w:rPr></w:style>"
    )


def character(face: Face) -> str:
    """The children of ``w:rPr``, in the order the schema asks for."""
    size = round(face.size * 2)
    flags = "<w:b/><w:bCs/>" * face.bold + "<w:i/><w:iCs/>" * face.italic
    return (
        f'{fonts(face)}{flags}<w:color w:val="{attribute(face.color)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _paragraph(face: Face, role: str) -> str:
    """The children of ``w:pPr``, in the order the schema asks for.

    A picture's paragraph keeps a line height of its own: an exact one would clip the picture.
    """
    keep = face.keep_next or role == "photo"
    level = f'<w:outlineLvl w:val="{_OUTLINE[role]}"/>' if role in _OUTLINE else ""
    line = 1.0 if role == "photo" and face.line > _EXACT_FROM else face.line
    return (
        f"{'<w:keepNext/>' * keep}{'<w:keepLines/>' * (role in _OUTLINE or keep)}"
        f'<w:kinsoku/><w:autoSpaceDE/><w:autoSpaceDN/><w:snapToGrid w:val="0"/>'
        f"{_spacing(face.before, face.after, line)}{indent(face)}"
        f'<w:jc w:val="{_ALIGN[face.align]}"/>{level}'
    )


def _spacing(before: float, after: float, line: float) -> str:
    exact = line > _EXACT_FROM
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'w:line="{round(line * (20 if exact else 240))}" w:lineRule="{"exact" if exact else "auto"}"/>'
    )


def indent(face: Face) -> str:
    """So many characters of the font's own width; the plain measure is for those who do not count so."""
    if not face.indent:
        return '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    chars, twips = round(face.indent * 100), round(face.indent * face.size * 20)
    return f'<w:ind w:firstLineChars="{chars}" w:firstLine="{twips}"/>'


def basic_styles(body: Face) -> Sequence[str]:
    """What Word expects in every file: defaults in all four font slots, Normal, footer, links, tables."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(body)}"
        f'<w:sz w:val="{round(body.size * 2)}"/><w:szCs w:val="{round(body.size * 2)}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    )


def _page_edge(name: str, note: Face, normal: str) -> str:
    """The style of what stands at the head or the foot of every page."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name.capitalize()}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{normal}"/>'
        f'<w:pPr><w:snapToGrid w:val="0"/><w:jc w:val="center"/></w:pPr>'
        f"<w:rPr>{character(note)}</w:rPr></w:style>"
    )


def named_styles(note: Face, normal: str) -> dict[str, str]:
    """The styles beside the roles', by name: the header's, the footer's, a link's and a table's."""
    return {
        **{name: _page_edge(name, note, normal) for name in ("header", "footer")},
        STYLE: table_style(note.size),
        "hyperlink": '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>'
        '<w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>',
    }
