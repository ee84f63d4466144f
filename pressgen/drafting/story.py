"""The story of a release: its items in their order as paragraphs of lines, tokens still in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from pressgen.document import ROLES
from pressgen.drafting.asked import is_year
from pressgen.drafting.filters import context
from pressgen.drafting.sandbox import Absent, in_time
from pressgen.drafting.template import Grammar, Template, statement, template
from pressgen.drafting.token import ABSENT, FACTS, LANG, NOTHING, Token
from pressgen.errors import Place, TemplateError, series
from pressgen.events.fields import LEAD, REST, STATEMENTS, Field, StoryItem
from pressgen.events.model import Event
from pressgen.figures import Figure, Language
from pressgen.house import House
from pressgen.regex import regex

_BLANK = regex(r"\n[ \t]*\n\s*")
HEADLINE = "headline"
QUOTE = "quote"
OVER = "over"
"""What templates ask for the tense of what an event had: true of a festival or a race that is over."""
RELEASE_PERIOD = "release_period"
"""The period of the release, which a statement's own does not hide."""
ONE_PERIOD = "one_period"
"""True where all figures are of the period that the lead has said, so that none need say it again."""
WHOLE_YEAR = "whole_year"
"""True where the figures are of a whole year, which is compared with the year before."""
YEARLY = "yearly"
"""What they ask for the words of a comparison: true of what takes place once a year, a festival or a race."""


TOLD = "told"
"""What stands above a statement or in one paragraph with it, by name: a day said there is not said again."""
BEHIND = "behind"
"""What was told before a statement, by name: those who met are the two sides."""
PRECEDING = "preceding"
"""The statement that stands directly before in its paragraph, by name; "" where it begins one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one paragraph says, a sentence a line; of a table all its rows. ``name`` is where it is from."""

    role: str
    name: str
    lines: Sequence[str]


def written(event: Event, house: House, lang: Language) -> tuple[list[Paragraph], list[Paragraph]]:
    """The headline, and the paragraphs below it. Raises TemplateError, also where it takes too long."""
    story = Story(event, house, lang)
    return in_time(lambda: (story.headline(), list(story.paragraphs())), story.found.path)


