"""The cards of a whole story: its heading, the facts of its type, the story in its order, the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressgen.api import Fields, Plain
from pressgen.desk.cards import Input, Maker


@dataclass(frozen=True, slots=True)
class Card:
    """One card: a part of the type, a statement, or a group of facts; ``key`` is its place in the story."""

    title: str
    inputs: tuple[Input, ...] = ()
    help: str = ""
    key: str = ""
    what: str = ""
    joined: bool = False
    open: bool = True

    @property
    def filled(self) -> bool:
        """Whether somebody wrote something on it."""
        return any(each.filled for each in self.inputs)

    @property
    def needed(self) -> bool:
        """Whether something on it has to be written."""
        return any(each.required for each in self.inputs)


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards of a story: its heading, the type's own facts, the story in its order, the rest."""

    head: Card
    facts: tuple[Card, ...]
    story: tuple[Card, ...]
    rest: tuple[Card, ...]
    foot: tuple[Card, ...]
    own_order: bool = False


_HEAD = ("headline", "published", "date", "end", "city", "dateline")
_MORE = ("house", "slug", "updated", "embargo", "rate")
_FOOT = ("credits", "boilerplate", "contact")
_APART = frozenset({*_HEAD, *_MORE, *_FOOT, "release", "story"})


@dataclass(frozen=True, slots=True)
class CardLayout:
    """Lays the fields of a type out on cards."""

    fields: Fields
    maker: Maker

    def cards(self, data: Mapping[str, Plain], title: str, more: str, others: str) -> Cards:
        """The cards of a story; the titles are those of cards that no field names."""
        declared = self.fields.fields
        head = [self._input(name, data) for name in _HEAD if name in declared]
        extra = [self._input(name, data) for name in _MORE if name in declared]
        story = self._story(data)
        named = {card.what for card in story}
        parts = [name for name in self.fields.said if name in declared and name not in _APART]
        return Cards(
            Card(title, (*head, Input("", "more", more, children=tuple(extra)))),
            tuple(self._facts(data, parts, others)),
            story,
            tuple(self.part(name, data) for name in parts if name not in named),
            tuple(self._group(name, data) for name in _FOOT if name in declared),
            "story" in data,
        )

    def part(self, name: str, data: Mapping[str, Plain], key: str = "", *, joined: bool = False) -> Card:
        """The card of a part of the type: of a field with its inputs, of a block its label alone."""
        declared = self.fields.fields.get(name)
        label = self.maker.say(self.fields.label_of(name))
        if declared is None:
            return Card(label, (), "", key, name, joined)
        made = self.maker.input(declared, name, data.get(name))
        inputs = made.children if made.look == "group" else (made,)
        return Card(label, inputs, made.help, key, name, joined)

    def statement(self, kind: str, data: Plain, key: str, *, joined: bool = False) -> Card:
        """The card of a statement of the story's own."""
        declared = self.fields.fields["story"].fields[kind]
        inputs = self.maker.inputs(declared.fields, f"story.{key}.{kind}.", data)
        label, hint = self.maker.say(declared.label), self.maker.say(declared.help)
        return Card(label, inputs, hint, key, f"kind:{kind}", joined)

    def _input(self, name: str, data: Mapping[str, Plain]) -> Input:
        return self.maker.input(self.fields.fields[name], name, data.get(name))

    def _facts(self, data: Mapping[str, Plain], parts: list[str], others: str) -> Iterator[Card]:
        own = [name for name in self.fields.fields if name not in _APART and name not in parts]
        single = [self._input(name, data) for name in own if self.fields.fields[name].shape == "one"]
        if single:
            yield Card(others, tuple(single))
        yield from (self._group(name, data) for name in own if self.fields.fields[name].shape != "one")

    def _group(self, name: str, data: Mapping[str, Plain]) -> Card:
        made = self._input(name, data)
        inputs = made.children if made.look == "group" else (made,)
        return Card(made.label, inputs, made.help, open=made.filled)

    def _story(self, data: Mapping[str, Plain]) -> tuple[Card, ...]:
        items = data["story"] if isinstance(data.get("story"), list) else usual_story(self.fields)
        return tuple(self._items(items, data))

    def _items(self, items: list[Plain], data: Mapping[str, Plain]) -> Iterator[Card]:
        for number, item in enumerate(items):
            inside = item if isinstance(item, list) else [item]
            for place, each in enumerate(inside):
                if card := self._item(each, f"{number}-{place}", data, joined=place > 0):
                    yield card

    def _item(self, item: Plain, key: str, data: Mapping[str, Plain], *, joined: bool) -> Card | None:
        if isinstance(item, str):
            return self.part(item, data, key, joined=joined)
        kind = next(iter(item), "") if isinstance(item, dict) else ""
        if kind not in self.fields.fields["story"].fields:
            return None
        return self.statement(kind, item[kind], key, joined=joined)


def usual_story(fields: Fields) -> list[Plain]:
    """What releases of a type say in their order, as an event's own story would."""
    return [[each.name for each in item.items] if item.items else item.name for item in fields.story]
