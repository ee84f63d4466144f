"""A YAML or JSON file as plain values that know their line and column.

Every scalar stays the text a person wrote (``NO`` is not False, ``2023-07-14`` is not a date): what it
means is decided by the room that declared it. A file is hostile until read: no aliases, anchors, tags
or duplicate keys, and caps on size and depth.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pressgen import memory
from pressgen import text as characters
from pressgen.complaints import complaint
from pressgen.errors import FileError, Place
from pressgen.regex import regex
from pressgen.source import yaml_faults
from pressgen.source.file import has_edits, text_of
from pressgen.source.yaml_faults import CUT, cut, explained, syntax, wide_name
from pressgen.text import composed, forbidden

_PAIR = regex(r"(?<!\\)\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")

MAX_DEPTH = 32
CONTROL = ("含有控制字符{character}；请删除", "holds the control character {character}; delete it")
_TOO_DEEP = ("嵌套超过{depth}层", "nested over {depth} deep")


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands: text, a list of nodes, or named nodes (with the places of the names)."""

    value: str | list[Node] | dict[str, Node]
    at: Place
    keys: dict[str, Place]
    plain: bool = False

    @property
    def blank(self) -> bool:
        """Nothing was written here: ``key:``, ``key: null`` or ``key: ~``, but not ``key: ""``."""
        return self.plain and self.value in ("", "~", "null")


def load(path: Path) -> Node:
    """The whole of a YAML or JSON file. Raises FileError with line and column."""
    return parse(text_of(path), str(path), as_json=path.suffix.lower() == ".json")


def parse(text: str, name: str, *, as_json: bool = False) -> Node:
    """YAML or JSON text as nodes; ``name`` is the file's name in errors."""
    _refuse_controls(text, name)
    if as_json:
        text = _as_yaml(text, name)
    return _Builder(name).build(text)


def declared(text: str, name: str) -> Node:
    """YAML that a newsroom declares something in, as an earlier command read the very same words.

    For what many commands read. A process that remembers nothing reads it as ``parse`` does, and so does an
    editor while somebody types: what is not saved is not remembered.
    """
    if has_edits():
        return parse(text, name)
    made = memory.row(f"yaml {_edition()} {text}", lambda: _packed(parse(text, name)))
    return parse(text, name) if made is None else _unpacked(made, name)


_Packed = tuple[Any, Any, int | None, int | None, bool]
"""The names of a node's values with their places, if they have any; the values; line and column; plain."""


def _packed(node: Node) -> _Packed:
    names: list[tuple[str, int | None, int | None]] | None = None
    inside: Any = node.value
    if isinstance(inside, dict):
        names = [(key, node.keys[key].line, node.keys[key].column) for key in inside]
        inside = [_packed(each) for each in inside.values()]
    elif isinstance(inside, list):
        inside = [_packed(each) for each in inside]
    return names, inside, node.at.line, node.at.column, node.plain


def _unpacked(packed: _Packed, file: str) -> Node:
    names, inside, line, column, plain = packed
    at = Place(file, line, column)
    if isinstance(inside, str):
        return Node(inside, at, {}, plain)
    values = [_unpacked(each, file) for each in inside]
    if names is None:
        return Node(values, at, {}, plain)
    keys = {key: Place(file, *place) for key, *place in names}
    return Node(dict(zip(keys, values, strict=True)), at, keys, plain)


@cache
def _edition() -> str:
    """Which edition of the program reads: size and time of the modules that judge what stands in a file."""
    states = (
        Path(str(module.__file__)).stat() for module in (sys.modules[__name__], yaml_faults, characters)
    )
    return " ".join(f"{state.st_size} {state.st_mtime_ns}" for state in states)


def _refuse_controls(text: str, name: str) -> None:
    found = forbidden(text)
    if found:
        offset, character = found
        line = text.count("\n", 0, offset) + 1
        column = offset - text.rfind("\n", 0, offset)
        raise FileError(*CONTROL, Place(name, line, column), character=character)


def _as_yaml(text: str, name: str) -> str:
    """JSON, once it is known to be JSON, reads as YAML if tabs become blanks of the same width."""
    try:
        json.loads(text, parse_constant=_no_constant, parse_int=str)
    except (json.JSONDecodeError, RecursionError) as error:
        line, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        at = Place(name, line, column)
        raise FileError(
            "不是有效的JSON（{reason}）；请改正这一处",
            "not valid JSON ({reason}); mend it here",
            at,
            reason=complaint(error),
        ) from None
    return _PAIR.sub(lambda pair: json.loads(f'"{pair[0]}"'), text.replace("\t", " "))


