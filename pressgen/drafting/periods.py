"""When something was, in words: a day, a month, a quarter, several days; with or without a year."""

from __future__ import annotations

import re
from datetime import date

from pressgen.drafting.sentences import minute
from pressgen.events import parts
from pressgen.figures.en.write import ordinal
from pressgen.house.dates import DateForm, Dates
from pressgen.regex import regex
from pressgen.text import Language

_LEAP = "2024"
_MONTH = DateForm("MMMM")
_ZH_PART = regex("第?[一二三四]季度|前[两二三]个?季度|[上下]半年")
_PARTS = {
    ("01", "03"): ("第一季度", "the first quarter"),
    ("04", "06"): ("第二季度", "the second quarter"),
    ("07", "09"): ("第三季度", "the third quarter"),
    ("10", "12"): ("第四季度", "the fourth quarter"),
    ("01", "06"): ("上半年", "the first half"),
    ("07", "12"): ("下半年", "the second half"),
    ("01", "09"): ("前三季度", "the first three quarters"),
}
_NAMED = regex("半|half|H[12]|季|quarter|Q[1-4]", re.IGNORECASE)
"""What tells a half or a quarter from its months, as the reporter put it."""

_YEAR = {
    "zh": regex(r"(?<![\d-])((?:19|20)\d\d)年|(今年)"),
    "en": regex(r"(?<![\d,.-])((?:19|20)\d\d)s?(?![\d%]|,\d|\.\d)|\b(this year)\b"),
}
_RECKONED = regex(r"\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?")

Words = tuple[str, str]
"""Preposition (English alone has one) and words."""


class Years:
    """The year a reader has in mind: that of publication, until the text names another.

    Months from one to another (1—4月) are read of the last year of the whole text, a day or a month of
    the last one of its paragraph; ``own`` is the day of publication, which needs none;
    nor does a day of its month, or to come, behind another year than the last.

    >>> years = Years(2023, "en")
    >>> years.hear("Output came to 40 million tonnes in 2022.")
    >>> years.unclear("2023-01/2023-04"), years.unclear("2022-05"), years.unclear("XXXX-05")
    (True, False, False)
    """

    def __init__(self, home: int, lang: Language, own: str = "") -> None:
        self.home = str(home)
        self.own = own
        self.lang = lang
        self.last = self.near = self.home

    def paragraph(self) -> None:
        """A new paragraph begins."""
        self.near = self.home

    def hear(self, words: str) -> None:
        """Words of the text, in order."""
        for found in _YEAR[self.lang].finditer(words):
            self.last = self.near = found[1] or self.home

    def unclear(self, value: str) -> bool:
        """Whether a day, a month or a period (ISO) of the year of publication has to say so."""
        start, _, end = value.partition("/")
        if (
            value == self.own
            or self._plainly_now(end or start)
            or not _RECKONED.fullmatch(value)
            or {start[:4], (end or start)[:4]} != {self.home}
        ):
            return False
        return (self.last if len(start) == len("2023-01") and end else self.near) != self.home

    def _plainly_now(self, day: str) -> bool:
        """Whether a day can be of no year but that of publication, whichever was named before it.

        A day of its month, or to come; but not behind the year before, which may have one.
        """
        if len(day) != len(self.own) or self.near == self.home:
            return False
        if int(self.near) == int(self.home) - 1:
            return False
        return day[:7] == self.own[:7] or (self.near < self.home and day > self.own)


def this_year(words: str, lang: Language) -> str:
    """A day, a month or a period with the year that it would otherwise not say.

    >>> this_year("January to April", "en"), this_year("今年上半年", "zh")
    ('January to April this year', '今年上半年')
    """
    if _YEAR[lang].search(words):
        return words
    return f"{words} this year" if lang == "en" else f"今年{words}"


