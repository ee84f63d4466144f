"""The ``fields.yaml`` of a release type or of a kind of statement, and the base's, read as one set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pressgen import source
from pressgen.errors import HouseError, Place, PressgenError, Wording, raise_all, series
from pressgen.events.declared import NOWHERE, items_of, mapping, names_of, overlaid
from pressgen.events.fields import (
    ACCOMPANIED,
    COMPOSED,
    NOTHING,
    REST,
    STATEMENTS,
    Field,
    Fields,
    Holding,
    Kind,
    Noun,
    StoryItem,
)
from pressgen.events.fitted import Speech
from pressgen.regex import regex
from pressgen.source import Node

T = TypeVar("T")

_NAME = regex("[a-z][a-z0-9_]*")
_TAKEN = frozenset(dir(dict)) | {"loop", "self", "super", "caller", "true", "false", "none", "not", "and"}
_NEEDED = ("release", "published")
_UNSAID = Wording("", "")


@dataclass(frozen=True, slots=True)
class _Attributes:
    kind: Kind
    label: Wording
    help: Wording
    required: bool = False
    convert: bool = True
    noun: Noun = NOTHING
    of: str = ""
    known: tuple[Wording, ...] = ()
    speech: Speech = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    label: Wording
    role: str = "body"
    holds: tuple[Holding, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()
    ahead: bool = False
    help: Wording = _UNSAID
    fields: Node | None = None
    story: Node | None = None
    labels: dict[str, Wording] = field(default_factory=dict)
    usual: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    serves: dict[str, tuple[Wording, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Shared:
    """What the base's ``fields.yaml`` says for every type and statement."""

    named: dict[str, Node]

    @cached_property
    def composed(self) -> dict[str, Node]:
        """The kinds of field that are made of others. Raises HouseError."""
        return names_of(self.named.get("kinds", NOWHERE))

    @cached_property
    def companions(self) -> tuple[dict[str, Field], list[PressgenError]]:
        """What may stand beside a figure, which all types and statements share, and its faults."""
        reader = _Reader(self.composed, {})
        return reader.fields(names_of(self.composed.get("companions", NOWHERE)), "companions."), reader.faults


def shared_by_all(node: Node) -> Shared:
    """What the base's ``fields.yaml`` says for every type and statement. Raises HouseError."""
    return Shared(mapping(node))


def release_type(path: Path, node: Node, shared: Shared, kinds: Mapping[str, Field]) -> Fields:
    """The fields that a type's file declares, on top of those all types share. Raises HouseError, Faults."""
    own, every = mapping(node), shared.named
    reader = _Reader(shared.composed, kinds, shared.companions)
    declared = reader.fields(overlaid(every.get("fields", NOWHERE), own.get("fields", NOWHERE)), "")
    frame = reader.frame(node, every)
    story = reader.story({**every, **own}.get("story", NOWHERE)) or (StoryItem(REST, Place(str(path))),)
    fields = replace(_framed(path, frame, declared), story=story)
    reader.refuse_unknown(fields, own)
    reader.refuse_unsaid(fields, own)
    raise_all(reader.faults)
    return fields


def statement_kind(path: Path, node: Node, shared: Shared) -> Field:
    """A kind of statement as a field: a group of its facts, and of those that every statement has.

    Raises HouseError, Faults.
    """
    own = mapping(node)
    reader = _Reader(shared.composed, {}, shared.companions)
    every = shared.composed.get("statement", NOWHERE)
    declared = reader.fields({**names_of(own.get("fields", NOWHERE)), **names_of(every)}, "")
    frame = reader.frame(node, {})
    fields = _framed(path, frame, declared)
    reader.refuse_astray(fields, own)
    raise_all(reader.faults)
    return Field(fields.type, "statement", frame.label, frame.help, fields=declared, statement=fields)


def _framed(path: Path, frame: _Frame, declared: Mapping[str, Field]) -> Fields:
    order = tuple((p[0], p[-1]) for p in frame.order if not (frame.ahead and p[-1] == "published"))
    own = (path.parent.name, frame.label, declared, frame.holds, order, Place(str(path)))
    return Fields(*own, (), frame.role, frame.labels, frame.usual, frame.fits, frame.ahead, frame.serves)


