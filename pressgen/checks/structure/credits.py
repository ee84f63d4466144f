"""The credits of a text against those of its house: who is named, in which order, parted how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressgen.checks.structure import rules
from pressgen.document import Block, Release
from pressgen.findings import Finding, Fix
from pressgen.house import House
from pressgen.house.credits import Credited, Credits
from pressgen.text import Language

_ROLES = ("credits", "body", "cell", "note", "lead", "dateline")
"""Where credits may stand in a file that shows no roles."""
_SURE = "|｜丨"
_BETWEEN = " \t\u3000|｜丨;；,，/·、"
"""Signs that part two credits of one line."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A credit and the paragraph it stands in."""

    credit: Credited
    block: Block


def check(release: Release, house: House, lang: Language) -> Iterator[Finding]:
    """Findings on one language's credits: missing, out of order, parted otherwise, one for two.

    The label says the language: ``记者 | Eleanor`` is Chinese, whatever most of its letters are.
    """
    style = house.style.credits
    found = credited(release, style, lang)
    yield from _missing(release.document(lang).blocks, found, house, lang)
    yield from _disordered(found, style, lang)
    yield from _parted(found, style.separator.of(lang), named=_is_named(house))
    if _is_named(house):
        yield from _joined(found, style.join.of(lang))
    if style.four_eyes:
        yield from _own_story(found)


def credited(release: Release, style: Credits, lang: Language) -> list[Placed]:
    """The credits under one language's labels, in their order."""
    return [
        Placed(credit, block)
        for block in release.blocks
        if block.role in _ROLES
        for credit in style.parse(block.text, lang)
    ]


def _is_named(house: House) -> bool:
    """Whether somebody named a house: the base is nobody's in particular."""
    return len(house.names) > 1


def _missing(
    blocks: Sequence[Block], found: Sequence[Placed], house: House, lang: Language
) -> Iterator[Finding]:
    """What the house may not go without; a house nobody named asks only where somebody is credited."""
    style = house.style
    if not (found or _asks(blocks, house)):
        return
    last = found[-1].block if found else blocks[-1]
    for role in style.credits.roles(lang):
        line = style.credits.lines[role]
        if line.required and line.place in style.order and all(each.credit.role != role for each in found):
            sample = style.credits.write(role, ["…"], lang)
            yield rules.CREDIT.at(last.span(0, len(last.text)), label=line.label(lang), line=sample)


def _asks(blocks: Sequence[Block], house: House) -> bool:
    return _is_named(house) and any(block.role in ("headline", "dateline") for block in blocks)


def _disordered(found: Sequence[Placed], style: Credits, lang: Language) -> Iterator[Finding]:
    """Credits of one part of the release out of the house's order; a byline stands apart from the end."""
    order = style.roles(lang)
    for before, after in pairwise(found):
        roles = before.credit.role, after.credit.role
        apart = style.lines[roles[0]].place != style.lines[roles[1]].place
        if not apart and order.index(roles[1]) < order.index(roles[0]):
            span = after.block.span(after.credit.start, after.credit.sign[0])
            yield rules.ORDER.at(span, label=after.credit.label, before=before.credit.label)


def _parted(found: Sequence[Placed], separator: str, *, named: bool) -> Iterator[Finding]:
    for each in found:
        start, end = each.credit.sign
        text = each.block.text
        wanted = separator if end < len(text) else separator.rstrip()
        if text[start:end] != wanted and (named or any(sign in text[start:end] for sign in _SURE)):
            span = each.block.span(start, end)
            yield rules.SEPARATOR.at(span, Fix(wanted, safe=True), written=text[start:end], wanted=separator)


def _joined(found: Sequence[Placed], join: str) -> Iterator[Finding]:
    """Credits on one line that something else parts than the house's own sign."""
    for before, after in pairwise(found):
        if not join or before.block != after.block:
            continue
        text, start = after.block.text, after.credit.start
        between = text[len(text[:start].rstrip(_BETWEEN)) : start]
        if between.strip() != join.strip():
            span = after.block.span(start - len(between), start)
            yield rules.JOIN.at(
                span, Fix(join, safe=True), written=between.strip() or " ", wanted=join.strip()
            )


def _own_story(found: Sequence[Placed]) -> Iterator[Finding]:
    wrote = {
        name.casefold() for each in found if each.credit.role == "reporter" for name in each.credit.people
    }
    for each in found:
        for name in each.credit.people:
            waits = name.startswith(("[", "【"))  # a name still to be translated
            if each.credit.role == "revisor" and name.casefold() in wrote and not waits:
                start = each.block.text.index(name, each.credit.sign[1])
                yield rules.ONE_PERSON.at(each.block.span(start, start + len(name)), name=name)
