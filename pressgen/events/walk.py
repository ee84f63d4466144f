"""An event file's nodes walked along its type's fields: facts by path, and every fault on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pressgen import text as characters
from pressgen.errors import EventError, Place, PressgenError, series
from pressgen.events import companions, scalars
from pressgen.events.fields import Field, Fields, StoryItem
from pressgen.events.model import Fact
from pressgen.events.refusal import refuse
from pressgen.events.scalars import left_out
from pressgen.events.story import StoryReader
from pressgen.source import Node, nearest

_LANGS = ("zh", "en")
_SHORT = ("caption", "text")
"""The fields whose words may be written without their name."""


MOST_FAULTS = 100


class _EnoughError(Exception):
    """There are as many faults as a person will read."""


class Walk:
    """The facts found so far, in the order of the file, and the faults."""

    def __init__(self, fields: Fields, folder: Path) -> None:
        self.fields = fields
        self.folder = folder
        self.facts: dict[str, Fact] = {}
        self.faults: list[PressgenError] = []
        self.story: tuple[StoryItem, ...] = ()

    def whole(self, node: Node, *, required: bool = True) -> None:
        """Walk a whole file, or as far as it is worth it; ``required``: ask for what is missing."""
        try:
            (self.group if required else self.some)(node, self.fields.fields, "")
        except _EnoughError:
            return

    def fault(self, error: PressgenError) -> None:
        """Keep a fault; nobody reads more than a hundred."""
        self.faults.append(error)
        if len(self.faults) >= MOST_FAULTS:
            raise _EnoughError

    def group(self, node: Node, fields: Mapping[str, Field], prefix: str) -> None:
        """Walk named values; what was not declared is refused, what is required is asked for."""
        misspelt = self.some(node, fields, prefix)
        if isinstance(node.value, dict):
            self.require(node, {name: fields[name] for name in fields if name not in misspelt}, prefix)

    def some(self, node: Node, fields: Mapping[str, Field], prefix: str) -> set[str]:
        """Walk named values without asking for others; which of the fields were misspelt."""
        misspelt: set[str] = set()
        if not isinstance(node.value, dict):
            self.fault(_no_names(node, fields, prefix))
            return misspelt
        for name, child in node.value.items():
            if name not in fields:
                meant = self.meant(name, fields)
                misspelt.add(meant)
                self.fault(_unknown(prefix + name, child, node.keys.get(name, child.at), meant, fields))
            elif not left_out(child):
                self.field(child, fields[name], prefix + name)
        return misspelt

    def require(self, node: Node, fields: Mapping[str, Field], prefix: str) -> None:
        """Ask for the required fields of a group that are not there."""
        named = node.value if isinstance(node.value, dict) else {}
        for name, field in fields.items():
            if field.required and (name not in named or left_out(named[name])):
                self.fault(_missing(field, prefix + name, node.keys.get(name, node.at)))
            beside = [fields[other] for other in field.needs if other in fields]
            given = [
                each for each in (field, *beside) if each.name in named and not left_out(named[each.name])
            ]
            if beside and given == [field]:
                self.fault(_alone(field, beside[0], prefix + name, node.keys.get(name, node.at)))

    def field(self, node: Node, field: Field, path: str) -> None:
        """Walk one field."""
        if field.shape == "story":
            self.story = StoryReader(self, field.fields).read(node, path)
        elif field.shape == "group":
            self.group(expanded(node, field), field.fields, f"{path}.")
        elif field.shape == "one":
            self.fact(node, field, path)
        else:
            for number, item in enumerate(_items(node)):
                self.item(item, field, f"{path}.{number}")

    def item(self, node: Node, field: Field, path: str) -> None:
        """Walk one item of a list."""
        if left_out(node):
            self.fault(refuse(path, "是空的；请删掉这一项", "is empty; delete the item", node.at))
        elif field.fields:
            self.group(expanded(node, field), field.fields, f"{path}.")
        else:
            self.fact(node, field, path)

    def fact(self, node: Node, field: Field, path: str) -> None:
        """Read one fact."""
        controls = list(_controls(node, path))
        for control in controls:
            self.fault(control)
        if controls:
            return
        try:
            if field.companions and companions.accompanied(node):
                self.figure(node, field, path)
            else:
                self.facts[path] = Fact(path, field, scalars.value(field, node, path, self.folder), node.at)
        except PressgenError as error:
            self.fault(error)

    def figure(self, node: Node, field: Field, path: str) -> None:
        """Read a figure with what is said beside it."""
        own, rest = companions.parted(node, field, path)
        beside: dict[str, Fact] = {}
        try:
            value, given = companions.figure(own, field, path)
            self.facts[path] = Fact(path, field, value, own.at, beside, given)
        except PressgenError as error:
            self.fault(error)
        self.some(rest, field.companions, f"{path}.")
        for name in field.companions:
            if found := self.facts.get(f"{path}.{name}"):
                beside[name] = found

    def meant(self, name: str, fields: Mapping[str, Field]) -> str:
        """The nearest name of the group, or a field anywhere of this name or label, or nothing."""
        labels = {label: each for each, field in fields.items() for label in (field.label.zh, field.label.en)}
        near = labels.get(name) or nearest(name.lower(), fields)
        if near:
            return near
        paths = (path for path, _ in self.fields.walk() if path.rsplit(".", 1)[-1] == name)
        return next((path for path in paths if not path.startswith("story.")), "")


def _unknown(path: str, child: Node, at: Place, meant: str, fields: Mapping[str, Field]) -> EventError:
    """The error for a name that was not declared, with the one that was probably meant."""
    prefix, _, name = path.rpartition(".")
    if left_out(child) and name.isdigit():
        return refuse(
            prefix or name,
            "逗号把数字断成了两段；请去掉逗号或给数字加引号",
            "a comma cut the number in two; leave the comma out or put the number in quotes",
            at,
        )
    if meant:
        zh, en = "没有这个字段；是否为{meant}？", "there is no such field; did you mean {meant}?"
        return refuse(path, zh, en, at, meant=meant)
    if left_out(child):
        return refuse(
            path,
            "没有这个字段；若是上一个值里的逗号把它断开了，请给整段文字加引号",
            "there is no such field; where a comma cut the text before it in two, put that text in quotes",
            at,
        )
    zh, en = "没有这个字段；可用：{known}", "there is no such field; there are {known}"
    return refuse(path, zh, en, at, known=series(fields))


def _items(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else [node]


def expanded(node: Node, field: Field) -> Node:
    """An item written short: a bare value is its first field, zh and en are its caption or its text."""
    if field.kind in ("group", "credits"):
        return node
    if isinstance(node.value, (str, list)):
        return Node({next(iter(field.fields)): node}, node.at, {})
    words = next((name for name in _SHORT if name in field.fields), "")
    if not words or not isinstance(node.value, dict) or words in node.value:
        return node
    texts = {lang: node.value[lang] for lang in _LANGS if lang in node.value}
    others = {name: child for name, child in node.value.items() if name not in _LANGS}
    if any(not left_out(child) for child in texts.values()):
        others[words] = Node(texts, next(iter(texts.values())).at, node.keys)
    return replace(node, value=others)


def _controls(node: Node, path: str) -> list[EventError]:
    r"""The control characters of a value, which an escape such as ``\v`` may have put there."""
    if isinstance(node.value, str):
        found = characters.forbidden(node.value)
        return [] if found is None else [_control(path, *found, node.at)]
    children = node.value.values() if isinstance(node.value, dict) else node.value
    return [error for child in children for error in _controls(child, path)]


def _control(path: str, position: int, character: str, at: Place) -> EventError:
    return refuse(
        path,
        "第{position}个字是控制字符{character}；请删除",
        "character {position} is the control character {character}; delete it",
        at,
        position=position + 1,
        character=character,
    )


def _no_names(node: Node, fields: Mapping[str, Field], prefix: str) -> EventError:
    return refuse(
        prefix.rstrip(".") or "release",
        "此处应为“字段: 值”；可用：{known}",
        "'name: value' belongs here; there are {known}",
        node.at,
        known=series(fields),
    )


def _alone(field: Field, other: Field, path: str, at: Place) -> EventError:
    return refuse(
        path,
        "写了{label_zh}，还要写{other_zh}（{name}）",
        "{label_en} is told with {other_en}; write {name}, too",
        at,
        label_zh=field.label.zh,
        label_en=field.label.en,
        other_zh=other.label.zh,
        other_en=other.label.en,
        name=other.name,
    )


def _missing(field: Field, path: str, at: Place) -> EventError:
    example = field.example.value if field.example is not None else ""
    if isinstance(example, str) and example:
        return refuse(
            path,
            "缺少{label_zh}；请写上，如 {example}",
            "{label_en} is missing; write it, such as {example}",
            at,
            label_zh=field.label.zh,
            label_en=field.label.en,
            example=example if at.cell else f"{field.name}: {example}",
        )
    return refuse(
        path,
        "缺少{label_zh}；请写上",
        "{label_en} is missing; write it",
        at,
        label_zh=field.label.zh,
        label_en=field.label.en,
    )
