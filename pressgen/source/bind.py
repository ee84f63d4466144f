"""Nodes bound to declared shapes: dataclasses, lists, names, numbers, words of a choice."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from pressgen.errors import Place, PressgenError, raise_all, series
from pressgen.source.choices import chosen, in_chinese, offered
from pressgen.source.read import CONTROL, Node
from pressgen.text import Pair, forbidden

T = TypeVar("T")
Refuse = Callable[..., PressgenError]

_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


class Unfit(Exception):  # noqa: N818  # no error before a place is known
    """A value that a shape cannot take: what is wrong with it, in both languages.

    ``key`` is the name, ``item`` the number, of the one value among several that is at fault.
    """

    def __init__(self, zh: str, en: str, *, key: str = "", item: int = -1, **fields: object) -> None:
        self.zh, self.en, self.fields = zh, en, fields
        self.key, self.item = key, item
        super().__init__(zh, en)

    def place(self, node: Node) -> Place:
        """Where in a node the fault is."""
        if isinstance(node.value, list) and 0 <= self.item < len(node.value):
            return node.value[self.item].at
        return node.keys.get(self.key, node.at)


def bind(node: Node, shape: type[T], refuse: Refuse, path: str = "") -> T:
    """The node as an instance of ``shape``; all its faults at once as ``refuse(zh, en, at, **fields)``.

    Shapes are str, int, float, Decimal, bool, Literal, tuple[X, ...], dict[str, X], X | None, Pair[X]
    (where one value serves both languages) and dataclasses of these; a Node stays as it is. A class with
    ``bound(text, at)`` reads its own text, ``Annotated[X, judge]`` passes the value through ``judge``;
    both raise ``Unfit``. A name that was not declared is refused, with the nearest that was. ``path`` is what
    the node is called where faults name what is missing.
    """
    value, faults = bound(node, shape, refuse, path)
    raise_all(faults)
    assert value is not None  # noqa: S101  # what cannot be bound has a fault
    return value


def bound(node: Node, shape: type[T], refuse: Refuse, path: str = "") -> tuple[T | None, list[PressgenError]]:
    """The same with its faults for who looks for more: what has a default stands in for what is wrong."""
    binder = _Binder(refuse, path)
    return binder.bind(node, shape), binder.faults


def nearest(word: str, words: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word a misspelt one was probably meant to be, or an empty text.

    ``cutoff`` is how like they must be, from 0 to 1.

    >>> nearest("investmnt", ["investment", "signed"])
    'investment'
    """
    import difflib  # noqa: PLC0415  # only for what is misspelt

    return next(iter(difflib.get_close_matches(word, list(words), 1, cutoff)), "")


def called(word: str, labels: Mapping[str, Iterable[str]]) -> str:
    """The name that a person calls by one of its labels, written whole, or an empty text.

    >>> labels = {"promotion": ("招商推介", "Promotion"), "notice": ("通告与辟谣", "Notice")}
    >>> called("招商推介", labels), called("NOTICE", labels), called("辟谣", labels)
    ('promotion', 'notice', '')
    """
    wanted = word.strip().casefold()
    same = [name for name, own in labels.items() if wanted in (label.casefold() for label in own)]
    return same[0] if len(same) == 1 else ""


def meant(word: str, labels: Mapping[str, Iterable[str]]) -> str:
    """The name that was probably meant by a word that is none of its labels, or an empty text.

    A Chinese label may have been cut short or have had something added; any other is misspelt.

    >>> labels = {"promotion": ("招商推介", "Promotion"), "notice": ("通告与辟谣", "Notice")}
    >>> meant("招商推介会", labels), meant("辟谣", labels), meant("promtion", labels), meant("会", labels)
    ('promotion', 'notice', 'promotion', '')
    """
    wanted = word.strip().casefold()
    if len(wanted) > 1 and not wanted.isascii():
        parts = [
            name
            for name, own in labels.items()
            if any(label and (wanted in label or label in wanted) for label in own)
        ]
        if len(parts) == 1:
            return parts[0]
    names = {alias.casefold(): name for name, own in labels.items() for alias in (*own, name)}
    return names.get(nearest(wanted.replace("_", "-"), names), "")


class _Declared(NamedTuple):
    """A field of a dataclass: its default, its shape, and what that is made of, which takes long to ask."""

    default: Any
    shape: Any
    origin: Any
    args: tuple[Any, ...]


