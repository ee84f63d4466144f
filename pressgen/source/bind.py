"""Nodes bound to declared shapes: dataclasses, lists, names, numbers, words of a choice."""

from __future__ import annotations

import dataclasses
import difflib
import types
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from pressgen.errors import Place, PressgenError, raise_all
from pressgen.source.read import CONTROL, Node
from pressgen.text import forbidden

T = TypeVar("T")
Refuse = Callable[..., PressgenError]

_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


def bind(node: Node, shape: type[T], refuse: Refuse) -> T:
    """The node as an instance of ``shape``; all its faults at once as ``refuse(zh, en, at, **fields)``.

    Shapes are str, int, float, Decimal, bool, Literal, tuple[X, ...], dict[str, X], X | None and
    dataclasses of these; a Node stays as it is. A name that was not declared is refused, with the
    nearest that was.
    """
    binder = _Binder(refuse)
    value = binder.bind(node, shape)
    raise_all(binder.faults)
    return value  # type: ignore[no-any-return]  # built by the shape, which is T


def nearest(word: str, words: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word a misspelt one was probably meant to be, or an empty text.

    ``cutoff`` is how like they must be, from 0 to 1.

    >>> nearest("investmnt", ["investment", "signed"])
    'investment'
    """
    return next(iter(difflib.get_close_matches(word, list(words), 1, cutoff)), "")


@cache
def _hints(shape: Any) -> dict[str, Any]:
    return get_type_hints(shape)


class _Binder:
    def __init__(self, refuse: Refuse) -> None:
        self.refuse = refuse
        self.faults: list[PressgenError] = []

    def bind(self, node: Node, shape: Any) -> Any:
        origin = get_origin(shape)
        if origin in (Union, types.UnionType):
            inner = next(arg for arg in get_args(shape) if arg is not type(None))
            return None if node.blank else self.bind(node, inner)
        if shape is Node:
            return node
        if dataclasses.is_dataclass(shape):
            return self.dataclass(node, shape)
        if origin is tuple:
            return tuple(self.bind(item, get_args(shape)[0]) for item in self.items(node))
        if origin is dict:
            return {key: self.bind(value, get_args(shape)[1]) for key, value in self.named(node).items()}
        return self.scalar(node, shape, origin)

    def dataclass(self, node: Node, shape: Any) -> Any:
        named = self.named(node)
        hints = _hints(shape)
        fields = {f.name: f for f in dataclasses.fields(shape)}
        for key in named.keys() - fields.keys():
            self.unknown(key, node.keys.get(key, node.at), fields)
        for name, f in fields.items():
            if name not in named and f.default is f.default_factory is dataclasses.MISSING:
                self.fault("缺少{name}", "{name} is missing", node.at, name=name)
        faults = len(self.faults)
        values = {name: self.bind(named[name], hints[name]) for name in fields if name in named}
        return shape(**values) if len(self.faults) == faults and self.complete(fields, values) else None

    @staticmethod
    def complete(fields: dict[str, Any], values: dict[str, Any]) -> bool:
        return all(
            name in values
            or f.default is not dataclasses.MISSING
            or f.default_factory is not dataclasses.MISSING
            for name, f in fields.items()
        )

    def scalar(self, node: Node, shape: Any, origin: Any) -> Any:
        if not isinstance(node.value, str):
            self.fault("此处应为文字或数字", "text or a number belongs here", node.at)
            return None
        if escaped := forbidden(node.value):
            self.fault(*CONTROL, node.at, character=escaped[1])
            return None
        if origin is Literal:
            return self.choice(node, node.value, get_args(shape))
        if shape is str:
            return node.value
        try:
            return _TRUTHS[node.value.lower()] if shape is bool else shape(node.value)
        except (ValueError, KeyError, InvalidOperation):
            wanted = {bool: "true/false", int: "1", float: "1.5", Decimal: "1.5"}[shape]
            self.fault("“{text}”应写成{wanted}这样的值", "'{text}' should be a value like {wanted}", node.at,
                       text=node.value, wanted=wanted)  # fmt: skip
            return None

    def choice(self, node: Node, text: str, choices: tuple[str, ...]) -> str | None:
        if text in choices:
            return text
        self.fault(
            "“{text}”不在可选值之内：{choices}", "'{text}' is none of {choices}", node.at,
            text=text, choices=", ".join(choices),
        )  # fmt: skip
        return None

    def items(self, node: Node) -> list[Node]:
        if isinstance(node.value, list):
            return node.value
        return [] if node.blank else [node]

    def named(self, node: Node) -> dict[str, Node]:
        if isinstance(node.value, dict):
            return node.value
        if not node.blank:
            self.fault("此处应为“字段: 值”", "'name: value' belongs here", node.at)
        return {}

    def unknown(self, key: str, at: Place, known: Iterable[str]) -> None:
        meant = nearest(key, known)
        if meant:
            self.fault("没有字段{key}；是否为{meant}？", "there is no {key}; did you mean {meant}?", at,
                       key=key, meant=meant)  # fmt: skip
        else:
            self.fault("没有字段{key}；可用：{known}", "there is no {key}; there are {known}", at,
                       key=key, known=", ".join(known))  # fmt: skip

    def fault(self, zh: str, en: str, at: Place, **fields: object) -> None:
        self.faults.append(self.refuse(zh, en, at, **fields))