class _Reader:
    """Builds fields and keeps every fault it meets."""

    def __init__(
        self,
        composed: dict[str, Node],
        kinds: Mapping[str, Field],
        beside: tuple[dict[str, Field], list[PressgenError]] = ({}, []),  # companions have none themselves
    ) -> None:
        self.composed = composed
        self.kinds = kinds
        self.companions = beside[0]
        self.faults = [*beside[1]]
        self.needed: list[str] = []

    def frame(self, node: Node, shared: dict[str, Node]) -> _Frame:
        named = dict(mapping(node))
        for key in ("order", "usual"):
            items = [item for part in (shared, named) for item in items_of(part.get(key, NOWHERE))]
            named[key] = Node(items, node.at, {})
        labels = overlaid(*(part.get("labels", NOWHERE) for part in (shared, named)))
        named["labels"] = Node(labels, node.at, {})
        return self.bound(Node(named, node.at, node.keys), _Frame) or _Frame(_UNSAID)

    def story(self, node: Node) -> tuple[StoryItem, ...]:
        """A type's own story: names, and lists of names that make one paragraph."""
        return tuple(
            StoryItem("", item.at, items=self.story(item))
            if isinstance(item.value, list)
            else StoryItem(str(item.value), item.at)
            for item in items_of(node)
        )

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
        given = dict(names_of(node))
        example, inner = given.pop("example", None), given.pop("fields", None)
        choices = self.choices(given.pop("choices", NOWHERE))
        plain = self.bound(Node(given, node.at, node.keys), _Attributes, path)
        if plain is None:
            return None
        self.needed += [path.removesuffix(name) + each for each in plain.needs]
        return Field(
            name,
            plain.kind,
            plain.label,
            plain.help,
            plain.required,
            plain.convert,
            plain.noun,
            choices,
            self.inner(plain, inner, node, path),
            self.beside(plain),
            plain.known,
            example,
            self.kinds[plain.of].statement if plain.of in self.kinds else None,
            plain.speech,
            plain.needs,
        )

    def beside(self, of: _Attributes) -> dict[str, Field]:
        """The companions of a figure; one of its own kind counts what the figure counts."""
        if of.kind not in ACCOMPANIED:
            return {}
        return {
            name: replace(each, kind=of.kind, noun=of.noun) if each.kind == "same" else each
            for name, each in self.companions.items()
        }

    def choices(self, node: Node) -> dict[str, Wording]:
        """The words to choose from, each with what a person calls it; a word alone calls itself so."""
        if isinstance(node.value, list):
            return {str(item.value): Wording(str(item.value), str(item.value)) for item in node.value}
        words = names_of(node).items()
        return {word: label for word, each in words if (label := self.bound(each, Wording))}

    def inner(self, plain: _Attributes, inner: Node | None, node: Node, path: str) -> Mapping[str, Field]:
        kind = plain.kind
        if kind == "story":
            return self.kinds
        if kind in STATEMENTS:
            return self.stated(plain.of, node, path)
        if inner is None and kind in COMPOSED:
            inner = self.composed.get(kind)
        if inner is not None and kind in COMPOSED | {"group", "list"}:
            return self.fields(names_of(inner), f"{path}.")
        if inner is not None or kind in COMPOSED | {"group", "list"}:
            self.fault(
                "{path}（{kind}）的fields不对：group和list要有fields，其他不能有",
                "{path} is a {kind}: a group or a list has fields, others have not",
                node.at,
                path=path,
                kind=kind,
            )
        return {}

    def stated(self, of: str, node: Node, path: str) -> Mapping[str, Field]:
        """The fields of the kind of statement a field is of."""
        if of in self.kinds:
            return self.kinds[of].fields
        self.fault(
            "{path}的of应是一种陈述：{known}",
            "{path}: “of” should name a kind of statement: {known}",
            node.at,
            path=path,
            known=source.nearest(of, self.kinds) or series(self.kinds),
        )
        return {}

    def refuse_unknown(self, fields: Fields, own: Mapping[str, Node]) -> None:
        """What every type must have, and paths that lead to no field."""
        for name in _NEEDED:
            if name not in fields.fields or not fields.fields[name].required:
                zh = "缺少必填字段{name}；请在base/fields.yaml里声明"
                en = "the required field {name} is missing; declare it in base/fields.yaml"
                self.fault(zh, en, fields.at, name=name)
        self.refuse_astray(fields, own)

    def refuse_unsaid(self, fields: Fields, own: Mapping[str, Node]) -> None:
        """Kinds of statement that there are not, and labels of parts that no story may name."""
        listed = items_of(own.get("usual", NOWHERE)) + items_of(own.get("fits", NOWHERE))
        labels = names_of(own.get("labels", NOWHERE)).items()
        astray = ("没有{name}；请用{known}", "there is no {name}; use {known}")
        apart = (
            "labels里有{name}，story里没有（story里是{known}）；请把写错的一处改正",
            "labels has {name} and story has not (it has {known}); mend the one that is misspelt",
        )
        names = [(str(kind.value), kind.at, [*self.kinds], astray) for kind in listed]
        names += [(name, label.at, [*fields.said, REST], apart) for name, label in labels]
        for name, at, choices, wording in names:
            if name not in choices:
                self.fault(*wording, at, name=name, known=source.nearest(name, choices) or series(choices))

    def refuse_astray(self, fields: Fields, own: Mapping[str, Node]) -> None:
        """Paths of ``holds``, ``order`` and ``needs`` that lead to no field."""
        holds = [path for holding in fields.holds for path in holding.paths]
        order = [path for pair in fields.order for path in pair]
        for part, paths in (("holds", holds), ("order", order), ("fields", self.needed)):
            self.refuse_paths(paths, fields, own[part].at if part in own else fields.at)

    def refuse_paths(self, paths: list[str], fields: Fields, at: Place) -> None:
        for path in paths:
            if fields.find(path) is None and not self.faults:
                known = [each for each, _ in fields.walk()]
                self.fault(
                    "没有字段{path}；是否为{meant}？",
                    "there is no field {path}; did you mean {meant}?",
                    at,
                    path=path,
                    meant=source.nearest(path, known) or known[0],
                )

    def bound(self, node: Node, shape: type[T], path: str = "") -> T | None:
        try:
            return source.bind(node, shape, HouseError, path)
        except PressgenError as error:
            self.faults.extend(getattr(error, "errors", [error]))
            return None

    def fault(self, zh: str, en: str, at: Place, **fields: object) -> None:
        self.faults.append(HouseError(zh, en, at, **fields))
