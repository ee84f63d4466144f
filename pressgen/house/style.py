"""A house's style as its ``house.yaml`` says it: furniture, credits, dates, money, look."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pressgen.figures.currencies import CURRENCIES
from pressgen.house.credits import Credit, Credits
from pressgen.house.dates import Dates
from pressgen.house.look import Look, within
from pressgen.house.words import Conversion, Line, PhotoCredit, PhotoNumber, TodoMark
from pressgen.source import Node, Unfit
from pressgen.text import LANGUAGES, Pair

__all__ = ["Credit", "Credits", "Dates", "Money", "Part", "Style"]

Part = Literal[
    "notice", "headline", "byline", "dateline", "updated", "photos", "body", "credits", "boilerplate",
    "contact", "end",
]  # fmt: skip
"""What a release is made of."""

Lines = Pair[Line]


def once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names that stand once each. Raises Unfit."""
    for index, name in enumerate(names):
        if name in names[:index]:
            raise Unfit(
                "{name}写了两次；请删去一个", "{name} stands twice; delete one", item=index, name=name
            )
    return names


def _currency(code: str) -> str:
    known = [currency.code for currency in CURRENCIES]
    if code not in known:
        raise Unfit("没有货币“{code}”；写成USD、EUR这样的代码",
                    "there is no currency '{code}'; write a code such as USD or EUR", code=code)  # fmt: skip
    return code


def _zone(offset: str) -> str:
    if not re.fullmatch(r"[+-](?:0\d|1[0-4]):[0-5]\d", offset):
        raise Unfit("时区“{zone}”应写成+08:00这样", "the zone '{zone}' should look like +08:00",
                    zone=offset)  # fmt: skip
    return offset


def _credits(credits_: Credits) -> Credits:
    """Credits that can be told from other lines, in an order that names lines there are. Raises Unfit."""
    for lang in LANGUAGES:
        for role in credits_.order.of(lang):
            if role not in credits_.lines:
                raise Unfit("order里的{role}不在lines里；请在lines里写上，或从order里删去",
                            "order names {role}, which is none of lines; add it to lines or take it out",
                            key="order", role=role)  # fmt: skip
    for role, line in credits_.lines.items():
        if not (line.zh or line.en):
            raise Unfit(
                "{role}没有标签；请写zh、en", "{role} has no label; write zh and en", key="lines", role=role
            )
    return credits_


Stop = Literal["kept", "always", "never"]


@dataclass(frozen=True, slots=True)
class Photo:
    """How a photo is credited behind its caption, and counted before it where there are several.

    ``line``: whether a photographer named at a photo also stands in the credit line for photos: where the
    caption names nobody (``else``), ``always``, or ``never``. ``stop``: whether a caption ends with a full
    stop: as it was typed (``kept``), ``always``, or ``never``.
    """

    credit: Pair[PhotoCredit] = Pair(PhotoCredit("（{credit}供图）"), PhotoCredit(" (Photo: {credit})"))
    number: Pair[PhotoNumber] = Pair(PhotoNumber(), PhotoNumber())
    line: Literal["else", "always", "never"] = "else"
    stop: Pair[Stop] = Pair("kept", "kept")

    def in_line(self, lang: str) -> bool:
        """Whether the credit line of a language names the photographers of the photos."""
        return self.line == "always" or (self.line == "else" and not self.credit.of(lang))


@dataclass(frozen=True, slots=True)
class Range:
    """At least and at most so many; nothing is said where ``most`` is 0."""

    least: int = 0
    most: int = 0


def _bounds(bounds: Range) -> Range:
    if bounds.least < 0 or bounds.most < 0 or (bounds.most and bounds.least > bounds.most):
        raise Unfit("least是{least}，most是{most}；least不能大于most", "least is {least}, most is {most}: "
                    "least may not be more", least=bounds.least, most=bounds.most)  # fmt: skip
    return bounds


Bounds = Annotated[Range, _bounds]


@dataclass(frozen=True, slots=True)
class Money:
    """How sums are written and converted.

    ``yuan``: 240.572 billion yuan, or RMB 240.572 billion. ``dollars``: USD 6.12 billion,
    $6.12 billion, US$6.12 billion, or 6.12 billion U.S. dollars. ``convert``: never; first, once for
    each distinct sum; every time. ``least``: the smallest sum converted, in yuan. ``digits``: significant
    digits of a converted sum. ``sum`` is what stands behind the other.
    """

    yuan: Literal["yuan", "RMB"] = "yuan"
    dollars: Literal["USD", "$", "US$", "U.S. dollars"] = "USD"
    convert: Literal["never", "first", "every"] = "first"
    least: Annotated[float, within(0, 1e15)] = 0
    currency: Annotated[str, _currency] = "USD"
    digits: Annotated[int, within(1, 12)] = 3
    sum: Pair[Conversion] = Pair(Conversion("（约合{sum}）"), Conversion(" ({sum})"))


@dataclass(frozen=True, slots=True)
class Notice:
    """The line that says from when a release may be used: under an ``embargo``, else ``immediate``.

    Under an embargo every page says so, whether or not the house's order has a notice; ``copies`` says
    whether on everything or only on the copy that goes out in advance.
    """

    immediate: Lines = Pair(Line(), Line())
    embargo: Lines = Pair(Line(), Line())
    copies: Literal["all", "advance"] = "all"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands apart from the story, once for each item an event gives: boilerplate, contact.

    ``heading`` stands above the items, or above each where it names one of its fields. ``lines`` are
    one field a line; a line whose field was not given is left out.
    """

    heading: Lines = Pair(Line(), Line())
    lines: tuple[Lines, ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """Everything ``house.yaml`` says.

    ``order``: the release's furniture from top to bottom. ``photos``: where they stand in the body.
    ``dateline``, ``updated`` (when a release was changed, printed where an event says it), ``lead`` (what
    runs into the first paragraph) and ``notice`` may name a date
    {published:PATTERN} (CLDR), a name {city}, or one in capitals {city:upper}. ``length`` of the body is
    characters in Chinese, words in English. ``standing``: fields of an event, for events that do not say
    them. ``reading`` marks a name of which nobody knows yet how it is read. ``end``: a last line, such as
    （完） or ###. ``zone``: what the house's clocks are ahead of UTC. ``municipal``: what 市 is in the
    English of a city's bodies that no glossary lists.
    """

    title: Pair[str]
    extends: str = ""
    order: Annotated[tuple[Part, ...], once] = ("headline", "dateline", "updated", "body", "credits", "end")
    photos: Literal["story", "order"] = "story"
    photo: Photo = Photo()
    notice: Notice = Notice()
    dateline: Lines = Pair(Line(), Line())
    updated: Lines = Pair(Line(), Line())
    lead: Lines = Pair(Line(), Line())
    credits: Annotated[Credits, _credits] = field(default_factory=Credits)
    dates: Dates = Dates()
    zone: Annotated[str, _zone] = "+08:00"
    money: Money = Money()
    percent: Literal["%", "percent"] = "%"
    length: Pair[Bounds] = Pair(Range(), Range())
    municipal: Literal["Municipal", "City", ""] = "Municipal"
    tonnes: Literal["tonnes", "tons", "metric tons"] = "tonnes"
    boilerplate: Section = Section()
    contact: Section = Section()
    standing: Node | None = None
    todo: Pair[TodoMark] = Pair(TodoMark("【待译：{text}】"), TodoMark("[To translate: {text}]"))
    reading: Pair[TodoMark] = Pair(TodoMark(), TodoMark("[Reading to check: {text}]"))
    end: Pair[str] = Pair("", "")
    look: Look = field(default_factory=Look)