class Story:
    """One event's story in one language: what its type's template and its statements print."""

    def __init__(self, event: Event, house: House, lang: Language) -> None:
        self.event = event
        self.house = house
        self.lang: Language = lang
        self.found = template(event.type, lang, house)
        self.context = surroundings(event, lang)
        self.printed, self.named = set[str](), set[str]()
        self.told, self.behind = set[str](), set[str]()
        self.preceding = ""
        self.templates: dict[str, Template] = {}
        self.grammar = Grammar()

    @cached_property
    def blocks(self) -> dict[str, str]:
        """What the type's template prints by its blocks, rendered when a part of it is first asked for."""
        rendered = dict(self.found.blocks(self.context, self.grammar))
        self.found.hold_to(template(self.event.type, "en" if self.lang == "zh" else "zh", self.house))
        return rendered

    def headline(self) -> list[Paragraph]:
        """The headline's paragraphs: one, or none."""
        return list(self._block(HEADLINE)) if HEADLINE in self.blocks else []

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs below it, in the order of the story."""
        own = self._completed()
        given = own if self.event.story is self.event.fields.story else self.event.story
        items = [self._first(own, given, item) if item.name == LEAD else item for item in given]
        named = self.named = _named(items)
        rest = [item for each in own for item in _without(each, named)]
        for item in items:
            for each in rest if item.name == REST else [item]:
                self.told |= _named([each])
                yield from self._joined(each) if each.items else self._item(each)
                self.behind |= _named([each])

    def says(self, item: StoryItem) -> bool:
        """Whether a part of the type has something to say: a paragraph, or facts that others may tell."""
        alone = item.name == LEAD and item in self.event.story
        part = self._first(self._completed(), self.event.story, item) if alone else item
        names = _named([part])
        given = any(path.partition(".")[0] in names for path in self.event.facts)
        return given or any(paragraph.lines for paragraph in self._item(part))

    def instead(self, event: Event) -> Story:
        """The same story of another event's facts, to be asked for a statement."""
        other = copy(self)
        other.event = event
        other.context = {**self.context, FACTS: event.facts}
        return other

    def _first(self, own: Sequence[StoryItem], given: Sequence[StoryItem], lead: StoryItem) -> StoryItem:
        """What ``lead`` is: the block, or where a type has none the part its own story begins with."""
        if LEAD in _named(self.event.fields.story) or self.blocks.get(LEAD, "").strip():
            return lead
        first = next((item for item in own if item.name != LEAD), lead)
        return lead if _named(given) & _named([first]) else first

    def _completed(self) -> list[StoryItem]:
        """The type's own story; a block it does not name stands behind the one it follows."""
        items = [item for item in self.event.fields.story if item.name != REST]
        place = 0
        for block in self.blocks:
            if block == HEADLINE:
                continue
            names = [{part.name for part in (item.items or (item,))} for item in items]
            found = next((index for index, name in enumerate(names) if name & {block, _stem(block)}), None)
            if found is None:
                items.insert(place, StoryItem(block, Place(str(self.found.path))))
                found = place
            place = found + 1
        named = _named(items)
        unnamed = (name for name in self.event.fields.said if name not in named and name != LEAD)
        return [*items, *(StoryItem(name, self.event.fields.at) for name in unnamed)]

    def _item(self, item: StoryItem) -> Iterator[Paragraph]:
        if item.path:
            yield from self.statement(item.name, item.path)
            return
        blocks = [block for block in self.blocks if item.name in (block, _stem(block))]
        field = self.event.fields.fields.get(item.name)
        elsewhere = field is not None and not any(self.blocks[block].strip() for block in blocks)
        if blocks and not (elsewhere and not self.named & {LEAD, REST}):
            yield from chain.from_iterable(map(self._block, blocks))
        elif field:  # a house's own template may do without a block
            yield from self._field(item.name, field)

    def _field(self, name: str, field: Field) -> Iterator[Paragraph]:
        """A field that needs no block: a statement, several, or words."""
        if field.kind not in STATEMENTS:
            paths = [name] if name in self.event.facts else self.event.paths.items(name)
            yield from (Paragraph("body", path, [str(Token(path))]) for path in paths)
            return
        assert field.statement is not None  # noqa: S101  # every statement is of a kind
        for path in self.event.paths.items(name) if field.shape == "list" else [name]:
            yield from self.statement(field.statement.type, path, field)

    def statement(self, kind: str, path: str, field: Field | None = None) -> Iterator[Paragraph]:
        """The paragraphs of one statement, whose facts stand at a path."""
        declared = field or self.event.fields.fields["story"].fields[kind]
        assert declared.statement is not None  # noqa: S101  # every statement is of a kind
        role = declared.statement.role
        own = context({path: self.event.paths.group(declared.fields, f"{path}.")}, _absent)[path]
        if role == "photo" and own:
            yield Paragraph(role, path, ())
        elif own:
            before = {TOLD: frozenset(self.told), BEHIND: frozenset(self.behind), PRECEDING: self.preceding}
            everything = {**self.context, **before, **own}
            for block, text in self._template(kind).blocks(everything, self.grammar):
                yield from _paragraphs(block or role, f"{path}.{block}" if block else path, text)

    def _template(self, kind: str) -> Template:
        """The template of a kind of statement, looked for once."""
        if kind not in self.templates:
            self.templates[kind] = statement(kind, self.lang, self.house)
        return self.templates[kind]

    def _joined(self, item: StoryItem) -> Iterator[Paragraph]:
        """Several items as one paragraph, which is what its first sentence is; another speaker begins one.

        A quotation with other sentences behind it is no quotation any more.
        """
        rows: list[list[Paragraph]] = []
        speaker: object = None
        for each in item.items:
            said = self.event.value(f"{each.path}.name") if each.name == QUOTE else None
            parts = list(self._item(each))
            self.behind.add(each.name)
            self.preceding = each.name
            if not rows or (said is not None and speaker not in (None, said)):
                rows.append([])
            rows[-1] += parts
            speaker = said
        self.preceding = ""
        for number, parts in enumerate(filter(None, rows)):
            name = parts[0].name if number or not item.path else item.path
            mixed = parts[0].role == QUOTE and any(part.role != QUOTE for part in parts)
            yield Paragraph(
                "body" if mixed else parts[0].role, name, [line for part in parts for line in part.lines]
            )

    def _block(self, name: str) -> Iterator[Paragraph]:
        if name in self.printed:
            return
        self.printed.add(name)
        role = name.partition("_")[0]
        if role not in ROLES:
            raise TemplateError(
                "段落名{name}应以角色开头，如body_{name}；角色有：{roles}",
                "the block {name} should begin with a role, such as body_{name}; there are {roles}",
                Place(str(self.found.path)),
                name=name,
                roles=series(ROLES),
            )
        yield from _paragraphs(role, name, self.blocks[name])


