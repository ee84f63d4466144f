"""A house's look as a page's style sheet: paper, fonts, one rule a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.document import ROLES, Lang
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.house.look import Face, Look, Page

_ALIGN = {"both": "justify"}
_PAPER = {"A4": 210, "Letter": 215.9}
_LIKE = {
    "宋体": "SimSun, 'Songti SC', 'Noto Serif CJK SC'",
    "仿宋": "FangSong, STFangsong, 'Noto Serif CJK SC'",
    "黑体": "SimHei, 'Heiti SC', 'Noto Sans CJK SC'",
    "楷体": "KaiTi, 'Kaiti SC', 'Noto Serif CJK SC'",
}
"""What stands for Chinese fonts on other systems than Windows."""

_UNNAMEABLE = regex(r"[^\w \-]")
_ALWAYS = """\
body { margin: 0; background: #fff; }
article > *, td, th, table > caption { white-space: pre-wrap; overflow-wrap: break-word; }
blockquote, figure { margin-left: 0; margin-right: 0; }
blockquote { padding-left: 1em; border-left: 2px solid #bbb; }
figure { text-align: center; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; white-space: normal; margin: 8pt 0; }
td, th { border: 1px solid #999; padding: 2pt 6pt; }
th { text-align: left; font-weight: normal; }
th[scope] { border-left: 0; border-right: 0; }
th[scope=col] { font-weight: bold; vertical-align: bottom; border-top: 2px solid; border-bottom: 1px solid; }
th[scope] ~ td { border-left: 0; border-right: 0; font-variant-numeric: tabular-nums; }
tr:last-child > th[scope=row], tr:last-child > th[scope] ~ td { border-bottom: 2px solid; }
.notice { position: sticky; top: 0; padding: 6pt; background: #7a1010; color: #fff; text-align: center;
 font: bold 11pt sans-serif; }
mark { background: #ffef9e; color: inherit; }
@media print { body:has(> .notice) { display: table; width: 100%; }
 .notice { display: table-header-group; break-inside: avoid; background: none; color: #000; }
 article { max-width: none; padding: 0; } figure, tr { break-inside: avoid; }
 h1, h2, figure img { break-after: avoid; } }"""


def style_sheet(look: Look, lang: Lang) -> str:
    """The rules for a document in one language."""
    rules = [_page(look.page)]
    rules += _faces(look, lang, "")
    return "\n".join([*rules, _ALWAYS])


def scoped(look: Look, lang: Lang, scope: str) -> str:
    """The faces of a document alone, for text within the elements a selector names.

    >>> from pressgen.house.look import Look
    >>> scoped(Look(), "en", ".paper").splitlines()[0][:38]
    ".paper .headline { font-family: 'Times"
    """
    return "\n".join(_faces(look, lang, f"{scope} "))


def _faces(look: Look, lang: Lang, scope: str) -> list[str]:
    """A rule a role; a heading above lines that look like credits, as the contact's do, begins with them."""
    rules = [f"{scope}.{role} {{ {_face(look.face(lang, role))} }}" for role in ROLES]
    credits_ = look.face(lang, "credits")
    heading = f"{scope}.subhead:has(+ .credits) {{ text-indent: {credits_.indent * credits_.size:g}pt; }}"
    return [*rules, heading]


def face_of(look: Look, lang: Lang, role: str) -> str:
    """What a paragraph of a role looks like, as the declarations of a style."""
    return _face(look.face(lang, role))


def _page(page: Page) -> str:
    width = _PAPER[page.size] - page.left - page.right
    margins = f"{page.top:g}mm {page.right:g}mm {page.bottom:g}mm {page.left:g}mm"
    return (
        f"@page {{ size: {page.size}; margin: {margins}; }}\n"
        f"article {{ max-width: {width:g}mm; margin: 0 auto; padding: 12mm 6mm; }}"
    )


def _face(face: Face) -> str:
    """One role's look; a line height over 5 is points, an indent counts characters."""
    fonts = [f"'{_font(face.latin)}'", f"'{_font(face.han)}'", _LIKE.get(face.han, ""), "serif"]
    said = {
        "font-family": ", ".join(filter(None, fonts)),
        "font-size": f"{face.size:g}pt",
        "font-style": "italic" if face.italic else "normal",
        "font-weight": "bold" if face.bold else "normal",
        "line-height": f"{face.line:g}pt" if face.line > 5 else f"{face.line:g}",
        "color": f"#{_font(face.color)}",
        "text-align": _ALIGN.get(face.align, face.align),
        "text-indent": f"{face.indent * face.size:g}pt",
        "margin-top": f"{face.before:g}pt",
        "margin-bottom": f"{face.after:g}pt",
    }
    return " ".join(f"{name}: {value};" for name, value in said.items())


def _font(name: str) -> str:
    """A name from a house's file without what would end it in a style sheet."""
    return _UNNAMEABLE.sub("", name)
