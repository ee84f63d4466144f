"""Values as the cells of a form and back: both languages side by side, several names in one cell, rates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressgen import text as characters
from pressgen.errors import EventError, Place
from pressgen.events.companions import IN_BOTH
from pressgen.events.fields import BILINGUAL, Field
from pressgen.events.refusal import refuse
from pressgen.events.scalars import left_out
from pressgen.events.values import REFERENCE
from pressgen.events.walk import expanded
from pressgen.regex import regex
from pressgen.source import Node

NONE = "—"
"""Stands in a cell of several names for one that has no name in this language."""
_NONE = regex(r"[-–—－]+")
_NAMES = regex(r"[\n；;]")
_PRICE = regex(r"([A-Za-z]{3})\s*[:：=]?\s*(\S.*)")
_ON = regex(r"on\s*[:：=]?\s*(\S.*)", re.IGNORECASE)
_NUMBER = regex(r"[\d.]+")


@dataclass(frozen=True, slots=True)
class Written:
    """What a person wrote into one cell."""

    text: str
    at: Place

    @property
    def node(self) -> Node:
        """The same as a node."""
        return Node(self.text, self.at, {})


Cells = Mapping[str, Written]
"""The filled cells of a value by language; a cell that is of no language under an empty key."""


def sides(field: Field, node: Node | None) -> tuple[str, str]:
    """The two cells, Chinese and English, of a value; of a value without language the first.

    A list stands in one cell, one item a line.
    """
    if node is None or left_out(node):
        return "", ""
    if field.kind == "rate":
        return _rate_text(node), ""
    if field.shape == "list":
        return _lines([sides_of_one(field, item) for item in items(node)])
    return sides_of_one(field, node)


def sides_of_one(field: Field, node: Node) -> tuple[str, str]:
    """The two cells of one item."""
    if isinstance(node.value, dict) and field.kind == "fact":
        return "".join(f"{{{name}}}" for name in node.value), ""  # a reference as YAML reads it
    if isinstance(node.value, dict) and field.companions:
        return _accompanied(field, node.value), ""
    if isinstance(node.value, dict):
        zh, en = (node.value.get(lang) for lang in ("zh", "en"))
        return _plain(zh), _plain(en)
    text = _plain(node)
    if field.kind not in BILINGUAL:
        return text, ""
    script = characters.script(REFERENCE.sub("", text))
    if script == "und" and field.kind == "text":
        return text, text
    return ("", text) if script == "en" else (text, "")


def _accompanied(field: Field, named: Mapping[str, Node]) -> str:
    """A figure with what is said beside it, in one cell: 2405.72亿元；同比 +25.48%."""
    own = _plain(named.get("value")) or next(filter(None, map(_plain, named.values())), "")
    beside = (
        f"{companion.label.zh} {text}"
        for name, companion in field.companions.items()
        if (text := _in_a_cell(named.get(name)))
    )
    return "；".join([own, *beside])


def _in_a_cell(node: Node | None) -> str:
    """A companion's words, of one language or of both."""
    if node is None or not isinstance(node.value, dict):
        return _plain(node)
    return IN_BOTH.join(filter(None, (_plain(node.value.get(lang)) for lang in ("zh", "en"))))


def items(node: Node | None) -> list[Node]:
    """The items of a list, which may be written as one."""
    if node is None or left_out(node):
        return []
    return node.value if isinstance(node.value, list) else [node]


def part(field: Field, item: Node, path: Sequence[str]) -> Node | None:
    """What an item of a list says at a path of names, or None."""
    found: Node | None = expanded(item, field)
    for name in path:
        found = found.value.get(name) if found and isinstance(found.value, dict) else None
    return found


def _plain(node: Node | None) -> str:
    return node.value if node is not None and isinstance(node.value, str) and not left_out(node) else ""


def _lines(pairs: list[tuple[str, str]]) -> tuple[str, str]:
    columns = [[" ".join(pair[side].split("\n")) for pair in pairs] for side in (0, 1)]
    zh, en = ("\n".join(text or NONE for text in column) if any(column) else "" for column in columns)
    return zh, en


def _rate_text(node: Node) -> str:
    if not isinstance(node.value, dict):
        return _plain(node)
    return "\n".join(
        _plain(value) if name == "on" else f"{name} {_plain(value)}" for name, value in node.value.items()
    )


def value(field: Field, cells: Cells, path: str) -> Node:
    """The node of the filled cells of one value. Raises EventError: two values where one belongs."""
    if field.kind in BILINGUAL:
        return _words(field, cells)
    first, *others = cells.values()
    for other in others:
        if other.text != first.text:
            raise refuse(
                path,
                "写了两个值：{one}和{text}；留一个",
                "there are two values, {one} and {text}; keep one of them",
                other.at,
                one=first.text,
                text=other.text,
            )
    return _rate(first) if field.kind == "rate" else first.node


def several(field: Field, cells: Cells, path: str) -> list[Node]:
    """The nodes of the names in one cell, or in one cell a language, one a line.

    Raises EventError where the languages do not pair.
    """
    split = {lang: _split(field, cell) for lang, cell in cells.items()}
    if len({len(lines) for lines in split.values()}) > 1:
        raise _unpaired(split, path)
    pairs = zip(*split.values(), strict=True)
    listed = [dict(zip(split, pair, strict=True)) for pair in pairs]
    named = [{lang: cell for lang, cell in pair.items() if not _NONE.fullmatch(cell.text)} for pair in listed]
    return [_words(field, pair) if field.kind in BILINGUAL else _alone(pair) for pair in named if pair]


def _alone(cells: Cells) -> Node:
    return next(iter(cells.values())).node


def _split(field: Field, cell: Written) -> list[Written]:
    lines = _NAMES.split(cell.text) if field.kind == "names" else cell.text.split("\n")
    return [Written(line.strip(), cell.at) for line in lines if line.strip()]


def _unpaired(split: Mapping[str, list[Written]], path: str) -> EventError:
    zh, en = split.get("zh", []), split.get("en", [])
    return refuse(
        path,
        "中文{one}行，英文{other}行；一行对一行，没有的写{none}",
        "{one} lines in Chinese, {other} in English; write line by line, {none} where there is none",
        en[0].at,
        one=len(zh),
        other=len(en),
        none=NONE,
    )


def _words(field: Field, cells: Cells) -> Node:
    """A name in one language is looked up; a text says in which language it is."""
    if "" in cells or (len(cells) == 1 and field.kind in ("name", "names")):
        return _alone(cells)
    first = next(iter(cells.values()))
    return Node(
        {lang: cell.node for lang, cell in cells.items()},
        first.at,
        {lang: cell.at for lang, cell in cells.items()},
    )


def _rate(cell: Written) -> Node:
    """A day, or what a dollar costs, or what other currencies do, one a line."""
    named: dict[str, Node] = {}
    for line in (line.strip() for line in _NAMES.split(cell.text) if line.strip()):
        on, price = _ON.fullmatch(line), _PRICE.fullmatch(line)
        name, said = ("on", on[1]) if on else (price[1].upper(), price[2]) if price else ("", line)
        named[name or ("USD" if _NUMBER.fullmatch(line) else "on")] = Node(said, cell.at, {})
    return Node(named, cell.at, dict.fromkeys(named, cell.at))
