"""One way of writing within one text: yuan or RMB, hi-tech or high-tech, percent or %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pressgen.checks.phrases.data import Consistent
from pressgen.document import Block
from pressgen.house.style import Style
from pressgen.regex import compiled

_BODY = ("lead", "body", "quote", "note")
_N = r"(?P<n>\d[\d,]{0,20}(?:\.\d{1,10})?)"
_SUM = r"(?P<n>\d[\d,]{0,20}(?:\.\d{1,10})?(?: (?:thousand|million|billion|trillion))?)"


@dataclass(frozen=True, slots=True)
class Use:
    """One of the ways, at a place of a block, and what it says (its number)."""

    way: str
    block: Block
    start: int
    end: int
    number: str


@dataclass(frozen=True)
class Forms:
    """The ways of writing one thing, ready to be found."""

    rule: Consistent

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {way: _pattern(form, self.rule.lang) for way, form in self.rule.forms.items()}

    @cached_property
    def _signs(self) -> dict[str, str]:
        """What each way cannot be without, to pass over most texts at once."""
        return {way: form.replace("{n}", "").replace("{sum}", "") for way, form in self.rule.forms.items()}

    def stray(self, blocks: Sequence[Block], style: Style) -> Iterator[tuple[Use, str, str]]:
        """Each use of a way that is not the text's: the use, what to write, an example of the other way."""
        uses = [use for block in blocks if block.role in _BODY for use in self._uses(block)]
        ways = {use.way: use for use in reversed(uses)}
        if len(ways) < 2:
            return
        wanted = _chosen(style, self.rule.by)
        kept = wanted if wanted in ways else uses[0].way
        other = ways[kept]
        for use in uses:
            if use.way != kept:
                fixed = self.rule.forms[kept].replace("{n}", use.number).replace("{sum}", use.number)
                yield use, fixed, other.block.text[other.start : other.end]

    def _uses(self, block: Block) -> Iterator[Use]:
        for way, pattern in self._patterns.items():
            if self._signs[way] not in block.text:
                continue
            for match in pattern.finditer(block.text):
                yield Use(way, block, match.start(), match.end(), match.groupdict().get("n") or "")


def _pattern(form: str, lang: str) -> re.Pattern[str]:
    escaped = re.escape(form).replace(r"\{n\}", _N).replace(r"\{sum\}", _SUM)
    before = r"(?<![\w$.,-])(?<!RMB )(?<!USD )" if lang == "en" else r"(?<![\d.])"
    after = r"(?!\w)" if lang == "en" and form[-1].isalnum() else ""
    after += r"(?![\d,.]*\d| (?:yuan|dollars|RMB|USD)\b)" if form.endswith("}") else ""
    return compiled(f"{before}{escaped}{after}")


def _chosen(style: Style, by: str) -> str:
    """What the house's style says under a dotted name: ``percent``, ``money.yuan``."""
    value: object = style
    for name in filter(None, by.split(".")):
        value = getattr(value, name, "")
    return value if isinstance(value, str) else ""
