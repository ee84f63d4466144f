"""What a draft leaves behind besides its text: which rate made which dollars, and what no draft used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pressgen.document import Release
from pressgen.drafting import dollars, length
from pressgen.errors import RateError, Wording
from pressgen.events.model import Event, Fact
from pressgen.events.spans import span
from pressgen.events.standing import completed
from pressgen.events.values import Name
from pressgen.findings import Finding, Rule
from pressgen.house import House

UNUSED = Rule(
    "event/unused",
    "warning",
    Wording("{path}（{text}）没有写进{lang}稿", "{path} ({text}) stands nowhere in the {lang} draft"),
    Wording(
        "填写了的事实应当见报；没有用上的，请写成段落或删去。",
        "A fact somebody wrote down should be printed; write a paragraph around it, or delete it.",
    ),
)
NO_RATE = Rule(
    "event/no-rate",
    "warning",
    Wording(
        "{text}没有折算：{why}",
        "{text} stands without its conversion: {why}",
    ),
    Wording(
        "没有汇率时不猜测：金额照印，不加外币。",
        "Without a rate nothing is guessed: the sum is printed without the other currency.",
    ),
)
LIFTED = Rule(
    "event/embargo-over",
    "note",
    Wording(
        "{embargo}已过，稿件上仍写着不得发布；如已可发布，请删去embargo一行重新成稿",
        "{embargo} is past, and the draft still says so on every page; delete embargo and draft again",
    ),
    Wording(
        "稿件写什么只看事实，不看今天是哪一天；解禁由人来定",
        "A draft says what the facts say, whatever day it is; lifting an embargo is a person's decision",
    ),
)
RULES = (UNUSED, NO_RATE, LIFTED, *length.RULES)

_FURNITURE = ("boilerplate", "contact")
"""Fields that only some houses print."""
_SILENT = frozenset({"word", "choice", "rate"})
_STAMPS = frozenset({"published", "updated", "embargo"})
_LANGUAGES = {"zh": Wording("中文", "Chinese"), "en": Wording("英文", "English")}


def record(event: Event, release: Release, house: House) -> dict[str, Any]:
    """The draft's record: event, house, and every conversion printed with rate, day and source."""
    event = completed(event, house.style.standing)
    return {
        "version": 1,
        "event": event.file.name,
        "release": event.type,
        "house": house.name,
        "published": event.published,
        "conversions": list(_conversions(event, release, house)),
    }


def _conversions(event: Event, release: Release, house: House) -> Iterator[dict[str, str]]:
    for block in release.blocks:
        for mark in block.facts:
            if mark.kind == "conversion":
                rate = dollars.rate(event, house)
                yield {
                    "lang": block.lang,
                    "fact": mark.target,
                    "written": event.facts[mark.target].text,
                    "printed": block.text[mark.start : mark.end],
                    "rate": f"1 {rate.base} = {rate.shown} {rate.quote}",
                    "day": rate.day.isoformat(),
                    "asked": rate.asked.isoformat(),
                    "source": rate.source,
                }


def faults(event: Event, release: Release, house: House) -> list[Finding]:
    """Facts that stand in no draft, sums that could not be converted, an embargo that is over."""
    event = completed(event, house.style.standing)
    langs: list[str] = list(dict.fromkeys(block.lang for block in release.blocks if block.lang != "und"))
    used = {lang: _used(release, lang) for lang in langs}
    unused = [
        UNUSED.at(span(fact), path=path, text=fact.text, lang=_LANGUAGES[lang])
        for path, fact in event.facts.items()
        for lang in langs
        if _printable(path, fact, house) and path not in used[lang] and not _named(fact, release, lang, house)
    ]
    return [
        *unused,
        *_unconverted(event, used, house),
        *_lifted(event, house),
        *length.faults(event, release, house),
    ]


def _lifted(event: Event, house: House) -> Iterator[Finding]:
    """An embargo of a day that is past; on the day itself nobody knows what time it is."""
    embargo = event.facts.get("embargo")
    if embargo and house.prints_embargo and str(embargo.value)[:10] < house.today.isoformat():
        yield LIFTED.at(span(embargo), embargo=embargo.text.replace("T", " "))


def _named(fact: Fact, release: Release, lang: str, house: House) -> bool:
    """Whether a name stands in the text by other words: Shanghai in Automechanika Shanghai."""
    value = fact.value
    if not isinstance(value, Name):
        return False
    entries = (house.glossary.named(name) for name in (value.text, value.zh, value.en) if name)
    known = [term.text for entry in entries if entry for term in entry.of(lang)]
    told = [block.text for block in release.blocks if block.lang == lang]
    return any(name in text for name in (value.of(lang), *known) if name for text in told)


def _unconverted(event: Event, used: Mapping[str, set[str]], house: House) -> Iterator[Finding]:
    printed = set().union(*used.values()) if used else set()
    sums = [fact for path, fact in event.facts.items() if path in printed and dollars.wanted(fact, house)]
    if not sums:
        return
    try:
        dollars.rate(event, house)
    except RateError as error:
        for fact in sums:
            yield NO_RATE.at(span(fact), text=fact.text, why=error)


def _used(release: Release, lang: str) -> set[str]:
    return {mark.target for block in release.blocks if block.lang == lang for mark in block.facts}


def _printable(path: str, fact: Fact, house: House) -> bool:
    if fact.field.kind in _SILENT or path in _STAMPS or path.endswith(".caption"):
        return False
    head, _, role = path.partition(".")
    if head in _FURNITURE:
        return head in house.style.order
    return head != "credits" or role.split(".")[0] in house.style.credits.lines
