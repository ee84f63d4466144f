"""What a person gives to any door: a currency, one file of a pair."""

from __future__ import annotations

from pathlib import Path

from pressgen.errors import UsageError
from pressgen.figures.currencies import code_of
from pressgen.formats.spoken import bare
from pressgen.source import listed


def partner(path: Path) -> Path | None:
    """The file beside it whose name differs only in zh and en, or None. Raises FileError."""
    others = (other for other in listed(path.parent, path.suffix) if other != path)
    return next((other for other in others if bare(other.name) == bare(path.name)), None)


def currency(text: str) -> str:
    """The code of a currency given by code or name in either language. Raises UsageError for any other."""
    code = code_of(text)
    if code is None:
        raise UsageError(
            "没有“{text}”这种货币；请写USD、EUR这样的代码，或美元、欧元这样的名称",
            "'{text}' is no currency; write its code (USD, EUR) or its name (US dollars, euros)",
            text=text,
        )
    return code
