"""The cases of a kind of statement: ``cases.md`` beside its sentences, what somebody writes and what it says.

A case is a fenced ``yaml`` list of story items, behind it ``- zh: …`` and ``- en: …``: what they print, the
paragraphs of one case with `` / `` between them. ``event:`` in front of ``story:`` gives the event other
facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from pressgen import source
from pressgen.regex import regex
from pressgen.source import Node

FILE = "cases.md"
_CASE = regex(r"^```yaml\n((?:(?!```).*\n)*)```\n+- zh: (.*)\n- en: (.*)$", re.MULTILINE)
_REFERENCE = regex(r"\{([\w.]+): ''\}")
_WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """Every value is text, as events are read: no quotes around 2023-07-14."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  # as PyYAML declares it

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Lists are set off from their names."""
        super().increase_indent(flow, False)


@dataclass(frozen=True)
class Case:
    """What somebody writes, and what it says in each language; ``line`` is where it stands in its file."""

    kind: str
    line: int
    written: str
    zh: str
    en: str

    @cached_property
    def facts(self) -> dict[str, object]:
        """The facts of the event, of which ``story`` is the list of what is said."""
        given = _plain(source.parse(self.written, f"{self.kind}/{FILE}"))
        if not isinstance(given, dict) or "story" not in given:
            return {"story": given}
        story, facts = given["story"], given.get("event", {})
        return {**facts, "story": story if isinstance(story, list) else [story]}

    @property
    def event(self) -> str:
        """The same as it stands in an event file, in block style; without facts that are left out."""
        given = {name: value for name, value in self.facts.items() if value != "~"}
        text = yaml.dump(
            given, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=None
        )
        return _REFERENCE.sub(r"{\1}", text)


def cases(folder: Path) -> list[Case]:
    """Every case of the kind of statement in a folder. Raises FileError."""
    text = source.text_of(folder / FILE)
    return [
        Case(folder.name, text.count("\n", 0, found.start()) + 1, found[1], found[2], found[3])
        for found in _CASE.finditer(text)
    ]


def _plain(node: Node) -> object:
    if isinstance(node.value, list):
        return [_plain(item) for item in node.value]
    if isinstance(node.value, dict):
        return {name: _plain(child) for name, child in node.value.items()}
    return node.value
