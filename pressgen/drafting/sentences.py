"""What the two languages say differently: rise and fall, when, from when to when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from pressgen.document import Lang
from pressgen.house.style import Dates

_EXTENSION = re.compile(r"[ ,，;；/、]*(?:转|ext\.?|x) ?([0-9]+)$", re.IGNORECASE)


def changed(sign: int, amount: str, patterns: Sequence[str], lang: Lang) -> str:
    """A change in words: ``patterns`` for up, down and unchanged, where given, with ``{}`` for the amount."""
    usual = ("up {}", "down {}", "unchanged") if lang == "en" else ("增长{}", "下降{}", "持平")
    index = 2 if sign == 0 else (0 if sign > 0 else 1)
    pattern = patterns[index] if index < len(patterns) and patterns[index] else usual[index]
    return pattern.replace("{}", amount)


def dated(pattern: str, moment: str, lang: Lang) -> str:
    """An ISO day or minute in a CLDR pattern: ``MMMM d, y``, ``y年M月d日``, ``yyyy-MM-dd HH:mm``."""
    from babel.dates import format_datetime  # noqa: PLC0415  # 20 ms, and reading a draft needs no dates

    return format_datetime(datetime.fromisoformat(moment), pattern, locale=_locale(lang))


def called(phone: str, lang: Lang) -> str:
    """A telephone number with the signs of a language and its word for an extension.

    >>> called("（0757）83330000转8012", "en"), called("+86-757-8333-0000 ext. 802", "zh")
    ('(0757)83330000 ext. 8012', '+86-757-8333-0000转802')
    """
    signs = str.maketrans("（）", "()") if lang == "en" else str.maketrans("()", "（）")
    word = r" ext. \1" if lang == "en" else r"转\1"
    return _EXTENSION.sub(word, phone.translate(signs))


def spread(first: str, last: str, year: int, dates: Dates, lang: Lang) -> str:
    """One day or several, without the year where it is the year of publication.

    >>> spread("2023-07-14", "2023-07-16", 2023, Dates(), "en")
    'July 14 to 16'
    >>> spread("2022-12-30", "2023-01-02", 2023, Dates(), "zh")
    '2022年12月30日至2023年1月2日'
    >>> spread("2022-12-30", "2023-01-02", 2023, Dates(), "en")
    'December 30, 2022, to January 2, 2023'
    """
    if not last or first[:10] == last[:10]:
        return _day(first, year, dates, lang)
    to = " to " if lang == "en" else "至"
    if first[:7] == last[:7]:
        return _same_month(first, last, year, dates, lang)
    if first[:4] == last[:4] == str(year):
        return _day(first, year, dates, lang) + to + _day(last, year, dates, lang)
    first_day, last_day = (dated(dates.full.of(lang), day, lang) for day in (first, last))
    return first_day + ("," if re.search(r", \d{4}$", first_day) else "") + to + last_day


def _same_month(first: str, last: str, year: int, dates: Dates, lang: Lang) -> str:
    if lang == "zh":
        return f"{_day(first, year, dates, lang)}至{int(last[8:10])}日"
    closing = "" if int(last[:4]) == year else f", {last[:4]}"
    return f"{dated('MMMM d', first, lang)} to {int(last[8:10])}{closing}"


def _day(moment: str, year: int, dates: Dates, lang: Lang) -> str:
    form = dates.day if int(moment[:4]) == year else dates.full
    return dated(form.of(lang), moment, lang)


def minute(moment: str, year: int, dates: Dates, lang: Lang, *, again: bool = False) -> tuple[str, str]:
    """A day, or a minute of it (ISO), as preposition and words; the time alone where the day was said.

    >>> minute("2026-10-18T19:30", 2026, Dates(), "en"), minute("2026-10-18T19:30", 2026, Dates(), "zh")
    (('at', '7:30 p.m. on October 18'), ('', '10月18日19:30'))
    >>> minute("2026-10-18T12:00", 2026, Dates(), "en", again=True)
    ('at', 'noon')
    """
    day, _, clock = moment.partition("T")
    words = _day(day, year, dates, lang)
    if not clock:
        return ("on" if lang == "en" else ""), words
    if lang == "en":
        return "at", _clock(clock) + ("" if again else f" on {words}")
    return "", ("" if again else words) + f"{int(clock[:2])}:{clock[3:]}"


def _clock(clock: str) -> str:
    """19:30 as 7:30 p.m., 9:00 as 9 a.m., 12:00 as noon."""
    if clock == "12:00":
        return "noon"
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


def _locale(lang: Lang) -> str:
    return "en_US" if lang == "en" else "zh_CN"
