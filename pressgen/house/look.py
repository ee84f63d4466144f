"""How a house's pages look: paper, fonts, sizes, spacing, one face a role and language."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pressgen.document import ROLES
from pressgen.errors import Place, series
from pressgen.house.words import PageNumber
from pressgen.regex import regex
from pressgen.source import Unfit, nearest

_HEX = regex(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_POINTS = regex(r"(\d{1,3}(?:\.\d{1,2})?) ?(?:pt|磅)?")
_SIZES = {"初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0, "三号": 16.0,
          "小三": 15.0, "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0, "六号": 7.5}  # fmt: skip
"""Chinese sizes of letters in points."""
_CHINESE = {"黑": "black", "红": "red", "大红": "red", "深红": "darkred", "蓝": "blue", "深蓝": "darkblue",
            "绿": "green", "灰": "gray", "白": "white", "橙": "orange", "紫": "purple", "棕": "brown",
            "黄": "yellow"}  # fmt: skip


def colour(text: str) -> str:
    """A colour as six hexadecimal digits: ``#C00000``, ``c00``, ``red``, 红. Raises Unfit.

    >>> colour("#c00000"), colour("red"), colour("深红色")
    ('C00000', 'FF0000', '8B0000')
    """
    if found := _HEX.fullmatch(text.strip()):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return digits.upper()
    if not text.strip():
        raise Unfit("没有写颜色；以#开头的要加引号，如\"#C00000\"",
                    "no colour is given; one that begins with # is quoted: '#C00000'")  # fmt: skip
    return _named(text.strip().lower())


def _named(text: str) -> str:
    from PIL import ImageColor  # noqa: PLC0415  # the names of CSS; most houses write digits

    name = _CHINESE.get(text.removesuffix("色"), text)
    if name not in ImageColor.colormap:
        meant = nearest(name, ImageColor.colormap) or "red"
        raise Unfit("没有颜色“{text}”；写成red、\"#C00000\"这样（是否为{meant}？）",
                    "there is no colour '{text}'; write it like red or '#C00000' (did you mean {meant}?)",
                    text=text, meant=meant)  # fmt: skip
    red, green, blue = ImageColor.getrgb(name)[:3]
    return f"{red:02X}{green:02X}{blue:02X}"


def within(low: float, high: float) -> Callable[[float], float]:
    """A judge of numbers: from low to high. Raises Unfit."""

    def judge(value: float) -> float:
        if math.isnan(value) or not low <= value <= high:
            raise Unfit("{value}应在{low}到{high}之间", "{value} should be from {low} to {high}",
                        value=f"{value:g}", low=f"{low:g}", high=f"{high:g}")  # fmt: skip
        return value

    return judge


def font(text: str) -> str:
    """The name of a font. Raises Unfit."""
    if not text.strip():
        raise Unfit("没有写字体；请写字体名称", "no font is named; name one")
    return text


class FontSize(float):
    """The size of letters in points; Chinese sizes have their names, too.

    >>> FontSize.bound("二号", Place("")), FontSize.bound("10.5pt", Place(""))
    (22.0, 10.5)
    """

    @classmethod
    def bound(cls, text: str, _: Place) -> FontSize:
        """The size a text says. Raises Unfit."""
        found = _POINTS.fullmatch(text.strip())
        points = float(found[1]) if found else _SIZES.get(text.strip())
        if points is None:
            raise Unfit("“{text}”不是字号；写磅数，如22，或二号、小四",
                        "'{text}' is no size; write points, such as 22", text=text)  # fmt: skip
        return cls(within(4, 120)(points))


Points = Annotated[float, within(0, 200)]
Millimetres = Annotated[float, within(0, 150)]
Font = Annotated[str, font]


@dataclass(frozen=True, slots=True)
class Face:
    """How the paragraphs of one role look. Sizes and spaces are points, ``indent`` is characters.

    ``line`` over 5 is an exact line height in points, up to 5 a multiple of the font's own.
    ``han`` and ``latin`` are the fonts of the two scripts.
    """

    han: Font = "宋体"
    latin: Font = "Times New Roman"
    size: FontSize = FontSize(12)
    bold: bool = False
    italic: bool = False
    color: Annotated[str, colour] = "000000"
    align: Literal["left", "center", "right", "both"] = "left"
    indent: Annotated[float, within(0, 20)] = 0
    line: Annotated[float, within(0.5, 200)] = 1.2
    before: Points = 0
    after: Points = 0
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The paper and its margins in millimetres; ``number`` is the footer, ``{page}`` its page number."""

    size: Literal["A4", "Letter"] = "A4"
    top: Millimetres = 37
    right: Millimetres = 26
    bottom: Millimetres = 35
    left: Millimetres = 28
    number: PageNumber = PageNumber("— {page} —")


def faces(named: Mapping[str, Face]) -> Mapping[str, Face]:
    """The faces of the roles there are. Raises Unfit."""
    for role in named:
        if role not in ROLES:
            meant = nearest(role, ROLES)
            if meant:
                raise Unfit("没有段落{role}；是否为{meant}？",
                            "there is no paragraph {role}; did you mean {meant}?",
                            key=role, role=role, meant=meant)  # fmt: skip
            raise Unfit("没有段落{role}；可用：{known}", "there is no paragraph {role}; there are {known}",
                        key=role, role=role, known=series(ROLES))  # fmt: skip
    return named


Faces = Annotated[dict[str, Face], faces]


@dataclass(frozen=True, slots=True)
class Look:
    """The page and, for each language, the face of each role; a role without one takes the body's."""

    page: Page = Page()
    zh: Faces = field(default_factory=dict)
    en: Faces = field(default_factory=dict)

    def face(self, lang: str, role: str) -> Face:
        """The face of a role in a language."""
        faces = self.en if lang == "en" else self.zh
        return faces.get(role) or faces.get("body") or Face()
