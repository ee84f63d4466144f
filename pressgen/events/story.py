"""A story: what an event says in the order of the page, read item by item along its type's fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pressgen.errors import EventError, Place, Wording, series
from pressgen.events.fields import REST, Field, Fields, StoryItem
from pressgen.events.refusal import refuse
from pressgen.events.scalars import left_out
from pressgen.source import Node, nearest
from pressgen.text import han

if TYPE_CHECKING:
    from pressgen.events.walk import Walk

_WORDS = frozenset({"zh", "en"})
OWN = "words"
"""The kind of statement that is the writer's own words, written without its name."""
ALONE = frozenset({"subhead", "photo", "caption", "cell"})
"""Roles of statements that are no part of a paragraph."""


def labels_of_parts(fields: Fields) -> dict[str, Wording]:
    """What a person calls the parts of the type that a story may name."""
    return {name: fields.label_of(name) for name in [*fields.said, REST]}


def labels_of_kinds(fields: Fields) -> dict[str, Wording]:
    """What a person calls the kinds of statement; of two things with one label the kind is one more."""
    taken = {label.zh for label in labels_of_parts(fields).values()}
    return {
        name: Wording(f"另加：{kind.label.zh}", f"one more: {kind.label.en}")
        if kind.label.zh in taken
        else kind.label
        for name, kind in fields.fields["story"].fields.items()
    }


def both(label: Wording) -> str:
    """A label in both languages, as a list to choose from shows it."""
    return " ".join(dict.fromkeys(filter(None, (label.zh, label.en))))


def called(labels: Mapping[str, Wording]) -> dict[str, str]:
    """Names by all that they are called: as they are, by label in either language, or in both."""
    texts = {text: name for name, each in labels.items() for text in (each.zh, each.en, both(each))}
    return {**texts, **{name: name for name in labels}}


class StoryReader:
    """Reads the items of one story; a name stands in it once."""

    def __init__(self, walk: Walk, kinds: Mapping[str, Field]) -> None:
        self.walk = walk
        self.kinds = kinds
        self.named: dict[str, Place] = {}

    def read(self, node: Node, path: str) -> tuple[StoryItem, ...]:
        """The items; what cannot be read is a fault of the walk."""
        items = node.value if isinstance(node.value, list) else [node]
        found = (self._item(item, f"{path}.{number}") for number, item in enumerate(items))
        return tuple(item for item in found if item)

    def _item(self, node: Node, path: str) -> StoryItem | None:
        if left_out(node):
            return self._refuse(path, node.at, "是空的；请删掉这一项", "is empty; delete the item")
        if isinstance(node.value, str):
            return self._name(node.value, node.at, path)
        if isinstance(node.value, dict):
            return self._statement(node, node.value, path)
        return self._paragraph(node, path)

    def _paragraph(self, node: Node, path: str) -> StoryItem | None:
        """A list in the list: one paragraph of several sentences."""
        if path.count(".") > 1:
            return self._refuse(
                path,
                node.at,
                "段落里不能再套列表；请写在外面",
                "no list belongs into a paragraph; write it outside",
            )
        items = self.read(node, path)
        for item in items:
            kind = self.kinds[item.name].statement if item.path else None
            if item.name == REST or (kind and kind.role in ALONE):
                self._refuse(
                    item.path or path,
                    item.at,
                    "{kind}自成一段；请写在段落的列表之外",
                    "{kind} stands by itself; write it outside the list that makes a paragraph",
                    kind=item.name,
                )
        return StoryItem("", node.at, path, items)

    def _name(self, name: str, at: Place, path: str) -> StoryItem | None:
        said = [*self.walk.fields.said, REST]
        if name not in said and not name.isascii():
            name = called(labels_of_parts(self.walk.fields)).get(name, name)
        if name not in said:
            self.walk.fault(_unnamed(name, at, path, self.walk.fields))
            return None
        if name in self.named:
            return self._refuse(
                path,
                at,
                "{name}写了两次（第{line}行已有）；请删去一处",
                "{name} is named twice (line {line} has it); delete one",
                name=name,
                line=self.named[name].cell or self.named[name].line,
            )
        self.named[name] = at
        return StoryItem(name, at)

    def _statement(self, node: Node, named: Mapping[str, Node], path: str) -> StoryItem | None:
        if named.keys() <= _WORDS:
            named, node = {OWN: node}, Node(named, node.at, {OWN: node.at})
        kind, *others = named
        if others:
            meant = next((key for key in named if self._kind(key)), "")
            return self._refuse(
                path,
                node.at,
                "一项只写一种陈述：- {kind}: {{…}}，它的内容都写在里面",
                "an item is one statement: - {kind}: {{…}}, all its facts within",
                kind=meant or OWN,
            )
        at = node.keys.get(kind, node.at)
        named_kind = self._kind(kind)
        if not named_kind:
            self.walk.fault(_unknown(kind, at, path, self.kinds))
            return None
        return self._stated(named[kind], named_kind, at, path)

    def _kind(self, name: str) -> str:
        """The kind of this name or label."""
        if name in self.kinds or name.isascii():
            return name if name in self.kinds else ""
        return next((kind for kind, field in self.kinds.items() if field.label.zh == name), "")

    def _stated(self, node: Node, kind: str, at: Place, path: str) -> StoryItem:
        self.walk.field(Node({}, at, {}) if left_out(node) else node, self.kinds[kind], f"{path}.{kind}")
        return StoryItem(kind, at, f"{path}.{kind}")

    def _refuse(self, path: str, at: Place, zh: str, en: str, **fields: object) -> StoryItem | None:
        self.walk.fault(refuse(path, zh, en, at, **fields))
        return None


def _unnamed(name: str, at: Place, path: str, fields: Fields) -> EventError:
    """A name that is none: a sentence, a kind without its facts, a slip."""
    parts, kinds = [*fields.said, REST], fields.fields["story"].fields
    names = {**called(labels_of_kinds(fields)), **called(labels_of_parts(fields))}
    if han(name) and (meant := nearest(name, names, 0.5)):
        return _meant(name, at, path, [meant])
    if han(name) or " " in name:
        zh = "自己的话要写成{{zh: …, en: …}}；这里只写段落名：{known}"
        en = "write words of your own as {{zh: …, en: …}}; names here are {known}"
        return refuse(path, zh, en, at, known=series(parts))
    if name in kinds and name in fields.fields:
        zh = "{name}是本类稿件的字段，随它那一段印出，不单列；作陈述要有内容：- {name}: {{…}}"
        en = "{name} is a fact of this type and printed with its part; a statement has facts: - {name}: {{…}}"
        return refuse(path, zh, en, at, name=name)
    if name in kinds:
        zh, en = "{name}要有内容：- {name}: {{…}}", "{name} needs its facts: - {name}: {{…}}"
        return refuse(path, zh, en, at, name=name)
    return _meant(name, at, path, parts)


def _unknown(kind: str, at: Place, path: str, kinds: Mapping[str, Field]) -> EventError:
    return _meant(kind, at, path, list(kinds))


def _meant(name: str, at: Place, path: str, names: list[str]) -> EventError:
    meant = nearest(name.lower(), names, 0.5)
    if meant:
        zh, en = "没有“{text}”；是否为{meant}？", "there is no “{text}”; did you mean {meant}?"
        return refuse(path, zh, en, at, text=name, meant=meant)
    zh, en = "没有“{text}”；可用：{known}", "there is no “{text}”; there are {known}"
    return refuse(path, zh, en, at, text=name, known=series(names))