def when(value: str, written: str, year: int, dates: Dates, lang: Language, *, full: bool = False) -> Words:
    """A day, month, year or period (ISO, X for what is not said) as preposition and words.

    The year is said where it is not ``year``, that of publication, or where ``full`` asks for it; a
    period that was given without a year is told without one.

    >>> when("2023-01/2023-06", "2023年1—6月", 2023, Dates(), "en")
    ('from', 'January to June')
    >>> when("2023-01/2023-06", "2023-H1", 2023, Dates(), "zh")
    ('', '今年上半年')
    >>> when("2022-04/2022-06", "2022-Q2", 2023, Dates(), "en")
    ('in', 'the second quarter of 2022')
    >>> when("XXXX-01/XXXX-06", "上半年", 2023, Dates(), "en")
    ('in', 'the first half of the year')
    >>> when("XXXX-XX-14/XXXX-XX-16", "14日至16日", 2023, Dates(), "en")
    ('from', 'the 14th to the 16th')
    >>> when("2028", "2028年年底", 2027, Dates(), "en"), when("2027-06", "6月底前", 2027, Dates(), "zh")
    (('at', 'the end of 2028'), ('', '6月底前'))
    """
    if part := parts.of(written):
        return _part_of(part, value, year, dates, lang, full=full)
    bare = value.startswith("XXXX") and not full
    value = _with_year(value, year)
    home = int(value[:4]) if bare else 0 if full else year
    start, _, end = value.partition("/")
    if "X" in value:
        return _days_of_a_month(start, end, home, dates, lang)
    if "T" in value:
        return minute(value, home, dates, lang)
    if not end:
        return _moment(start, home, dates, lang)
    if len(start) == len("2023-07"):
        return _months(start, end, written, "" if bare else str(home), lang)
    days = len(start) == len("2023-07-14")
    return (
        (_between(dates, lang), dates.several(start, end, home, lang))
        if days
        else _years(start, end, written, lang)
    )


def _part_of(part: parts.Part, value: str, year: int, dates: Dates, lang: Language, *, full: bool) -> Words:
    """A part of a period: 6月底, at the end of June; 今年年底前, by the end of this year."""
    if part.this_year or value == str(year):
        whole = ("今年" if part.named else "") if lang == "zh" else "this year" if part.named else "the year"
    else:
        whole = when(value, part.whole, year, dates, lang, full=full)[1]
    return ("", _part_zh(part, whole)) if lang == "zh" else _part_en(part, whole)


def _part_zh(part: parts.Part, whole: str) -> str:
    """As it was written; of what was written in English, in the usual words: 年底, 月底, 季度末."""
    words = part.zh or _usual(part.where, whole)
    short = words.startswith("年") and part.zh and not part.whole.endswith("年")
    return f"{whole.removesuffix('年') if short else whole}{words}{'前' if part.by else ''}"


def _usual(where: parts.Where, whole: str) -> str:
    if whole.endswith("月"):
        return {"early": "初", "mid": "中旬", "late": "下旬", "end": "底"}[where]
    year = "年" if whole.endswith("年") or not whole else ""
    return (
        year
        + {"early": "初", "mid": "中", "late": "底" if year else "末", "end": "底" if year else "末"}[where]
    )


def _part_en(part: parts.Part, whole: str) -> Words:
    if part.where == "end":
        return "by" if part.by else "at", f"the end of {whole}"
    if not whole.startswith(("the ", "this ")):
        between = "-" if part.where == "mid" else " "
        return "by" if part.by else "in", f"{part.where}{between}{whole}"
    if part.where == "mid":
        return "by" if part.by else "in", f"the middle of {whole}"
    within = f"{part.where} {'in ' if whole.startswith('the ') else ''}{whole}"
    return "by" if part.by else "", within


def _with_year(value: str, year: int) -> str:
    """The value in the year of publication; February 29 in a year that has one."""
    first = re.match(r"\d{4}", value)
    dated = value.replace("XXXX", first[0] if first else str(year))
    try:
        for day in dated.split("/"):
            if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
                date.fromisoformat(day)
    except ValueError:
        return value.replace("XXXX", _LEAP)
    return dated


def _from(lang: Language) -> str:
    return "from" if lang == "en" else ""


