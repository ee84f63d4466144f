"""A house's style as its ``house.yaml`` says it: furniture, credits, dates, money, look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pressgen.house.look import Look
from pressgen.source import Node


@dataclass(frozen=True, slots=True)
class Pair:
    """A wording in Chinese and in English; either may be empty."""

    zh: str = ""
    en: str = ""

    def of(self, lang: str) -> str:
        """The wording in one language."""
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Credit:
    """One credit line: its label in both languages, and whether a release may go without it."""

    zh: str
    en: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Credits:
    """The credit lines in their order; ``separator`` stands behind a label, ``between`` between names.

    ``four_eyes``: the reporter may not be the revisor.
    """

    lines: dict[str, Credit] = field(default_factory=dict)
    separator: str = " | "
    between: Pair = Pair("、", ", ")
    four_eyes: bool = True


@dataclass(frozen=True, slots=True)
class Photo:
    """How a photo is credited behind its caption, and counted before it where there are several.

    ``line``: whether a photographer named at a photo also stands in the credit line for photos: where the
    caption names nobody (``else``), ``always``, or ``never``.
    """

    credit: Pair = Pair("（{credit}供图）", " (Photo: {credit})")
    number: Pair = Pair()
    line: Literal["else", "always", "never"] = "else"

    def in_line(self, lang: str) -> bool:
        """Whether the credit line of a language names the photographers of the photos."""
        return self.line == "always" or (self.line == "else" and not self.credit.of(lang))


@dataclass(frozen=True, slots=True)
class Range:
    """At least and at most so many; nothing is said where ``most`` is 0."""

    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Length:
    """How long the body should be: Chinese in characters, English in words."""

    zh: Range = Range()
    en: Range = Range()

    def of(self, lang: str) -> Range:
        """The length wanted of one language."""
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Dates:
    """Date forms as CLDR patterns, in each language: with the year, and within the year of publication."""

    full: Pair = Pair("y年M月d日", "MMMM d, y")
    day: Pair = Pair("M月d日", "MMMM d")


@dataclass(frozen=True, slots=True)
class Money:
    """How sums are written and converted.

    ``yuan``: 240.572 billion yuan, or RMB 240.572 billion. ``dollars``: USD 6.12 billion,
    $6.12 billion, US$6.12 billion, or 6.12 billion U.S. dollars. ``convert``: never; first, once for
    each distinct sum; every time. ``digits``: significant digits of a converted sum. ``sum`` wraps it.
    """

    yuan: Literal["yuan", "RMB"] = "yuan"
    dollars: Literal["USD", "$", "US$", "U.S. dollars"] = "USD"
    convert: Literal["never", "first", "every"] = "first"
    currency: str = "USD"
    digits: int = 3
    sum: Pair = Pair("（约合{sum}）", " ({sum})")


@dataclass(frozen=True, slots=True)
class Notice:
    """The line that says from when a release may be used: under an ``embargo``, else ``immediate``.

    Under an embargo every page says so, whether or not the house's order has a notice; ``copies`` says
    whether on everything or only on the copy that goes out in advance.
    """

    immediate: Pair = Pair()
    embargo: Pair = Pair()
    copies: Literal["all", "advance"] = "all"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands apart from the story, once for each item an event gives: boilerplate, contact.

    ``heading`` stands above the items, or above each where it names one of its fields. ``lines`` are
    one field a line; a line whose field was not given is left out.
    """

    heading: Pair = Pair()
    lines: tuple[Pair, ...] = ()


Part = Literal[
    "notice", "headline", "dateline", "photos", "body", "credits", "boilerplate", "contact", "end",
]  # fmt: skip
"""What a release is made of."""


@dataclass(frozen=True, slots=True)
class Style:
    """Everything ``house.yaml`` says.

    ``order``: the release's furniture from top to bottom. ``photos``: where they stand in the body.
    ``dateline``, ``lead`` (what runs into the first paragraph) and ``notice`` may name a date
    {published:PATTERN} (CLDR), a name {city}, or one in capitals {city:upper}. ``standing``: fields of
    an event, for events that do not say them. ``reading`` marks a name of which nobody knows yet how it is
    read. ``end``: a last line, such as （完） or ###. ``zone``: what the house's clocks are ahead of UTC.
    ``municipal``: what 市 is in the English of a city's bodies that no glossary lists.
    """

    title: Pair
    extends: str = ""
    order: tuple[Part, ...] = ("headline", "dateline", "body", "credits", "end")
    photos: Literal["story", "order"] = "story"
    photo: Photo = Photo()
    notice: Notice = Notice()
    dateline: Pair = Pair()
    lead: Pair = Pair()
    credits: Credits = Credits()
    dates: Dates = Dates()
    zone: str = "+08:00"
    money: Money = Money()
    percent: Literal["%", "percent"] = "%"
    length: Length = Length()
    municipal: Literal["Municipal", "City", ""] = "Municipal"
    tonnes: Literal["tonnes", "tons", "metric tons"] = "tonnes"
    boilerplate: Section = Section()
    contact: Section = Section()
    standing: Node | None = None
    todo: Pair = Pair("【待译：{text}】", "[To translate: {text}]")
    reading: Pair = Pair("", "[Reading to check: {text}]")
    end: Pair = Pair()
    look: Look = field(default_factory=Look)
