"""A draft: what one event says in a house's words, and all that is known of it, each worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from pressgen import drafting, events
from pressgen.checks.judge import judge
from pressgen.document import Block, Document, Mark, Release, Span
from pressgen.drafting import Untranslated
from pressgen.events import Event, Fact, Pin
from pressgen.figures import Language
from pressgen.findings import Finding
from pressgen.house import House

LANGS: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, eq=False)
class Draft:
    """One event in the words of one house, in one or both languages.

    Whatever is asked of it is worked out when it is first asked for, and once. All of it raises what
    ``release`` raises: TemplateError, EventError, GlossaryError, RateError.
    """

    event: Event
    house: House
    langs: Sequence[Language] = LANGS

    def __post_init__(self) -> None:
        """An event may say that none of its sums is converted."""
        pin = self.event.value("rate")
        if isinstance(pin, Pin) and pin.never:
            object.__setattr__(self, "house", self.house.unconverted())

    @cached_property
    def facts(self) -> Event:
        """The event with what the house says in every release."""
        return events.completed(self.event, self.house.style.standing)

    @cached_property
    def release(self) -> Release:
        """The texts; every paragraph knows its place, and which fact stands where."""
        return drafting.draft(self.facts, self.house, self.langs)

    @property
    def zh(self) -> Document:
        """The Chinese text; it may be empty."""
        return self.release.zh

    @property
    def en(self) -> Document:
        """The English text; it may be empty."""
        return self.release.en

    @cached_property
    def unused(self) -> list[Finding]:
        """Facts that stand in no text, sums without a rate, an embargo that is over, texts too long."""
        return drafting.faults(self.facts, self.release, self.house)

    @cached_property
    def findings(self) -> list[Finding]:
        """All that a press officer should look at: the facts, what is not used, the texts themselves."""
        style = self.house.style.credits
        alone = not style.four_eyes or not style.lines
        own = [each for each in events.faults(self.event) if not (alone and each.rule is events.ONE_PERSON)]
        on = self.house.on or date.fromisoformat(self.event.published[:10])
        found = judge(self.release, self.house.on_day(on)).findings
        return [
            *own,
            *self.unused,
            *(self._sourced(each) for each in found if not self._is_offices_own(each)),
        ]

    @cached_property
    def untranslated(self) -> list[Untranslated]:
        """What of the texts is still to be translated, in the order of the page."""
        found = drafting.untranslated(self.facts, self._both, self.house)
        return [item for item in found if self.release.document(item.lang).blocks]

    @cached_property
    def conversions(self) -> list[dict[str, str]]:
        """Every conversion printed, with its rate, day and source."""
        return drafting.conversions(self.facts, self.release, self.house)

    @property
    def record(self) -> dict[str, Any]:
        """What is kept of the draft: event, house, and every conversion."""
        return {
            "version": 1,
            "event": self.event.file.name,
            "release": self.event.type,
            "house": self.house.name,
            "published": self.event.published,
            "conversions": self.conversions,
        }

    @cached_property
    def _both(self) -> Release:
        """The texts in both languages: a translator is shown what the other one says."""
        missing = [lang for lang in LANGS if lang not in self.langs]
        if not missing:
            return self.release
        other = drafting.draft(self.facts, self.house, missing)
        return replace(self.release, blocks=(*self.release.blocks, *other.blocks))

    def _sourced(self, finding: Finding) -> Finding:
        """A finding with the place in the event file of the facts it is about."""
        sources = tuple(events.span(fact) for fact in self._facts_at(finding.span))
        return replace(finding, related=(*finding.related, *sources)) if sources else finding

    def _is_offices_own(self, finding: Finding) -> bool:
        """Whether a conversion differs that the office gave itself, at a rate of its own.

        One that no rate of the year would give is still found.
        """
        if finding.rule.id != "conversion/wrong" or float(str(finding.fields["off"]).rstrip("%")) > _RATES:
            return False
        return any(fact.path.endswith(".converted") for fact in self._facts_at(finding.span))

    def _facts_at(self, span: Span) -> Iterator[Fact]:
        """The fact that stands nearest around a stretch of the texts, or those within it, or all around."""
        block = self._blocks.get((span.file, span.block))
        if block is None:
            return
        around = [mark for mark in block.facts if mark.start <= span.start and span.end <= mark.end]
        touched = [mark for mark in block.facts if mark.start < span.end and span.start < mark.end]
        chosen = [min(around, key=_length)] if around else touched or list(block.facts[:1])
        for path in dict.fromkeys(mark.target for mark in chosen):
            if path in self.facts.facts:
                yield self.facts.facts[path]

    @cached_property
    def _blocks(self) -> dict[tuple[str, int | None], Block]:
        return {(block.at.file, block.at.block): block for block in self.release.blocks}


_RATES = 10.0
"""By how many percent an office's own rate may differ from that of the day."""


def _length(mark: Mark) -> int:
    return mark.end - mark.start
