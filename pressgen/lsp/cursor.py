"""Where the cursor is in an event file, from the lines above it: half-written YAML parses to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressgen.regex import regex

_LINE = regex(
    r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)"
    r"(?:(?P<key>[^\s:#{}\[\],\"'][^:#{}\[\],]*?): *)?(?P<rest>.*)"
)
_FLOW = regex(r"""[{}\[\],]|(?P<key>[^\s:{}\[\],"']+):\s|"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?""")

ITEM = "-"
"""A step into a list."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """``path`` leads to the mapping or the value the cursor is in; ``value``: behind a key's colon.

    ``word`` is what is typed already of the key or the value.
    """

    path: tuple[str, ...]
    value: bool
    word: str


def cursor(lines: Sequence[str], row: int, column: int) -> Cursor:
    """The place of a row and a column, both from 0.

    >>> cursor(["signed:", "  pro"], 1, 5)
    Cursor(path=('signed',), value=False, word='pro')
    >>> cursor(["story:", "  - share: {of: signed, sha"], 1, 27)
    Cursor(path=('story', '-', 'share'), value=False, word='sha')
    >>> cursor(["house: fo"], 0, 9)
    Cursor(path=('house',), value=True, word='fo')
    """
    before = lines[row][:column] if row < len(lines) else ""
    match = _LINE.fullmatch(before)
    assert match is not None  # noqa: S101  # every line is matched
    depth = len(match["indent"])
    path = [*_above(lines, row, depth, bool(match["dashes"])), *_items(match["dashes"])]
    if match["key"]:
        path.append(match["key"].strip())
    rest = match["rest"]
    if rest[:1] not in ("{", "["):
        return Cursor(tuple(path), bool(match["key"]), rest.strip().strip("\"'"))
    return _in_flow(path, rest)


def _items(dashes: str) -> list[str]:
    return [ITEM] * dashes.count("-")


def _above(lines: Sequence[str], row: int, depth: int, dashed: bool) -> list[str]:
    """The keys of the lines that the current one is indented under."""
    path: list[str] = []
    for line in reversed(lines[:row]):
        match = _LINE.fullmatch(line)
        if match is None or not line.strip() or line.lstrip().startswith("#"):
            continue
        indent, dashes = len(match["indent"]), match["dashes"]
        inner = indent + len(dashes)
        parent = match["key"] and not match["rest"].strip()
        if parent and (inner < depth or (dashed and inner == depth and not dashes)):
            path.insert(0, match["key"].strip())
        elif not (dashes and inner <= depth and indent < depth):
            continue
        if dashes and indent < depth:
            path[0:0] = _items(dashes)
        depth, dashed = indent, bool(dashes)
    return path


def _in_flow(path: list[str], rest: str) -> Cursor:
    """Within braces and brackets on the cursor's own line."""
    stack: list[list[str]] = [path]
    key, start = "", 0
    for token in _tokens(rest):
        text = token[0]
        if text in ("{", "["):
            stack.append([*stack[-1], *([key] if key else []), *([ITEM] if text == "[" else [])])
            key, start = "", token.end()
        elif text in ("}", "]"):
            stack = stack[:-1] or [path]
            key, start = "", token.end()
        elif text == ",":
            key, start = "", token.end()
        elif token["key"]:
            key, start = token["key"], token.end()
    inner = stack[-1]
    word = rest[start:].strip().strip("\"'")
    return Cursor((*inner, key), True, word) if key else Cursor(tuple(inner), inner[-1:] == [ITEM], word)


def _tokens(rest: str) -> Iterator[re.Match[str]]:
    return _FLOW.finditer(rest)
