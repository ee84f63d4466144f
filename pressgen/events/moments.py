"""Days with a time of day: as people write them, and as programs stamp them."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta, timezone

from pressgen.regex import regex

_CLOCK = regex(r"(.*\d日?)(?:[T ]\s*|(?<=日))(\d{1,2}):(\d{2})(?::\d{2})?")
_STAMP = regex(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)? ?(Z|[+-]\d{2}(?::?\d{2})?)",
    re.IGNORECASE | re.ASCII,
)
"""RFC 3339, with the distance from Greenwich."""
_BEIJING = timezone(timedelta(hours=8))


def parts(text: str) -> tuple[str, str, str] | None:
    """The day, hour and minute of a text that has all three.

    >>> parts("2023年7月18日 16:17"), parts("2023-07-18")
    (('2023年7月18日', '16', '17'), None)
    """
    written = unicodedata.normalize("NFKC", text)
    found = _CLOCK.fullmatch(stamp(written) or written)
    return (found[1], found[2], found[3]) if found else None


def stamp(text: str) -> str:
    """A program's time stamp by Beijing's clock, to the minute; nothing for any other text.

    >>> stamp("2023-07-18T08:17:00Z"), stamp("2023-07-18T16:17:00+08:00"), stamp("2023-07-18 16:17")
    ('2023-07-18T16:17', '2023-07-18T16:17', '')
    """
    found = _STAMP.fullmatch(text)
    if found is None:
        return ""
    day, clock, away = found.groups()
    try:
        written = datetime.fromisoformat(f"{day}T{clock}{away.upper().replace('Z', '+00:00')}")
        return written.astimezone(_BEIJING).isoformat()[:16]
    except (ValueError, OverflowError):
        return ""
