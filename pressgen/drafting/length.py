"""How long a draft's body is, and what to shorten where it is longer than the house wants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressgen.document import Block, Lang, Release
from pressgen.drafting.cuts import cuts, label
from pressgen.errors import Wording, series
from pressgen.events.model import Event, span
from pressgen.findings import Finding, Rule
from pressgen.house import House
from pressgen.regex import regex

TOO_LONG = Rule(
    "event/too-long",
    "note",
    Wording(
        "{lang}正文{size}，超过样式的{most}；{advice}",
        "the {lang} body has {size}, more than the {most} of the house; {advice}",
    ),
    Wording(
        "正文多长由发布单位定；超出不算错，但编辑会删",
        "A house says how long its stories are; over it is no error, but an editor will cut",
    ),
)
RULES = (TOO_LONG,)

_CHARACTER = regex(r"[\u3400-\u4dbf\u4e00-\u9fff]|[A-Za-z0-9][A-Za-z0-9.,%:’'-]*")
BODY = ("lead", "body", "quote")
_LANGS: dict[Lang, Wording] = {"zh": Wording("中文", "Chinese"), "en": Wording("英文", "English")}
_UNITS: dict[Lang, Wording] = {
    "zh": Wording("{count}字", "{count} characters"),
    "en": Wording("{count}词", "{count} words"),
}
_ABOUT = 1.1
"""A length is about so much: a tenth more is nobody's note."""
_LINES = 8
"""So many statements are named at the most."""
_NAMED = 3
"""So many paragraphs are named at the most."""


def size(text: str, lang: Lang) -> int:
    """Chinese in characters, a run of digits or letters as one; English in words between blanks.

    >>> size("签约267个，total 3 billion", "zh"), size("It has 267 projects.", "en")
    (7, 4)
    """
    return len(text.split()) if lang == "en" else len(_CHARACTER.findall(text))


def too_long(size: int, most: int) -> bool:
    """Whether a body is longer than its house wants by more than a tenth; 0 sets no bound."""
    return size > most * _ABOUT > 0


def faults(event: Event, release: Release, house: House) -> Iterator[Finding]:
    """A note for each language whose body is longer than its house wants."""
    for lang, named in _LANGS.items():
        most = house.style.length.of(lang).most
        body = [block for block in release.blocks if block.lang == lang and block.role in BODY]
        sizes = [size(block.text, lang) for block in body]
        if too_long(sum(sizes), most):
            yield TOO_LONG.at(
                span(event.facts["headline"]),
                lang=named,
                size=_counted(sum(sizes), lang),
                most=_counted(most, lang),
                advice=_advice(event, body, sum(sizes) - most, lang),
            )


def _advice(event: Event, body: Sequence[Block], over: int, lang: Lang) -> Wording:
    """Which paragraphs to shorten, and what could go, the lightest first, with how far that goes."""
    sizes = [size(block.text, lang) for block in body]
    longest, largest = _longest(sizes), _counted(max(sizes), lang)
    zh = f"可压缩第{longest.zh}段（最长的{largest.zh}）"
    en = f"shorten paragraph {longest.en} (the longest has {largest.en})"
    named: list[Wording] = []
    going = 0
    for cut in cuts(event, body):
        if going < over and len(named) < _LINES:
            going += sum(size(text, lang) for text in cut.stretches)
            named.append(label(event, cut))
    if not named:
        return Wording(zh, en)
    counted = _counted(going, lang)
    return Wording(
        f"{zh}，或从轻到重删去（或在行首加#）{'、'.join(each.zh for each in named)}，共{counted.zh}",
        f"{en}, or leave out (delete, or # in front), the lightest first: "
        f"{', '.join(each.en for each in named)}, {counted.en} in all",
    )


def _counted(count: int, lang: Lang) -> Wording:
    unit = _UNITS[lang]
    return Wording(unit.zh.format(count=count), unit.en.format(count=count))


def _longest(sizes: Sequence[int]) -> Wording:
    numbers = sorted(range(1, len(sizes) + 1), key=lambda number: -sizes[number - 1])[:_NAMED]
    return series(sorted(numbers))
