"""The bracketed conversions of a whole draft, added and corrected: in its text, its page or its Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from pressgen import figures
from pressgen.document import Block
from pressgen.errors import UI, FigureError, UsageError, Wording
from pressgen.figures import Language
from pressgen.figures.convert import converted
from pressgen.figures.convert_policy import Policy
from pressgen.figures.convert_text import Change, Sum, convert_text
from pressgen.figures.figure import Figure
from pressgen.figures.rates import Rate
from pressgen.findings import Finding, Fix, Rule
from pressgen.house import House
from pressgen.text import script

LANGS: tuple[Language, ...] = ("zh", "en")
_NO_PLACE = Wording(
    "网页中找不到可以改动的位置，请手工处理", "the page has no place where it can be put; do it by hand"
)

if TYPE_CHECKING:
    from pressgen.formats.word.review import Reviewed

_CONVERTED = Rule(
    "conversion/converted",
    "note",
    Wording("{old}：{new}（{rate}）", "{old}: {new} ({rate})"),
    Wording("按当日汇率折算。", "At the rate of the day."),
)


@dataclass(frozen=True, slots=True)
class Converted:
    """A draft's new text, and what became of each of its sums, with its line (in Word: its paragraph)."""

    text: str
    changes: tuple[tuple[int, Change], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One sum with its conversion as each language writes it, and the rate it stands on."""

    zh: str
    en: str
    rate: Rate


def exchanged(text: str, house: House, to: str = "USD") -> Exchange:
    """See ``api.exchange``."""
    figure = figures.parse(text, kind="money")
    figure = figure if figure.unit else replace(figure, unit="CNY")
    if figure.modifier == "vague":
        raise FigureError(
            "“{text}”是约数，没有可折算的金额；请写出数额，例如3亿元",
            "“{text}” is no exact sum to convert; write how much, such as 300 million yuan",
            text=text,
        )
    on = house.on or (house.today if house.given else None)
    if on is None:
        raise UsageError("请给出日期（--on）或汇率（--rate）", "give the day (--on) or the rate (--rate)")
    base, quote = (to, "CNY") if figure.unit == "CNY" else (figure.unit, to)
    rate = house.rates.rate(base, quote, on)
    other = replace(converted(figure, to, rate, house.style.money.digits), modifier="")
    zh, en = (_with_conversion(figure, other, lang, house) for lang in LANGS)
    return Exchange(zh, en, rate)


def _with_conversion(figure: Figure, other: Figure, lang: Language, house: House) -> str:
    own, sum_ = (figures.format(each, lang, house.writing) for each in (figure, other))
    return own + house.style.money.sum.of(lang).write(sum=sum_)


def convert(text: str, house: House, to: str = "USD") -> Converted:
    """A draft's text (Markdown or plain) with its bracketed conversions added and corrected.

    Front matter and headings stay as they are. The day is ``house.on``, else the text's own date.
    Raises UsageError where there is neither, RateError.
    """
    day = _day(text, house)
    sums: dict[str, frozenset[Sum]] = {"zh": frozenset(), "en": frozenset()}
    lines: list[str] = []
    changes: list[tuple[int, Change]] = []
    closing = _front_matter(text)
    for number, line in enumerate(text.split("\n"), 1):
        if number <= closing or line.startswith("#"):
            lines.append(line)
            continue
        lang: Language = "zh" if script(line) == "zh" else "en"
        done = convert_text(line, lang, house.rates, day, to, _policy(house), sums[lang])
        if house.style.money.convert == "first":
            sums[lang] |= done.converted
        lines.append(done.text)
        changes += [(number, change) for change in done.changes]
    return Converted("\n".join(lines), tuple(changes))


def convert_word(data: bytes, name: str, house: House, ui: UI, to: str = "USD") -> tuple[Reviewed, Converted]:
    """A Word file with its conversions as tracked changes, each with a comment; headlines stay as they are.

    Raises FileError, and as ``convert`` does.
    """
    from pressgen.formats.word import read  # noqa: PLC0415  # lxml, only for Word files
    from pressgen.formats.word.review import review  # noqa: PLC0415  # lxml, only for Word files

    blocks = read(data, name).blocks
    text = "\n".join(block.text for block in blocks)
    day = _day(text, house)
    changes = [(number, block, change) for number, block, change in _in_blocks(blocks, house, day, to)]
    found = [_finding(block, change) for _, block, change in changes if change.what != "left"]
    reviewed = review(data, name, found, ui, at=datetime.combine(house.today, time()))
    return reviewed, Converted(text, tuple((number, change) for number, _, change in changes))


def convert_page(data: bytes, name: str, house: House, to: str = "USD") -> Converted:
    """A page (HTML) with its conversions in its text, all else byte for byte; headlines stay as they are.

    The day is ``house.on``, else the page's own date. Raises FileError, and as ``convert`` does.
    """
    from pressgen.formats.amend import amend  # noqa: PLC0415  # lxml, only for pages
    from pressgen.formats.html import read  # noqa: PLC0415  # lxml, only for pages

    release = read(data, name)
    day = _day("\n".join((release.published, *(block.text for block in release.blocks))), house)
    stated = [
        (block.at.line or 1, block, change) for _, block, change in _in_blocks(release.blocks, house, day, to)
    ]
    wanted = [
        (block.span(change.start, change.end), change.new)
        for _, block, change in stated
        if change.what != "left"
    ]
    amended, refused = amend(data, name, wanted)
    changes = tuple(
        (line, _unplaced(change) if (block.span(change.start, change.end), change.new) in refused else change)
        for line, block, change in stated
    )
    return Converted(amended.decode("utf-8"), changes)


def _unplaced(change: Change) -> Change:
    return replace(change, what="left", new="", why=_NO_PLACE)


def _in_blocks(
    blocks: tuple[Block, ...], house: House, day: date, to: str
) -> Iterator[tuple[int, Block, Change]]:
    sums: dict[str, frozenset[Sum]] = {"zh": frozenset(), "en": frozenset()}
    for number, block in enumerate(blocks, 1):
        if block.lang == "und" or block.role in ("headline", "subhead", "caption", "photo"):
            continue
        done = convert_text(block.text, block.lang, house.rates, day, to, _policy(house), sums[block.lang])
        if house.style.money.convert == "first":
            sums[block.lang] |= done.converted
        for change in done.changes:
            yield number, block, change


def _finding(block: Block, change: Change) -> Finding:
    """A change as a finding with a safe fix; what is added is put behind the sum it belongs to."""
    start = change.figure.start if change.what == "added" else change.start
    span = block.span(start, change.end)
    fix = Fix(block.text[start : change.start] + change.new, safe=True)
    return _CONVERTED.at(span, fix, old=span.text, new=fix.text, rate=change.rate)


def _day(text: str, house: House) -> date:
    day = house.on or _own_day(text)
    if day is None:
        raise UsageError(
            "文中没有日期；请用--on给出日期", "the text has no date of its own; give one with --on"
        )
    return day


def _front_matter(text: str) -> int:
    """The line a Markdown file's front matter ends at, or 0."""
    lines = text.split("\n")
    return lines.index("---", 1) + 1 if lines[0] == "---" and "---" in lines[1:] else 0


def _own_day(text: str) -> date | None:
    """The first whole date of a text: its front matter's or its dateline's."""
    for line in text.split("\n")[:40]:
        lang: Language = "zh" if script(line) == "zh" else "en"
        for figure in figures.find(line, lang):
            if figure.kind == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", str(figure.value)):
                return date.fromisoformat(str(figure.value))
    return None


def _policy(house: House) -> Policy:
    money = house.style.money
    return Policy(
        money.digits,
        money.convert,
        least=Decimal(str(money.least)),
        zh=money.sum.zh.text,
        en=money.sum.en.text,
        style=house.writing,
    )