def statement_at(event: Event, path: str) -> tuple[str, str, Field | None] | None:
    """The kind, the place and the field of the statement that a fact is part of."""
    items = (part for each in event.story for part in (each.items or (each,)) if part.path)
    inner = next((item for item in items if path.startswith(f"{item.path}.")), None)
    if inner:
        return inner.name, inner.path, None
    name, _, rest = path.partition(".")
    field = event.fields.fields.get(name)
    if field is None or field.kind not in STATEMENTS or field.statement is None:
        return None
    place = f"{name}.{rest.partition('.')[0]}" if field.shape == "list" else name
    return field.statement.type, place, field


def _paragraphs(role: str, name: str, text: str) -> Iterator[Paragraph]:
    """The paragraphs of a rendered text, a blank line parting them; a table is one."""
    if role == "cell":
        yield Paragraph(role, name, text.splitlines())
        return
    found = filter(None, (_lines(paragraph) for paragraph in _BLANK.split(text)))
    yield from (Paragraph(role, f"{name}.{index}", lines) for index, lines in enumerate(found))


def _without(item: StoryItem, named: Set[str]) -> Iterator[StoryItem]:
    """What is left of an item once the story has named some; a list stays one paragraph."""
    if item.items:
        others = tuple(each for each in item.items if each.name not in named)
        yield from [replace(item, items=others)] if others else []
    elif item.name not in named:
        yield item


def _lines(paragraph: str) -> list[str]:
    """The lines that have all their facts; a line that only might have said something says nothing."""
    kept = (line for line in paragraph.split("\n") if ABSENT not in line)
    return list(filter(None, (line.replace(NOTHING, "").strip() for line in kept)))


def _named(items: Iterable[StoryItem]) -> set[str]:
    """The names of a story's items, and of those within paragraphs."""
    return {part.name for item in items for part in (item.items or (item,))}


def surroundings(event: Event, lang: Language) -> dict[str, Any]:
    """What every template of an event sees, also the macros that say a companion in a writer's own words."""
    facts = context(event.tree(), _absent)
    return facts | {
        LANG: lang,
        FACTS: event.facts,
        OVER: _over(event),
        YEARLY: event.fields.ahead,
        WHOLE_YEAR: is_year(event.value("period")),
        RELEASE_PERIOD: facts.get("period", _absent("period")),
        ONE_PERIOD: _of_one_period(event),
    }


def _over(event: Event) -> bool:
    """Whether the release is about something that took place, and not about what lasts."""
    days = [event.facts[name].value for name in ("end", "date") if name in event.facts]
    last = str(days[0].value if isinstance(days[0], Figure) else days[0]) if days else ""
    return event.fields.ahead and "" < last[:10] <= event.published[:10]


def _of_one_period(event: Event) -> bool:
    periods = (fact.value for path, fact in event.facts.items() if path.rpartition(".")[2] == "period")
    return len({str(period.value) for period in periods if isinstance(period, Figure)}) == 1


def _stem(block: str) -> str:
    """What a story calls a block: its name without its role."""
    return block.partition("_")[2]


@lru_cache(maxsize=1024)
def _absent(name: str) -> Absent:
    return Absent(name=name)
