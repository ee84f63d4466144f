"""What the two languages say differently: rise and fall, when, from when to when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressgen.house.dates import Dates
from pressgen.regex import regex
from pressgen.text import Language

_FROM_ABROAD = regex(r"(?:\+|00)86[ -]?(?=\d)")
_WITHOUT_AREA = regex(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}\b|[48]00\b")
"""How a Chinese number is called from abroad; within the country its area code begins with 0."""
_GROUPS = regex(r"^(0\d{2,3})[ -](\d{3,4})[ -](\d{4})(?!\d)")
"""A number in groups, as it is called from abroad: at home it is in one, 0757-83330000."""
_EXTENSION = regex(r"[ ,，;；/、]*(?:转|ext\.?|x) ?([0-9]+)$", re.IGNORECASE)


def changed(sign: int, amount: str, patterns: Sequence[str], lang: Language) -> str:
    """A change in words: ``patterns`` for up, down and unchanged, where given, with ``{}`` for the amount."""
    usual = ("up {}", "down {}", "unchanged") if lang == "en" else ("增长{}", "下降{}", "持平")
    index = 2 if sign == 0 else (0 if sign > 0 else 1)
    pattern = patterns[index] if index < len(patterns) and patterns[index] else usual[index]
    return pattern.replace("{}", amount)


def called(phone: str, lang: Language) -> str:
    """A telephone number with the signs of a language and its word for an extension; at home without +86.

    >>> called("（0757）83330000转8012", "en"), called("+86-757-8333-0000 ext. 802", "zh")
    ('(0757)83330000 ext. 8012', '0757-83330000转802')
    >>> called("+86 13957512345", "zh"), called("+86-10-6500-0000", "zh"), called("+33-1-4720", "zh")
    ('13957512345', '010-65000000', '+33-1-4720')
    """
    if lang == "zh" and (abroad := _FROM_ABROAD.match(phone)):
        home = phone[abroad.end() :]
        phone = home if _WITHOUT_AREA.match(home) else _GROUPS.sub(r"\1-\2\3", f"0{home}")
    signs = str.maketrans("（）", "()") if lang == "en" else str.maketrans("()", "（）")
    word = r" ext. \1" if lang == "en" else r"转\1"
    return _EXTENSION.sub(word, phone.translate(signs))


def minute(moment: str, year: int, dates: Dates, lang: Language, *, again: bool = False) -> tuple[str, str]:
    """A day, or a minute of it (ISO), as preposition and words; the time alone where the day was said.

    >>> minute("2026-10-18T19:30", 2026, Dates(), "en"), minute("2026-10-18T19:30", 2026, Dates(), "zh")
    (('at', '7:30 p.m. on October 18'), ('', '10月18日19:30'))
    >>> minute("2026-10-18T12:00", 2026, Dates(), "en", again=True)
    ('at', 'noon')
    """
    day, _, clock = moment.partition("T")
    words = dates.single(day, year, lang)
    if not clock:
        return ("on" if lang == "en" else ""), words
    if lang == "en":
        return "at", _clock(clock) + ("" if again else f" on {words}")
    return "", ("" if again else words) + f"{int(clock[:2])}:{clock[3:]}"


def _clock(clock: str) -> str:
    """19:30 as 7:30 p.m., 9:00 as 9 a.m., 12:00 as noon, the end of a day as midnight."""
    if clock in ("12:00", "24:00"):
        return "noon" if clock == "12:00" else "midnight"
    hour, minutes = int(clock[:2]), clock[3:]
    past = "" if minutes == "00" else f":{minutes}"
    return f"{(hour - 1) % 12 + 1}{past} {'a.m.' if hour < 12 else 'p.m.'}"


def achieved(mark: str) -> str:
    """A mark with its preposition: in a time, with a distance or points, a score with none.

    >>> [achieved(mark) for mark in ("9.83 seconds", "17.95 meters", "3–1 (25–20)")]
    ['in 9.83 seconds', 'with 17.95 meters', '3–1 (25–20)']
    """
    if re.search(r"(?:hour|minute|second)s?$|^\d+:\d\d", mark):
        return f"in {mark}"
    return mark if re.match(r"\d+–\d", mark) else f"with {mark}"
