"""What an editor shows at the cursor: where in a file it stands, words to complete, what a word means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from pressgen import api, figures
from pressgen.errors import UI, PressgenError
from pressgen.lsp.newsrooms import OpenNewsroom
from pressgen.regex import regex
from pressgen.text import script

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


Schema = Mapping[str, Any]


def at(root: Schema, path: Sequence[str]) -> list[Schema]:
    """Every way to write what stands at a path, references and alternatives resolved."""
    found = list(_ways(root, root))
    for step in path:
        inner = [part for each in found for part in _step(each, step)]
        found = [way for part in inner for way in _ways(part, root)]
    return found


def members(ways: Sequence[Schema]) -> dict[str, Schema]:
    """The fields that may be written, by name."""
    return {name: part for way in ways for name, part in way.get("properties", {}).items()}


def choices(ways: Sequence[Schema]) -> list[str]:
    """The values there are to choose from."""
    return list(dict.fromkeys(str(word) for way in ways for word in way.get("enum", ()) if word is not None))


def takes_name(root: Schema, part: Schema) -> bool:
    """Whether a name of the glossary may stand there: words in either language."""
    return any("zh" in way.get("properties", {}) for way in _ways(part, root))


def said(part: Schema) -> str:
    """What a field is called and what it is for, in both languages."""
    return "\n\n".join(filter(None, (part.get("title", ""), part.get("description", ""))))


def _step(way: Schema, step: str) -> Iterator[Schema]:
    if step == ITEM:
        if "items" in way:
            yield cast("Schema", way["items"])
    elif step in way.get("properties", {}):
        yield cast("Schema", way["properties"][step])


def _ways(part: Schema, root: Schema) -> Iterator[Schema]:
    if "$ref" in part:
        yield from _ways(root["$defs"][part["$ref"].rpartition("/")[2]], root)
    alternatives = [*part.get("anyOf", ()), *part.get("oneOf", ())]
    for each in alternatives:
        yield from _ways(each, root)
    if not alternatives:
        yield part


_LONGEST = 24
_MOST = 100


@dataclass(frozen=True, slots=True)
class Offer:
    """Words to put in the place of the ``length`` characters before the cursor.

    ``kind`` is field | choice | fact | name; ``about`` is said beside it, ``more`` below it.
    """

    words: str
    kind: str
    length: int
    about: str = ""
    more: str = ""


def offers(path: Path, lines: Sequence[str], row: int, column: int, opened: OpenNewsroom) -> list[Offer]:
    """What may be written at a place of an event file, nearest first."""
    before = lines[row][:column] if row < len(lines) else ""
    brace, _, word = before.rpartition("{")
    if brace.count('"') % 2 and all(each.isalnum() or each in "._" for each in word):
        return list(_facts(word, opened.events.get(path)))
    root = _schema(lines, opened)
    here = cursor(lines, row, column)
    ways = at(root, here.path)
    found = [] if here.value and here.path[-1:] != (ITEM,) else list(_fields(ways, here))
    found += [
        Offer(choice, "choice", len(here.word)) for choice in choices(ways) if choice.startswith(here.word)
    ]
    return found or list(names(before, opened))


def names(before: str, opened: OpenNewsroom) -> Iterator[Offer]:
    """Names of the glossary that begin with what stands before the cursor, the longest such beginning."""
    entries = opened.house("").glossary
    terms = [(term, entry) for entry in entries for term in entry.terms if term.status != "deprecated"]
    for length in range(min(_LONGEST, len(before)), 0, -1):
        word = before[-length:]
        if word != word.strip() or (word.isascii() and length < 2):
            continue
        known = [
            (term, entry)
            for term, entry in terms
            if term.text.startswith(word) and term.status != "deprecated"
        ]
        if known:
            for term, entry in known[:_MOST]:
                other = entry.name("en" if term.lang == "zh" else "zh")
                yield Offer(term.text, "name", length, other)
            return


def field_at(lines: Sequence[str], row: int, column: int, opened: OpenNewsroom) -> str:
    """What the field under the cursor is called and what it is for, or nothing."""
    line = lines[row]
    end = line.find(":", column)
    key = line[: end if end >= 0 else len(line)]
    here = cursor(lines, row, len(key))
    if end < 0 or here.value or not here.word or not line[column:end].replace("_", "").isalnum():
        return ""
    part = members(at(_schema(lines, opened), here.path)).get(here.word)
    return said(part) if part else ""


def word_at(text: str, column: int, house: api.House, ui: UI) -> str:
    """The glossary's entry, or the conversion of the sum, under the cursor; or nothing."""
    lang: figures.Language = "zh" if script(text) == "zh" else "en"
    for each in ("zh", "en"):
        for match in house.glossary.matches(text, each):
            if match.start <= column < match.end:
                return _entry(match.entry)
    for figure in figures.find(text, lang):
        if figure.start <= column < figure.end and figure.kind == "money":
            return _conversion(figure.text, house, ui)
    return ""


def _facts(word: str, event: api.Event | None) -> Iterator[Offer]:
    for path, fact in event.facts.items() if event else ():
        if path.startswith(word):
            yield Offer(path, "fact", len(word), fact.text)


def _fields(ways: Sequence[Schema], here: Cursor) -> Iterator[Offer]:
    for name, part in members(ways).items():
        if name.startswith(here.word):
            yield Offer(f"{name}: ", "field", len(here.word), part.get("title", ""), said(part))


def _schema(lines: Sequence[str], opened: OpenNewsroom) -> Schema:
    """That of the event's type; before it is named, only the types are known."""
    named = (line.partition(":")[2].strip().strip("\"',") for line in lines if line.startswith("release:"))
    types = opened.types
    name = next(named, "")
    if name in types:
        return api.schema(types[name])
    return {"properties": {"release": {"enum": list(types)}}}


def _entry(entry: api.Entry) -> str:
    lines = [f"**{entry.name('zh')}** · **{entry.name('en')}**", ""]
    lines += [f"- {term.text} ({term.lang}, {term.status}, {term.form})" for term in entry.terms]
    return "\n".join([*lines, "", entry.definition]).strip()


def _conversion(text: str, house: api.House, ui: UI) -> str:
    try:
        exchange = api.exchange(text, house)
    except PressgenError as fault:
        return fault.say(ui)
    return f"{exchange.zh}\n\n{exchange.en}\n\n{exchange.rate}"
