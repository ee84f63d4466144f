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

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity

    def message(self, ui: UI) -> str:
        """What is wrong, with both values where two disagree."""
        return self.rule.message.say(ui, **self.fields)
