"""Names: those of the glossary, used as it says, and the same in both languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from pressgen.checks import naming
from pressgen.checks.align import Group, aligned
from pressgen.checks.found import day_of
from pressgen.checks.naming.passage import dateline
from pressgen.checks.office import own_words
from pressgen.checks.terminology import bodies, counterparts, misspelt, names, order, reverse
from pressgen.checks.terminology.places import Placed, placed
from pressgen.checks.terminology.rules import RULES as OWN
from pressgen.document import Release, Span
from pressgen.findings import Finding
from pressgen.house import House

__all__ = ["RULES", "check"]

RULES = (*OWN, *naming.RULES)


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on names in each language, then on names that one of the two lacks. Raises GlossaryError."""
    day = day_of(release, house)
    on = day.isoformat() if day else ""
    chinese, english = release.zh, release.en
    zh, en = placed(chinese, house.glossary), placed(english, house.glossary)
    groups = aligned(release) if chinese.blocks and english.blocks else []
    read = naming.read(groups, own_words(house, "titles.csv"))
    meant = {place.match.entry.id for place in zh}
    en = list(_not_of_persons(en, read.persons, meant))
    yield from names.check(zh, "zh", on)
    yield from names.check(en, "en", on, meant)
    yield from misspelt.english(english, house.glossary, zh, en)
    yield from misspelt.chinese(chinese, house.glossary)
    yield from order.check(english, en)
    if groups:
        yield from _compared(zh, en, groups, on, read.findings)
        yield from bodies.check(groups, house)


def _compared(
    zh: list[Placed], en: list[Placed], groups: Sequence[Group], on: str, named: tuple[Finding, ...]
) -> Iterator[Finding]:
    """What only one language names; what is told of a place or person there is not told of the same again."""
    yield from named
    filed = [place for place in en if place.match.start not in dateline(place.block.text)]
    reported = {
        (span.block, span.lang, at)
        for finding in named
        for span in _spans(finding)
        for at in range(span.start, span.end)
    }
    swapped = list(reverse.swapped(zh, filed, groups, on))
    lacking = [*counterparts.check(zh, en, groups, on), *reverse.added(filed, groups, on)]
    for finding in (*swapped, *lacking):
        spans = _spans(finding)
        if any(
            (span.block, span.lang, at) in reported for span in spans for at in range(span.start, span.end)
        ):
            continue
        yield finding
        reported |= {(span.block, span.lang, at) for span in spans for at in range(span.start, span.end)}


def _spans(finding: Finding) -> tuple[Span, ...]:
    return (finding.span, *finding.related)


def _not_of_persons(
    names: Sequence[Placed], persons: Sequence[Span], meant: Collection[str]
) -> Iterator[Placed]:
    """Listed names that are no part of somebody's, nor a family name alone: “Xian said” where no 西安 is."""
    families = {person.text.split()[0] for person in persons}
    within: defaultdict[tuple[int | None, int], list[Span]] = defaultdict(list)
    for person in persons:
        for at in range(person.start, person.end):
            within[person.block, at].append(person)
    for place in names:
        span = place.span
        if span.text in families and place.match.entry.id not in meant:
            continue
        if not any(_holds(person, span) for person in within.get((span.block, span.start), ())):
            yield place


def _holds(person: Span, name: Span) -> bool:
    """Whether a listed name is but a part of somebody's: Xian Pengcheng is not Xi'an."""
    inside = person.block == name.block and person.start <= name.start and name.end <= person.end
    return inside and (person.start, person.end) != (name.start, name.end)
