"""Credit lines as they stand in a text: ``Reporter | Eleanor``, ``记者｜李琳 校对｜陈静``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressgen.checks.structure import rules
from pressgen.document import Block, Lang, Release
from pressgen.findings import Finding, Fix
from pressgen.house import House
from pressgen.house.style import Credit

_BETWEEN = re.compile(r"[,，、;；/]|\s{2,}|\band\b|\s*&\s*")
_SIGNS = r"[ \t\u3000]*[|｜丨][ \t\u3000]*"
_STRANGE_LABEL = re.compile(r"\s\S{1,14}[ \t\u3000]*[|｜丨]")


@dataclass(frozen=True, slots=True)
class Credited:
    """One credit of a text: which line of the house it is, its names, where its label and sign stand."""

    role: str
    label: str
    block: Block
    start: int
    sign: tuple[int, int]
    names: tuple[str, ...]


def credited(release: Release, lines: Mapping[str, Credit], lang: Lang) -> list[Credited]:
    """The credits under one language's labels, in their order; a line of credits begins with a label.

    The label says the language: ``记者 | Eleanor`` is Chinese, whatever most of its letters are.
    """
    labels = {_label(line, lang).casefold(): role for role, line in lines.items()}
    if not labels:
        return []
    label = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    one = re.compile(rf"(?:^|(?<=\s))({label})({_SIGNS})", re.IGNORECASE | re.MULTILINE)
    starts = re.compile(rf"\s*(?:{label}){_SIGNS}", re.IGNORECASE)
    return [
        found
        for block in release.blocks
        if block.role in ("credits", "body", "cell", "note", "lead") and starts.match(block.text)
        for found in _in(block, one, labels)
    ]


def _label(line: Credit, lang: Lang) -> str:
    return line.en if lang == "en" else line.zh


def _in(block: Block, one: re.Pattern[str], labels: Mapping[str, str]) -> Iterator[Credited]:
    found = list(one.finditer(block.text))
    ends = [match.start() for match in found[1:]] + [len(block.text)]
    for match, end in zip(found, ends, strict=True):
        people = _BETWEEN.split(_STRANGE_LABEL.split(block.text[match.end() : end])[0])
        names = tuple(name.strip() for name in people if name.strip())
        role = labels[match[1].casefold()]
        yield Credited(role, match[1], block, match.start(), match.span(2), names)


def check(release: Release, house: House, lang: Lang) -> Iterator[Finding]:
    """Findings on one language's credits: missing, out of order, parted otherwise, one for two."""
    style = house.style.credits
    found = credited(release, style.lines, lang)
    yield from _missing(release.document(lang).blocks, found, house, lang)
    yield from _disordered(found, list(style.lines))
    yield from _parted(found, style.separator)
    if style.four_eyes:
        yield from _own_story(found)


def _missing(
    blocks: Sequence[Block], found: Sequence[Credited], house: House, lang: Lang
) -> Iterator[Finding]:
    """What the house may not go without; a house nobody named asks only where somebody is credited."""
    if "credits" not in house.style.order or not (found or _asks(blocks, house)):
        return
    last = found[-1].block if found else blocks[-1]
    for role, line in house.style.credits.lines.items():
        if line.required and all(credit.role != role for credit in found):
            label = _label(line, lang)
            sample = f"{label}{house.style.credits.separator}…"
            yield rules.CREDIT.at(last.span(0, len(last.text)), label=label, line=sample)


def _asks(blocks: Sequence[Block], house: House) -> bool:
    return len(house.names) > 1 and any(block.role in ("headline", "dateline") for block in blocks)


def _disordered(found: Sequence[Credited], order: list[str]) -> Iterator[Finding]:
    for before, after in pairwise(found):
        if order.index(after.role) < order.index(before.role):
            span = after.block.span(after.start, after.sign[0])
            yield rules.ORDER.at(span, label=after.label, before=before.label)


def _parted(found: Sequence[Credited], separator: str) -> Iterator[Finding]:
    for credit in found:
        start, end = credit.sign
        written = credit.block.text[start:end]
        wanted = separator if end < len(credit.block.text) else separator.rstrip()
        if written != wanted:
            span = credit.block.span(start, end)
            yield rules.SEPARATOR.at(span, Fix(wanted, safe=True), written=written, wanted=separator)


def _own_story(found: Sequence[Credited]) -> Iterator[Finding]:
    wrote = {name.casefold() for credit in found if credit.role == "reporter" for name in credit.names}
    for credit in found:
        for name in credit.names:
            if credit.role == "revisor" and name.casefold() in wrote:
                start = credit.block.text.index(name, credit.sign[1])
                yield rules.ONE_PERSON.at(credit.block.span(start, start + len(name)), name=name)
