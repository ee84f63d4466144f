"""What an event gives and its story does not say: words chosen in vain, parts that print nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import zip_longest

from pressgen.drafting.story import Paragraph, Story, statement_at
from pressgen.errors import Wording
from pressgen.events.fields import REST, StoryItem
from pressgen.events.model import Event, Fact
from pressgen.figures import Language
from pressgen.house import House

_DECIDED_ELSEWHERE = frozenset({"original", "per", "optional"})
"""Choices that no template asks for: checks read one, a sum says another itself, one is for who cuts."""


def choices(event: Event, house: House, langs: Sequence[Language]) -> Iterator[Fact]:
    """Words chosen of several that change no text: without them, or with any other, each is the same."""
    asked = [
        fact
        for fact in event.facts.values()
        if fact.field.kind == "choice" and fact.field.name not in _DECIDED_ELSEWHERE
    ]
    stories = [_Printed(Story(event, house, lang)) for lang in langs] if asked else []
    for fact in asked:
        if not any(story.differs(fact) for story in stories):
            yield fact


class _Printed:
    """A story, and whether it would be another one of another event."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.statements: dict[str, list[Paragraph]] = {}

    def differs(self, fact: Fact) -> bool:
        """Whether the story says anything else without a choice, or with any other."""
        story, others = self.story, _otherwise(self.story.event, fact)
        if stated := statement_at(story.event, fact.path):
            place = stated[1]
            if place not in self.statements:
                self.statements[place] = list(story.statement(*stated))
            printed = self.statements[place]
            return any(list(story.instead(other).statement(*stated)) != printed for other in others)
        return any(self._is_another(Story(other, story.house, story.lang)) for other in others)

    def _is_another(self, story: Story) -> bool:
        if story.headline() != self._headline:
            return True
        return any(own != other for own, other in zip_longest(self._paragraphs, story.paragraphs()))

    @cached_property
    def _headline(self) -> list[Paragraph]:
        return self.story.headline()

    @cached_property
    def _paragraphs(self) -> list[Paragraph]:
        return list(self.story.paragraphs())


def parts(event: Event, house: House, langs: Sequence[Language]) -> Iterator[StoryItem]:
    """Parts of its type that the event's own story names and that print nothing in any language."""
    named = [part for each in event.story for part in (each.items or (each,)) if not part.path]
    asked = [item for item in named if item.name != REST] if event.story is not event.fields.story else []
    stories = [Story(event, house, lang) for lang in langs] if asked else []
    for item in asked:
        if not any(story.says(item) for story in stories):
            yield item


def place(event: Event, path: str) -> str:
    """Where the statement, the group or the list stands that a fact is part of; of any other fact nothing."""
    if stated := statement_at(event, path):
        return stated[1]
    head, dot, _ = path.partition(".")
    return head if dot and head not in event.facts else ""


def person(event: Event, path: str) -> str:
    """Where the name stands of the person a fact is about; of any other fact nothing."""
    above = path.rpartition(".")[0]
    while above:
        declared = event.fields.find(above)
        if declared and "titles" in declared.fields and f"{above}.name" in event.facts:
            return f"{above}.name"
        above = above.rpartition(".")[0]
    return ""


def kind(event: Event, at: str) -> Wording:
    """What a person calls what stands at a place: a kind of statement, or a field of the type."""
    stated = statement_at(event, f"{at}.")
    if not stated:
        return event.fields.label_of(at)
    label = event.fields.fields["story"].fields[stated[0]].label
    return Wording(label.zh, label.en)


def _otherwise(event: Event, fact: Fact) -> Iterator[Event]:
    """The event without what was chosen, then with every other choice."""
    yield _with(event, fact.path, None)
    for word in fact.field.choices:
        if word != fact.value:
            yield _with(event, fact.path, replace(fact, value=word))


def _with(event: Event, path: str, fact: Fact | None) -> Event:
    """The event with another fact at a path, or none; a figure beside which it stands has it, too."""
    facts = {place: each for place, each in event.facts.items() if place != path}
    if fact:
        facts[path] = fact
    figure, _, name = path.rpartition(".")
    if figure in facts and name in facts[figure].companions:
        beside = {key: each for key, each in facts[figure].companions.items() if key != name}
        facts[figure] = replace(facts[figure], companions={**beside, **({name: fact} if fact else {})})
    return replace(event, facts=facts)


def untold_beside(event: Event, fact: Fact) -> Wording:
    """Of what is said beside a figure, that the sentence of this one has no room for it."""
    of, _, name = fact.path.rpartition(".")
    if of not in event.facts or name not in event.facts[of].companions:
        return Wording("", "")
    zh, en = fact.field.label.zh, fact.field.label.en
    return Wording(
        f"：这个数旁边不说“{zh}”，请另写一条陈述（indicator、comparison）",
        f": {en} is not told beside this figure; write another statement (indicator, comparison)",
    )
