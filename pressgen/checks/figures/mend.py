"""What the English should say, where the Chinese is right: the very figure, written as the English writes."""

from __future__ import annotations

import re

from pressgen import figures
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.errors import PressgenError, Wording
from pressgen.figures import Style
from pressgen.findings import Fix
from pressgen.regex import regex

_RMB = regex(r"RMB|renminbi", re.IGNORECASE)
_NOTHING = Wording("", "")


def right_for(zh: PlacedFigure, en: PlacedFigure) -> Fix | None:
    """The Chinese figure in English, or None where it cannot be written or would read the same."""
    try:
        text = figures.format(zh.figure, "en", _style(en.text))
    except PressgenError:
        return None
    return Fix(text) if text != en.figure.text else None


def instead(fix: Fix | None) -> Wording:
    """What a message adds where the right words are known."""
    return Wording(f"；应写作“{fix.text}”", f"; write “{fix.text}”") if fix else _NOTHING


def _style(text: str) -> Style:
    """As the figure beside it is written: percent or %, RMB or yuan, US$ or USD."""
    dollars = next((sign for sign in ("US$", "$") if sign in text), "USD")
    return Style("RMB" if _RMB.search(text) else "yuan", dollars, "%" if "%" in text else "percent")  # type: ignore[arg-type]  # one of the four
