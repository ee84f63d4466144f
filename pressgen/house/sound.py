"""Whether what a ``house.yaml`` says can be drafted with: numbers a page can have, slots, dates."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from pressgen.errors import HouseError
from pressgen.source import Node

_NUMBERS = (
    (r"money\.digits", 1, 15),
    (r"length\.\w+\.(least|most)", 0, 1_000_000),
    (r"look\.page\.(top|right|bottom|left)", 0, 150),
    (r"look\.(zh|en)\.\w+\.size", 1, 400),
    (r"look\.(zh|en)\.\w+\.line", 0.5, 400),
    (r"look\.(zh|en)\.\w+\.(indent|before|after)", 0, 400),
)
"""Settings, and the least and most each may be."""
_WANTED = {"money.sum": "sum", "todo": "text", "reading": "text"}
"""Wordings that are nothing without what they stand around."""
_SLOT = re.compile(r"\{\w+:([^}]*)\}")
_QUOTED = re.compile(r"'[^']*'")
_LETTERS = re.compile(r"([A-Za-z])\1*")
_LONGEST = {"y": 4, "M": 5, "L": 5, "d": 2, "E": 5, "H": 2, "h": 2, "m": 2, "s": 2, "a": 1}
_CAPITALS = "upper"
_ZONE = re.compile(r"[+-](0\d|1[0-4]):[0-5]\d")
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")


def faults(style: Node) -> Iterator[HouseError]:
    """What is wrong with the values of a house's style, each with its place."""
    for path, node in _texts(style, ""):
        yield from _number(path, node)
        yield from _slots(path, node)
        yield from _form(path, node)


def _texts(node: Node, path: str) -> Iterator[tuple[str, Node]]:
    if isinstance(node.value, dict):
        for name, inner in node.value.items():
            if not (name == "standing" and not path):
                yield from _texts(inner, f"{path}.{name}".lstrip("."))
    elif isinstance(node.value, list):
        for inner in node.value:
            yield from _texts(inner, path)
    else:
        yield path, node


def _number(path: str, node: Node) -> Iterator[HouseError]:
    for pattern, least, most in _NUMBERS:
        if not re.fullmatch(pattern, path):
            continue
        try:
            value = float(str(node.value))
        except ValueError:
            return  # no number at all is said where the style is read
        if not math.isfinite(value) or not least <= value <= most:
            yield HouseError(
                "{name}应在{least}与{most}之间",
                "{name} is between {least} and {most}",
                node.at,
                name=path,
                least=least,
                most=most,
            )


def _slots(path: str, node: Node) -> Iterator[HouseError]:
    wanted = _WANTED.get(path.rpartition(".")[0])
    if wanted and str(node.value) and str(node.value).count("{" + wanted + "}") != 1:
        yield HouseError(
            "这里要写一次{slot}，它由具体内容代替",
            "write {slot} here once; it is replaced by what is meant",
            node.at,
            slot="{" + wanted + "}",
        )


def _form(path: str, node: Node) -> Iterator[HouseError]:
    text = str(node.value)
    dates = [text] if re.fullmatch(r"dates\.\w+\.(zh|en)", path) else _SLOT.findall(text)
    for form in dates:
        if form != _CAPITALS and not _is_date(form):
            yield HouseError(
                "“{form}”不是日期格式；请写成y年M月d日或MMMM d, y这样",
                "'{form}' is no form of a date; write one like MMMM d, y or y年M月d日",
                node.at,
                form=form,
            )
    if path == "zone" and not _ZONE.fullmatch(text):
        yield HouseError("时区应写成+08:00这样", "write the time zone like +08:00", node.at)
    if path.endswith(".color") and not _COLOR.fullmatch(text):
        yield HouseError("颜色应写成404040这样", "write the colour like 404040", node.at)


def _is_date(form: str) -> bool:
    """Whether a CLDR pattern holds only letters and lengths that a day and a time have."""
    bare = _QUOTED.sub("", form)
    letters = [(found[1], len(found[0])) for found in _LETTERS.finditer(bare)]
    return "'" not in bare and all(count <= _LONGEST.get(letter, 0) for letter, count in letters)
