"""Front matter: what a Markdown file says about itself, between two lines ``---`` at its beginning.

``roles`` is there only where the text alone would be misunderstood: how many blocks there are, and
those that are not what they look like, by number, with role and language
(``{of: 12, 4: note en, 7: body und}``). Once somebody adds or takes away a block the numbers are worth
nothing and the text is taken as it looks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast, get_args

from pressgen.document import ROLES, Block, Document, Lang, Role
from pressgen.regex import regex
from pressgen.source import Node, parse

_FENCED = regex(r"---[ \t]*\n(?=[\w\"'#-]|---)(.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PLAIN = regex(r"[^\W\d_](?:[^:#\n'\"\[\]{},&*!|>%@`\\]|(?<=\w):(?=[\w/]))*(?<!\s)")
_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


@dataclass(frozen=True, slots=True)
class Front:
    """What a file says about itself; ``lines`` is how many lines that takes."""

    lang: Lang = "und"
    published: str = ""
    lines: int = 0
    count: int = 0
    said: Mapping[int, tuple[Role, Lang | None]] = field(default_factory=dict)

    def of(self, number: int, role: Role, lang: Lang, blocks: int) -> tuple[Role, Lang]:
        """What block ``number`` (from 1) of ``blocks`` is: as said here, else as it looks."""
        said = self.said.get(number) if blocks == self.count else None
        return (said[0], said[1] or lang) if said else (role, lang)


def write_front(document: Document, translation: str, differing: Mapping[int, Block], count: int) -> str:
    """The front matter of a document; ``differing`` are the blocks that are not what they look like."""
    said = {
        "title": " ".join(document.title.split()),
        "lang": document.lang.replace("und", ""),
    }
    said |= {"date": document.published, "translation": translation}
    lines = [f"{key}: {_scalar(value)}" for key, value in said.items() if value]
    if differing:
        each = (f"{number}: {block.role} {block.lang}" for number, block in differing.items())
        lines.append(f"roles: {{of: {count}, {', '.join(each)}}}")
    return "\n".join(["---", *lines, "---", ""])


def read_front(text: str, name: str) -> Front:
    """The front matter of a file's text; an empty one where there is none. Raises FileError."""
    found = _FENCED.match(text)
    if not found:
        return Front()
    node = parse("\n" + found[1], name) if found[1].strip() else None
    if node and not isinstance(node.value, dict):
        return Front()
    named = cast("dict[str, Node]", node.value) if node else {}
    count, said = _said(named.get("roles"))
    return Front(_lang(_text(named.get("lang"))), _text(named.get("date")), found[0].count("\n"), count, said)


def _said(node: Node | None) -> tuple[int, Mapping[int, tuple[Role, Lang | None]]]:
    named = node.value if node and isinstance(node.value, dict) else {}
    said: dict[int, tuple[Role, Lang | None]] = {}
    for key, value in named.items():
        words = _text(value).split()
        if key.isdecimal() and words and words[0] in ROLES:
            said[int(key[:9])] = (words[0], _known_lang(words[1:]))
    count = _text(named.get("of"))
    return int(count[:9]) if count.isdecimal() else 0, said


def _known_lang(words: Sequence[str]) -> Lang | None:
    return cast("Lang", words[0]) if words and words[0] in get_args(Lang) else None


def _lang(tag: str) -> Lang:
    """``zh-CN``, ``en_US`` and ``ZH`` as the language they are of."""
    primary = re.split("[-_]", tag.lower())[0]
    return cast("Lang", primary) if primary in ("zh", "en") else "und"


def _text(node: Node | None) -> str:
    return node.value if node and isinstance(node.value, str) else ""


def _scalar(text: str) -> str:
    """Text as YAML: plain where nothing in it is a sign, else in double quotes."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d(?:[T ][\d:]+)?", text):
        return text
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)
