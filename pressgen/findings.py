"""A rule, a fault found under it at a place, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pressgen.document import Span
from pressgen.errors import UI, Wording

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Fix:
    """Text to stand in the finding's place; only a ``safe`` one may be put there unasked."""

    text: str
    safe: bool = False

    def say(self, ui: UI, text: str | None = None) -> str:
        """What to write, or that to leave it out; ``text`` is the words as the page shows them.

        >>> Fix("15.26 billion yuan").say("en"), Fix("，", safe=True).say("zh")
        ('suggestion: 15.26 billion yuan', '可改为：，')
        """
        wording = _SAID[self.safe, bool(self.text)]
        return wording.say(ui, text=self.text if text is None else text)


_SAID = {
    (True, True): Wording("可改为：{text}", "write: {text}"),
    (True, False): Wording("可删去", "leave it out"),
    (False, True): Wording("建议改为：{text}", "suggestion: {text}"),
    (False, False): Wording("建议删去", "suggestion: leave it out"),
}
"""By whether a fix is safe, and whether it puts anything there."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for, why, and what is said when it is found.

    ``id`` is ``room/fault`` and reads as "allow room/fault". ``why`` names its authority.
    """

    id: str
    severity: Severity
    message: Wording
    why: Wording

    def at(
        self, span: Span, fix: Fix | None = None, related: tuple[Span, ...] = (), **fields: object
    ) -> Finding:
        """A finding under this rule at a place."""
        return Finding(self, span, fields, fix, related)


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place: complete, and able to speak either language."""

    rule: Rule
    span: Span
    fields: Mapping[str, object] = field(default_factory=dict)
    fix: Fix | None = None
    related: tuple[Span, ...] = ()
    grade: Severity | None = None

    @property
    def severity(self) -> Severity:
        """How grave it is: as its newsroom grades it, else as its rule does."""
        return self.grade or self.rule.severity

    def message(self, ui: UI) -> str:
        """What is wrong, with both values where two disagree."""
        return self.rule.message.say(ui, **self.fields)