def _no_constant(word: str) -> None:
    raise json.JSONDecodeError(f"{word} is not JSON", word, 0)


class _Builder:
    """Builds nodes from the parser's events, refusing what a person would not write."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[str] = []
        self.signs: list[int] = []  # where the last number sign of each row stands

    def build(self, text: str) -> Node:
        self.rows = text.splitlines()
        self.signs = [row.rfind("#") for row in self.rows]
        import yaml  # noqa: PLC0415  # 18 ms, and many commands read no YAML

        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        try:
            events = yaml.parse(text, Loader=loader)
            node = self._document(events)
        except yaml.MarkedYAMLError as error:
            raise self._explained(error, text) from None
        except yaml.YAMLError as error:
            raise FileError(
                "不是有效的YAML；请核对缩进、冒号和引号",
                "not valid YAML; look at spaces, colons and quotes",
                Place(self.name),
            ) from error
        return node

    def _document(self, events: Iterator[Any]) -> Node:
        kinds = [type(next(events)).__name__, type(next(events)).__name__]
        if kinds[1] == "StreamEndEvent":
            raise FileError("文件是空的；请写上内容", "the file is empty; write into it", Place(self.name))
        node = self._node(next(events), events, 0)
        next(events)
        if type(after := next(events)).__name__ != "StreamEndEvent":
            raise self._refusal("文件里只能有一份文档（---）", "one document (---) a file, no more", after)
        return node

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        kind = type(event).__name__
        self._refuse(event, kind, depth)
        if kind == "ScalarEvent":
            self._refuse_cut(event)
            return Node(composed(event.value), self._place(event), {}, not event.style)
        if kind == "SequenceStartEvent":
            return Node(list(self._items(events, depth + 1)), self._place(event), {})
        return self._mapping(event, events, depth + 1)

    def _items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        while type(event := next(events)).__name__ != "SequenceEndEvent":
            yield self._node(event, events, depth)

    def _mapping(self, start: Any, events: Iterator[Any], depth: int) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while type(event := next(events)).__name__ != "MappingEndEvent":
            key = self._node(event, events, depth)
            if not isinstance(key.value, str):
                raise self._refusal("字段名必须是文字", "a field's name must be text", event)
            if key.plain and (fault := wide_name(key.value, key.at)):
                raise fault
            if key.value in values:
                raise self._refusal(
                    "字段{key}写了两次；请删去一个",
                    "the field {key} stands twice; delete one",
                    event,
                    key=key.value,
                )
            values[key.value] = self._node(next(events), events, depth)
            keys[key.value] = key.at
        return Node(values, self._place(start), keys)

    def _refuse(self, event: Any, kind: str, depth: int) -> None:
        if kind == "AliasEvent" or event.anchor:
            raise self._refusal(
                "不允许使用锚点和别名（&、*）；若是普通文字请加引号",
                "anchors and aliases (& and *) are not allowed; put plain text in quotes",
                event,
            )
        if event.tag and event.tag != "!":
            raise self._refusal("不允许使用标签（!）", "tags (!) are not allowed", event)
        if depth > MAX_DEPTH:
            raise FileError(*_TOO_DEEP, self._place(event), depth=MAX_DEPTH)

    def _refuse_cut(self, event: Any) -> None:
        """Raises FileError where text is lost behind a number sign that may not be meant as a comment's."""
        if event.style:
            return
        line, column = event.end_mark.line, event.end_mark.column
        if line >= len(self.rows) or self.signs[line] < column:
            return
        if at := cut(event.value, self.rows[line][column:]):
            raise FileError(*CUT, Place(self.name, line + 1, column + at + 1))

    def _refusal(self, zh: str, en: str, event: Any, **fields: object) -> FileError:
        return FileError(zh, en, self._place(event), **fields)

    def _place(self, event: Any) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _explained(self, error: Any, text: str) -> FileError:
        """The parser's complaint in the words of what a person most likely did."""
        mark, opened = error.problem_mark or error.context_mark, error.context_mark
        place = Place(self.name, opened.line + 1, opened.column + 1) if opened else None
        line = mark.line + 1 if mark else 1
        if "escape" in str(error.problem):
            return self._syntax(error)
        return explained(text, self.name, line, str(error.context or ""), place) or self._syntax(error)

    def _syntax(self, error: Any) -> FileError:
        mark = error.problem_mark or error.context_mark
        at = Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)
        problem = " ".join(str(error.problem or error.context).split())
        if "nesting depth" in problem:  # newer parsers count for themselves, looking further ahead
            return FileError(*_TOO_DEEP, at, depth=MAX_DEPTH)
        return syntax(problem, at)
