"""A release type's ``fields.yaml`` and the base's, read as one set of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pressgen import source
from pressgen.errors import HouseError, Place, PressgenError, raise_all
from pressgen.events.fields import COMPOSED, NOTHING, Field, Fields, Holding, Kind, Noun, Wording
from pressgen.source import Node

T = TypeVar("T")

FILE = "fields.yaml"
_NAME = re.compile("[a-z][a-z0-9_]*")
_TAKEN = frozenset(dir(dict)) | {"loop", "self", "super", "caller", "true", "false", "none", "not", "and"}
_NEEDED = ("release", "published")
_NOWHERE = Node({}, Place(""), {})


@dataclass(frozen=True, slots=True)
class _Attributes:
    kind: Kind
    label: Wording
    help: Wording
    required: bool = False
    convert: bool = True
    noun: Noun = NOTHING
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    label: Wording
    fields: str = ""
    holds: tuple[Holding, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()
    ahead: bool = False


class Types(Mapping[str, Fields]):
    """Release types by name, each read when it is first asked for.

    ``folders`` are those of the types by name, ``base`` the folder of what all types share.
    """

    def __init__(self, folders: Mapping[str, Path], base: Path) -> None:
        self._folders = folders
        self._base = base
        self._read: dict[str, Fields] = {}

    def __getitem__(self, name: str) -> Fields:
        if name not in self._read:
            self._read[name] = read_fields(self._folders[name] / FILE, self._base / FILE)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)


def read_fields(path: Path, base: Path) -> Fields:
    """The fields of the type whose ``fields.yaml`` is ``path``, on top of the base's.

    Raises FileError, HouseError, Faults (all that is wrong with the declarations, with line and column).
    """
    node = source.load(path)
    own, shared = _mapping(node), _mapping(source.load(base))
    reader = _Reader(_named(shared.get("kinds", _NOWHERE)))
    declared = reader.fields(_merged(shared.get("fields", _NOWHERE), own.get("fields", _NOWHERE)), "")
    frame = reader.frame(node, shared)
    pairs = ((pair[0], pair[-1]) for pair in frame.order)
    order = tuple(pair for pair in pairs if not (frame.ahead and pair[1] == "published"))
    fields = Fields(path.parent.name, frame.label, declared, frame.holds, order, Place(str(path)))
    reader.refuse_unknown(fields, own)
    raise_all(reader.faults)
    return fields


def _mapping(node: Node) -> dict[str, Node]:
    if not isinstance(node.value, dict):
        raise HouseError(
            "此处应为“字段: 值”；请写label和fields",
            "'name: value' belongs here; write label and fields",
            node.at,
        )
    return node.value


def _named(node: Node) -> dict[str, Node]:
    return {} if node.blank else _mapping(node)


def _merged(base: Node, own: Node) -> dict[str, Node]:
    """The base's declarations, those of the same name overlaid by the type's, then the type's own."""
    merged = dict(_named(base))
    for name, node in _named(own).items():
        below = merged.get(name)
        if below and isinstance(below.value, dict) and isinstance(node.value, dict):
            node = Node({**below.value, **node.value}, node.at, {**below.keys, **node.keys})  # noqa: PLW2901
        merged[name] = node
    return merged


def _items(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else []


class _Reader:
    """Builds fields and keeps every fault it meets."""

    def __init__(self, composed: dict[str, Node]) -> None:
        self.composed = composed
        self.faults: list[PressgenError] = []

    def frame(self, node: Node, shared: dict[str, Node]) -> _Frame:
        own = _mapping(node)
        pairs = [pair for part in (shared, own) if "order" in part for pair in _items(part["order"])]
        named = {**own, "fields": Node("", node.at, {}), "order": Node(pairs, node.at, {})}
        return self.bound(Node(named, node.at, node.keys), _Frame) or _Frame(Wording())

    def fields(self, nodes: Mapping[str, Node], prefix: str) -> dict[str, Field]:
        read = {name: self.field(name, node, prefix + name) for name, node in nodes.items()}
        return {name: declared for name, declared in read.items() if declared}

    def field(self, name: str, node: Node, path: str) -> Field | None:
        if not _NAME.fullmatch(name) or name in _TAKEN:
            self.fault(
                "{path}不能作字段名；用小写字母开头，只含字母、数字和_，且不用{taken}这类词",
                "{path} cannot be a field's name; begin with a lower-case letter, keep to letters, digits "
                "and _, and do not use words such as {taken}",
                node.at,
                path=path,
                taken="items, keys, values",
            )
        given = dict(_named(node))
        example, inner = given.pop("example", None), given.pop("fields", None)
        plain = self.bound(Node(given, node.at, node.keys), _Attributes)
        if plain is None:
            return None
        return Field(
            name,
            plain.kind,
            plain.label,
            plain.help,
            plain.required,
            plain.convert,
            plain.noun,
            plain.choices,
            self.inner(plain.kind, inner, node, path),
            example,
        )

    def inner(self, kind: Kind, inner: Node | None, node: Node, path: str) -> dict[str, Field]:
        if inner is None and kind in COMPOSED:
            inner = self.composed.get(kind)
        if inner is not None and kind in COMPOSED | {"group", "list"}:
            return self.fields(_named(inner), f"{path}.")
        if inner is not None or kind in COMPOSED | {"group", "list"}:
            self.fault(
                "{path}（{kind}）的fields不对：group和list要有fields，其他不能有",
                "{path} is a {kind}: a group or a list has fields, others have not",
                node.at,
                path=path,
                kind=kind,
            )
        return {}

    def refuse_unknown(self, fields: Fields, own: Mapping[str, Node]) -> None:
        """What every type must have, and paths that lead to no field."""
        for name in _NEEDED:
            if name not in fields.fields or not fields.fields[name].required:
                self.fault(
                    "缺少必填字段{name}；请在base/fields.yaml里声明",
                    "the required field {name} is missing; declare it in base/fields.yaml",
                    fields.at,
                    name=name,
                )
        holds = [path for holding in fields.holds for path in holding.paths]
        for part, paths in (("holds", holds), ("order", [path for pair in fields.order for path in pair])):
            self.refuse_paths(paths, fields, own[part].at if part in own else fields.at)

    def refuse_paths(self, paths: list[str], fields: Fields, at: Place) -> None:
        known = [path for path, _ in fields.walk()]
        for path in paths:
            if path not in known and not self.faults:
                self.fault(
                    "没有字段{path}；是否为{meant}？",
                    "there is no field {path}; did you mean {meant}?",
                    at,
                    path=path,
                    meant=source.nearest(path, known) or known[0],
                )

    def bound(self, node: Node, shape: type[T]) -> T | None:
        try:
            return source.bind(node, shape, HouseError)
        except PressgenError as error:
            self.faults.extend(getattr(error, "errors", [error]))
            return None

    def fault(self, zh: str, en: str, at: Place, **fields: object) -> None:
        self.faults.append(HouseError(zh, en, at, **fields))
