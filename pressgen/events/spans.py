"""Where a fact stands in its file, as the span of a finding."""

from __future__ import annotations

from pressgen.document import Span
from pressgen.events.model import Fact


def span(fact: Fact, start: int = 0, end: int | None = None, text: str | None = None) -> Span:
    """The place of a fact, or of a stretch of ``text``, which is the fact as written where not given."""
    written = fact.text if text is None else text
    stop = len(written) if end is None else end
    at = fact.at
    return Span(at.file, None, start, stop, written[start:stop], line=at.line, column=at.column, cell=at.cell)
