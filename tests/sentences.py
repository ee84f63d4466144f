"""Cases told as sentences in tests/cases/*.md: what is left alone first, then what is caught.

``## rule/id``, a paragraph on what and why, a ``Leave`` list, a ``Catch`` list. In a caught item the
outermost [brackets] stand where the finding lies, and `` → `` comes before the mended text (␣ for a space). A bilingual
item is two texts joined by `` ⟷ ``, the paragraphs of a file are joined by `` ¶ ``.
"""

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
_SECTION = re.compile(r"^## (\S+/\S+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_LIST = re.compile(r"^(Leave|Catch)\b[^\n]*\n\n((?:- [^\n]*\n?)+)", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One item of a list: its text, the rule it belongs to; where it is caught and how it is mended."""

    rule: str
    text: str
    start: int = 0
    end: int = 0
    fixed: str | None = None


def _caught(rule: str, item: str) -> Case:
    marked, _, fixed = item.partition(" → ")
    start, end = marked.index("["), marked.rindex("]")
    text = marked[:start] + marked[start + 1 : end] + marked[end + 1 :]
    return Case(rule, text, start, end - 1, fixed.replace("␣", " ") or None)


def cases(room: str) -> tuple[list[Case], list[Case]]:
    """The items a room leaves alone and those it catches."""
    left: list[Case] = []
    caught: list[Case] = []
    for rule, body in _SECTION.findall((CASES / f"{room}.md").read_text(encoding="utf-8")):
        for kind, items in _LIST.findall(body):
            for item in re.findall(r"^- (.*)$", items, re.MULTILINE):
                if kind == "Leave":
                    left.append(Case(rule, item))
                else:
                    caught.append(_caught(rule, item))
    return left, caught