def _between(dates: Dates, lang: Language) -> str:
    """From July 14 to 16, but on July 14-16."""
    return _from(lang) if dates.to.of(lang).strip() == "to" or lang == "zh" else "on"


def _days_of_a_month(start: str, end: str, year: int, dates: Dates, lang: Language) -> Words:
    """Days whose month is not said: the 10th, 14日至16日."""
    first, last = (_day(day, year, dates, lang) for day in (start, end or start))
    if lang == "zh":
        return "", f"{first}至{last}" if end else first
    return ("from", f"{first} to {last}") if end else ("on", first)


def _day(value: str, year: int, dates: Dates, lang: Language) -> str:
    if "X" not in value:
        return dates.single(value, year, lang)
    number = int(value[8:10])
    return f"{number}日" if lang == "zh" else f"the {ordinal(number)}"


def _moment(value: str, year: int, dates: Dates, lang: Language) -> Words:
    if len(value) == len("2023"):
        if value == str(year):
            return "", "今年" if lang == "zh" else "this year"
        return ("in", value) if lang == "en" else ("", f"{value}年")
    if len(value) == len("2023-07"):
        return ("in" if lang == "en" else ""), _month(value, year, lang)
    return ("on" if lang == "en" else ""), dates.single(value, year, lang)


def _years(start: str, end: str, written: str, lang: Language) -> Words:
    """Years from one to another, or a decade that was called one."""
    decade = start.endswith("0") and int(end) - int(start) == 9 and re.search(r"年代|\ds$", written)
    if decade and not start.endswith("00"):
        return (
            ("in", f"the {start}s") if lang == "en" else ("", f"{int(start) // 100 + 1}世纪{start[2:]}年代")
        )
    if start == end:
        return ("in", start) if lang == "en" else ("", f"{start}年")
    return ("from", f"{start} to {end}") if lang == "en" else ("", f"{start}—{end}年")


def _months(start: str, end: str, written: str, home: str, lang: Language) -> Words:
    """Months of a year; ``home`` is the year of publication, or nothing where no year was given."""
    year, months = start[:4], (start[5:7], end[5:7])
    if year == end[:4]:
        if months == ("01", "12") and home:
            return ("in", year) if lang == "en" else ("", f"{year}年")
        if months in _PARTS and _NAMED.search(written):
            return ("in" if lang == "en" else ""), _part(months, written, year, home, lang)
    preposition = _from(lang) if start != end or lang == "zh" else "in"
    return preposition, _from_to(start, end, home, lang)


def _part(months: tuple[str, str], written: str, year: str, home: str, lang: Language) -> str:
    zh, en = _PARTS[months]
    if lang == "zh":
        typed = _ZH_PART.search(written)
        head = "今年" if year == home else f"{year}年"
        return (head if home else "") + (typed[0] if typed else zh)
    if not home:
        return f"{en} of the year" if en.endswith("half") else en
    return f"{en} of this year" if year == home else f"{en} of {year}"


def _from_to(start: str, end: str, home: str, lang: Language) -> str:
    same, said = start[:4] == end[:4], bool(home) and start[:4] != home
    first, last = int(start[5:7]), int(end[5:7])
    if lang == "zh":
        if not same:
            return f"{start[:4]}年{first}月至{end[:4]}年{last}月"
        return (f"{start[:4]}年" if said else "") + (f"{first}—{last}月" if first != last else f"{first}月")
    if not same:
        return f"{_name(start)} {start[:4]} to {_name(end)} {end[:4]}"
    months = f"{_name(start)} to {_name(end)}" if first != last else _name(start)
    return months + (f" {start[:4]}" if said else "")


def _month(value: str, year: int, lang: Language) -> str:
    same = value[:4] == str(year)
    if lang == "zh":
        return f"{'' if same else value[:4] + '年'}{int(value[5:7])}月"
    return _name(value) + ("" if same else f" {value[:4]}")


def _name(value: str) -> str:
    return _MONTH.write(f"2000-{value[5:7]}-01", "en")