@cache
def _parts(shape: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a shape is made of: the general one and what it is of; of a class None and nothing."""
    return get_origin(shape), get_args(shape)


@cache
def _declared(shape: Any) -> tuple[dict[str, _Declared], frozenset[str]]:
    """The fields of a dataclass by name, and those that may not be left out."""
    missing, fields = dataclasses.MISSING, dataclasses.fields(shape)
    hints = get_type_hints(shape, include_extras=True)
    needed = frozenset(f.name for f in fields if f.default is f.default_factory is missing)
    return {f.name: _Declared(f.default, hints[f.name], *_parts(hints[f.name])) for f in fields}, needed


@cache
def _is_record(shape: Any) -> bool:
    """Whether a shape is written as named values; a class that reads its own text is not."""
    return dataclasses.is_dataclass(shape) and not hasattr(shape, "bound")


class _Binder:
    def __init__(self, refuse: Refuse, path: str = "") -> None:
        self.refuse = refuse
        self.path: list[str] = [path] if path else []
        self.faults: list[PressgenError] = []

    def bind(self, node: Node, shape: Any) -> Any:
        return self.shaped(node, shape, *_parts(shape))

    def shaped(self, node: Node, shape: Any, origin: Any, args: tuple[Any, ...]) -> Any:
        """A value of a shape, of which it is known what it is made of."""
        if shape is Node:
            return node
        if origin is not None:
            return self.generic(node, shape, origin, args)
        return self.dataclass(node, shape) if _is_record(shape) else self.scalar(node, shape)

    def within(self, name: str, node: Node, shape: Any, origin: Any, args: tuple[Any, ...]) -> Any:
        """A value of a name, which faults in it are told with."""
        self.path.append(name)
        value = self.shaped(node, shape, origin, args)
        self.path.pop()
        return value

    def missing(self, name: str, node: Node) -> None:
        path = ".".join((*self.path, name))
        self.fault("缺少{name}；请补上", "{name} is missing; add it", node.at, name=path)

    def generic(self, node: Node, shape: Any, origin: Any, args: tuple[Any, ...]) -> Any:
        """A value of a shape made of others."""
        if origin in (Union, types.UnionType):
            other = next(arg for arg in args if arg is not type(None))
            return None if node.blank else self.bind(node, other)
        if origin is Annotated:
            return self.judged(node, *args[:2])
        if origin is Pair:
            return self.pair(node, args[0])
        if origin is tuple:
            inner = args[0], *_parts(args[0])
            return tuple(self.shaped(item, *inner) for item in self.items(node))
        if origin is dict:
            inner = args[1], *_parts(args[1])
            return {key: self.within(key, value, *inner) for key, value in self.named(node).items()}
        return self.scalar(node, shape)

    def judged(self, node: Node, shape: Any, judge: Callable[[Any], Any]) -> Any:
        """A value of a shape as ``judge`` takes it; of several, those are judged that can be read."""
        faults = len(self.faults)
        value = self.bind(node, shape)
        if len(self.faults) > faults and not isinstance(value, dict):
            return None
        try:
            return judge(value)
        except Unfit as unfit:
            self.fault(unfit.zh, unfit.en, unfit.place(node), **unfit.fields)
            return None

    def pair(self, node: Node, shape: Any) -> Any:
        """One value a language, or one for both; what is not said is empty, where a value may be."""
        if not isinstance(node.value, dict) and not node.blank and not _is_record(shape):
            both = self.bind(node, shape)
            return Pair(both, both)
        named = self.named(node)
        for key in named.keys() - {"zh", "en"}:
            self.fault("这里只能写zh和en，没有{key}；文字里有逗号时请加引号",
                       "there are only zh and en here, not {key}; put text that holds a comma in quotes",
                       node.keys.get(key, node.at), key=key)  # fmt: skip
        return Pair(*(self.bind(named[lang], shape) if lang in named else self.empty(node, shape, lang)
                      for lang in ("zh", "en")))  # fmt: skip

    def empty(self, node: Node, shape: Any, lang: str) -> Any:
        """The empty value of a shape, for a language that is not said."""
        plain = get_args(shape)[0] if get_origin(shape) is Annotated else shape
        try:
            return plain()
        except Unfit:
            self.missing(lang, node)
            return None

    def dataclass(self, node: Node, shape: Any) -> Any:
        named = self.named(node)
        fields, needed = _declared(shape)
        for key in named.keys() - fields.keys():
            self.unknown(key, node.keys.get(key, node.at), fields)
        for name in fields if needed - named.keys() else ():
            if name in needed and name not in named:
                self.missing(name, node)
        values: dict[str, Any] = {}
        for name, (default, *of) in fields.items():
            if name not in named:
                continue
            faults = len(self.faults)
            value = self.within(name, named[name], *of)
            if len(self.faults) > faults and isinstance(value, Pair) and isinstance(default, Pair):
                own, given = value, default
                value = Pair(given.zh if own.zh is None else own.zh, given.en if own.en is None else own.en)
            elif len(self.faults) > faults and not _is_record(value.__class__):
                continue
            values[name] = value
        return shape(**values) if needed <= values.keys() else None

    def scalar(self, node: Node, shape: Any) -> Any:
        if not isinstance(node.value, str):
            return self.fault("此处应为文字或数字", "text or a number belongs here", node.at)
        if escaped := forbidden(node.value):
            return self.fault(*CONTROL, node.at, character=escaped[1])
        return self.read(node, node.value, shape)

    def read(self, node: Node, text: str, shape: Any) -> Any:
        """A text as what its shape makes of it."""
        if shape is str:
            return text
        if get_origin(shape) is Literal:
            return self.choice(node, text, get_args(shape))
        if hasattr(shape, "bound"):
            return self.judged(node, str, lambda text: shape.bound(text, node.at))
        try:
            return _TRUTHS[text.lower()] if shape is bool else shape(text)
        except (ValueError, KeyError, InvalidOperation):
            wanted = {bool: "true/false", int: "1", float: "1.5", Decimal: "1.5"}[shape]
            self.fault("“{text}”应写成{wanted}这样的值", "'{text}' should be a value like {wanted}", node.at,
                       text=text, wanted=wanted)  # fmt: skip
            return None

    def choice(self, node: Node, text: str, choices: tuple[str, ...]) -> str | None:
        if found := chosen(text, choices):
            return found
        meant = nearest(text, [*choices, *in_chinese(list(choices)).values()])
        if meant:
            self.fault("没有“{text}”；是否为{meant}？", "there is no '{text}'; did you mean {meant}?",
                       node.at, text=text, meant=meant)  # fmt: skip
        else:
            self.fault("“{text}”不在可选值之内：{choices}", "'{text}' is none of {choices}", node.at,
                       text=text, choices=offered(choices))  # fmt: skip
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
                       key=key, known=series(known))  # fmt: skip

    def fault(self, zh: str, en: str, at: Place, **fields: object) -> None:
        self.faults.append(self.refuse(zh, en, at, **fields))
