"""The story on a form: a sheet with a row an item, in order, and a sheet a kind with the facts, by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pressgen.errors import EventError, Place, PressgenError, series
from pressgen.events.fields import Field, Fields
from pressgen.events.refusal import refuse
from pressgen.events.story import OWN, both, called, labels_of_kinds, labels_of_parts
from pressgen.events.walk import expanded
from pressgen.events.xlsx.items import Items, SheetItem
from pressgen.events.xlsx.layout import ITEM, PARAGRAPH, STORY, STORY_NUMBER, WORDS
from pressgen.source import Node


def spread(fields: Fields, facts: Node | None) -> tuple[Node | None, Node | None]:
    """The facts with the story as rows of its sheet, and with its statements as lists by kind."""
    if facts is None or not isinstance(facts.value, dict) or STORY not in facts.value:
        return facts, facts
    story = facts.value[STORY]
    lists: dict[str, list[Node]] = {}
    rows = list(_rows(story, fields, lists, ""))
    by_kind = {kind: Node(list(nodes), story.at, {}) for kind, nodes in lists.items()}
    return (
        replace(facts, value={**facts.value, STORY: Node(rows, story.at, {})}),
        replace(facts, value={**facts.value, STORY: Node(by_kind, story.at, {})}),
    )


def kinds_in(fields: Fields, facts: Node | None) -> list[str]:
    """The kinds of statement in the story of these facts, each once."""
    story = spread(fields, facts)[1]
    named = story.value.get(STORY) if story is not None and isinstance(story.value, dict) else None
    return list(named.value) if named is not None and isinstance(named.value, dict) else []


def _rows(story: Node, fields: Fields, lists: dict[str, list[Node]], paragraph: str) -> Iterator[Node]:
    kinds = fields.fields[STORY].fields
    for place, item in enumerate(story.value if isinstance(story.value, list) else [story], 1):
        at = item.at
        row = {"paragraph": Node(paragraph, at, {})} if paragraph else {}
        if isinstance(item.value, list):
            yield from _rows(item, fields, lists, str(place))
        elif isinstance(item.value, str):
            name = called(labels_of_parts(fields)).get(item.value, item.value)
            yield Node({"item": Node(both(fields.label_of(name)), at, {}), **row}, at, {})
        elif kind := _kind(item, fields):
            (given,) = item.value.values()
            lists.setdefault(kind, []).append(expanded(given, kinds[kind]))
            number = Node(str(len(lists[kind])), at, {})
            label = both(labels_of_kinds(fields)[kind])
            yield Node({"item": Node(label, at, {}), "number": number, **row}, at, {})
        else:
            words = item.value.get(OWN, item)
            words = words.value["text"] if isinstance(words.value, dict) and "text" in words.value else words
            yield Node({"words": Node({"text": words}, at, {}), **row}, at, {})


def _kind(item: Node, fields: Fields) -> str:
    """The kind of a statement by its name or label; nothing for words of one's own."""
    key = next(iter(item.value)) if isinstance(item.value, dict) and len(item.value) == 1 else ""
    kind = called(labels_of_kinds(fields)).get(key, "")
    return "" if kind == OWN else kind


@dataclass(slots=True)
class StoryOfForm:
    """The story of a form that was filled in, put together from its sheets."""

    fields: Fields
    found: Mapping[str, Items]
    statements: Mapping[str, list[tuple[SheetItem, Node]]]
    faults: list[PressgenError] = field(default_factory=list)
    used: dict[str, set[int]] = field(default_factory=dict)

    def node(self) -> Node | None:
        """The list of the story's items; None where the form tells none."""
        rows = self.found[STORY].items if STORY in self.found else []
        items: list[Node] = []
        before = ""
        for row in rows:
            given = row.given.nodes
            paragraph = str(given[PARAGRAPH].value) if PARAGRAPH in given else ""
            node = self._item(row)
            if node is None:
                continue
            if paragraph and paragraph == before and isinstance(items[-1].value, list):
                items[-1].value.append(node)
            else:
                items.append(Node([node], node.at, {}) if paragraph else node)
            before = paragraph
        self._unused()
        return Node(items, items[0].at, {}) if items else None

    def _item(self, row: SheetItem) -> Node | None:
        named, words = row.given.nodes.get(ITEM), row.given.nodes.get(WORDS)
        if named is None:
            return Node({OWN: words}, words.at, {OWN: words.at}) if words else None
        text = str(named.value)
        part = called(labels_of_parts(self.fields)).get(text)
        kind = called(labels_of_kinds(self.fields)).get(text)
        if part or kind in (None, OWN):
            return Node(part or text, named.at, {})
        given = self._statement(kind, row, named.at)
        return given and Node({kind: given}, named.at, {kind: named.at})

    def _statement(self, kind: str, row: SheetItem, at: Place) -> Node | None:
        """The item of a kind's sheet that a row names by its number, or the next that none has named."""
        items = self.statements.get(kind, [])
        used = self.used.setdefault(kind, set())
        number = row.given.nodes.get(STORY_NUMBER)
        numbers = [_number(item, kind) for item, _ in items]
        place = next(
            (
                i
                for i, each in enumerate(numbers)
                if i not in used and (number is None or each == number.value)
            ),
            None,
        )
        if place is None:
            self.faults.append(_no_item(kind, number, numbers, at))
            return None
        used.add(place)
        return items[place][1]

    def _unused(self) -> None:
        for kind, items in self.statements.items():
            for place, (item, _) in enumerate(items):
                if place not in self.used.get(kind, set()):
                    self.faults.append(_astray(kind, self.fields.fields[STORY].fields[kind], item))


def _number(item: SheetItem, kind: str) -> str:
    written = item.numbers.get(f"{STORY}.{kind}")
    return written.text if written else ""


def _no_item(kind: str, number: Node | None, numbers: list[str], at: Place) -> EventError:
    return refuse(
        f"{STORY}.{kind}",
        "它的工作表里没有第{number}项，或已经用过；现有：{known}",
        "its sheet has no item {number}, or it is in the story already; there are {known}",
        number.at if number else at,
        number=str(number.value) if number else str(len(numbers) + 1),
        known=series(list(filter(None, numbers)) or ["–"]),
    )


def _astray(kind: str, declared: Field, item: SheetItem) -> EventError:
    return refuse(
        f"{STORY}.{kind}",
        "填了内容，“稿件顺序”里却没有；请在那里加一行“{label_zh}”，或清空这一行",
        "is filled in but not in the story; add a row “{label_en}” there, or empty this one",
        item.at,
        label_zh=declared.label.zh,
        label_en=declared.label.en,
    )
