"""Days and minutes as a house writes them, in CLDR forms: ``MMMM d, y``, ``y年M月d日``, ``HH:mm``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import ClassVar, Literal, Self

from pressgen import cldr
from pressgen.errors import Place
from pressgen.regex import regex
from pressgen.source import Unfit
from pressgen.text import Language, Pair

_PIECE = regex(r"'([^']*)'|(([A-Za-z])\3*)|([^A-Za-z']+)")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
AP_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
"""Months with a day, as the AP Stylebook has them; a month alone is written out."""
_HAN = "一二三四五六七八九"
_NAMED = (
    "|".join(rf"{name}|{name[:4]}\.?|{name[:3]}\.?" for name in MONTHS)
    + rf"|(?:十[一二]?|[{_HAN}]|\d{{1,2}})月"
)
_WEEKDAY = r"[A-Z][a-z]{2,8}|(?:星期|周)[一二三四五六日]"
_FIELDS = {
    "y": r"\d{4}", "yy": r"\d{2}", "yyyy": r"\d{4}",
    "M": r"\d{1,2}", "MM": r"\d{2}", "MMM": _NAMED, "MMMM": _NAMED,
    "d": r"\d{1,2}", "dd": r"\d{2}",
    "E": _WEEKDAY, "EE": _WEEKDAY, "EEE": _WEEKDAY, "EEEE": _WEEKDAY,
    "H": r"\d{1,2}", "HH": r"\d{2}", "h": r"\d{1,2}", "hh": r"\d{2}", "mm": r"\d{2}",
    "a": r"[AaPp]\.?[Mm]\.?|[上下中]午",
}  # fmt: skip
"""The CLDR fields that a release needs, and what they print."""
_MEANT = {"Y": "y", "YYYY": "yyyy", "YY": "yy", "D": "d", "DD": "dd", "m": "mm", "LLLL": "MMMM", "LLL": "MMM",
          "hhmm": "HH:mm", "A": "a", "k": "H", "kk": "HH"}  # fmt: skip
_HOURS = frozenset({"H", "HH", "h", "hh"})
_NAMED_TWICE = re.compile(r"(?<!M)MMMM?月")
_KNOWN = "y, M, MM, MMM, MMMM, d, dd, EEEE, H, HH, h, mm, a"


_WEEKDAY_FORM = regex(r"\s*[（(]E+[)）]|E+,? ?")


@dataclass(frozen=True)
class DateForm:
    """A date form. Raises ``Unfit`` for one that prints something else than a person means."""

    text: str = ""
    at: Place | None = field(default=None, compare=False)

    @classmethod
    def bound(cls, text: str, at: Place) -> Self:
        """The form of a text at its place. Raises Unfit."""
        return cls(text, at)

    def __post_init__(self) -> None:
        """Judge the form."""
        fields = self.fields
        for name in fields:
            if name not in _FIELDS:
                self._refuse(name)
        if "mm" in fields and not _HOURS.intersection(fields):
            raise Unfit("“{form}”里的mm是分钟；月份写MM", "mm in '{form}' prints minutes; a month is MM",
                        form=self.text)  # fmt: skip
        if _NAMED_TWICE.search(self.text):
            raise Unfit("“{form}”里的MMM、MMMM已带“月”字；写M月",
                        "MMM and MMMM print 月 themselves; write M月 in '{form}'",
                        form=self.text)  # fmt: skip
        if {"h", "hh"}.intersection(fields) and "a" not in fields:
            raise Unfit("“{form}”里的h是12小时制，看不出上午下午；写H，或加上a",
                        "h in '{form}' is the clock of 12 hours without a.m. or p.m.; write H, or add a",
                        form=self.text)  # fmt: skip
        if not fields or self.text.count("'") % 2:
            raise Unfit("“{form}”不是日期格式；写成y年M月d日、MMMM d, y这样",
                        "'{form}' is no date form; write it like MMMM d, y or yyyy-MM-dd HH:mm",
                        form=self.text)  # fmt: skip

    def of_several(self) -> Self:
        """The form of several days, which have no weekday: Monday, September 28, but September 28 to 30.

        >>> DateForm("EEEE, MMMM d").of_several().text, DateForm("M月d日（EEEE）").of_several().text
        ('MMMM d', 'M月d日')
        """
        return type(self)(_WEEKDAY_FORM.sub("", self.text), self.at)

    def _refuse(self, name: str) -> None:
        if name in _MEANT:
            raise Unfit("“{form}”里的{name}不是日期字母；是否为{meant}？",
                        "{name} in '{form}' is no field of a date; did you mean {meant}?",
                        form=self.text, name=name, meant=self._meant(name))  # fmt: skip
        raise Unfit("“{form}”里的{name}不是日期字母（可用：{known}）；文字请放在单引号里",
                    "{name} in '{form}' is no field of a date (there are {known}); quote words like 'at'",
                    form=self.text, name=name, known=_KNOWN)  # fmt: skip

    def _meant(self, name: str) -> str:
        """A letter that was probably meant; m without an hour is no minute."""
        return "M" if name == "m" and not _HOURS.intersection(self.fields) else _MEANT[name]

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields, in order: runs of one letter outside single quotes."""
        return tuple(match[2] for match in _PIECE.finditer(self.text) if match[2])

    @property
    def has_clock(self) -> bool:
        """Whether it says the hour."""
        return not {"H", "HH", "h", "hh"}.isdisjoint(self.fields)

    def write(self, moment: str, lang: Language, *, ap: bool = False, days: str = "") -> str:
        """A day or minute (ISO 8601) in this form; ``ap``: months beside a day as AP abbreviates them.

        ``days`` are printed in place of the day: ``14 to 16``.
        """
        when = datetime.fromisoformat(moment)
        fixed = {"d": days, "dd": days} if days else {}
        if ap and lang == "en" and not {"d", "dd"}.isdisjoint(self.fields):
            fixed |= dict.fromkeys(("MMM", "MMMM"), AP_MONTHS[when.month - 1])
        return "".join(
            (fixed.get(name) or cldr.field(name, when, lang)) if name else quoted or plain
            for quoted, name, _, plain in _PIECE.findall(self.text)
        )

    @cached_property
    def source(self) -> str:
        """A regular expression for what it prints."""
        return "".join(f"(?:{_FIELDS[name]})" if name else words for name, _, words in self._pieces())

    def _pieces(self) -> Iterator[tuple[str, str, str]]:
        """Each field with its letter, and the words between, escaped."""
        for quoted, name, letter, plain in _PIECE.findall(self.text):
            yield name, letter, re.escape(quoted or plain)

    def parse(self, text: str, to: str = "") -> tuple[str, str] | None:
        """What a text in this form says, in ISO 8601 (XXXX for a year that is not said), else None.

        Two days where ``to`` stands between days of one month, else the second is empty.

        >>> DateForm("MMMM d, y").parse("Sept. 4, 2023"), DateForm("M月d日H:mm").parse("7月4日16:05")
        (('2023-09-04', ''), ('XXXX-07-04T16:05', ''))
        >>> DateForm("M月d日").parse("7月14日至16日", "至")
        ('XXXX-07-14', 'XXXX-07-16')
        """
        found = re.fullmatch("".join(self._named(to)), text)
        if found is None:
            return None
        named = found.groupdict()
        year = named.get("y", "XXXX")
        month = f"{'20' if len(year) == 2 else ''}{year}-{_month(named.get('M') or '1'):02d}"
        day = f"{month}-{int(named.get('d') or 1):02d}"
        if last := named.get("last"):
            return day, f"{month}-{int(last):02d}"
        return (f"{day}T{_hour(named):02d}:{named.get('m') or '00'}" if self.has_clock else day), ""

    def _named(self, to: str) -> Iterator[str]:
        for name, letter, words in self._pieces():
            last = rf"日?{re.escape(to)}(?P<last>\d{{1,2}})" if to and letter == "d" else ""
            yield f"(?P<{letter}>{_FIELDS[name]}){last}" if name else words


def _month(text: str) -> int:
    text = text.removesuffix("月")
    if text[:1] == "十" or text in _HAN:
        return (10 if text[0] == "十" else 0) + (_HAN.find(text[-1]) + 1)
    return (
        int(text) if text.isdigit() else next(n for n, name in enumerate(MONTHS, 1) if name[:3] == text[:3])
    )


def _hour(named: dict[str, str]) -> int:
    if named.get("H"):
        return int(named["H"])
    late = named["a"][0] in "Pp下"
    return int(named["h"]) % 12 + 12 * late


class FullForm(DateForm):
    """A day with its year."""

    WANTED: ClassVar[tuple[str, ...]] = ("y", "M", "d")

    def __post_init__(self) -> None:
        """Judge the form: it says what a reader needs, and no clock, which a day has not."""
        super().__post_init__()
        letters = {name[0] for name in self.fields}
        missing = [letter for letter in self.WANTED if letter not in letters]
        if missing:
            raise Unfit("“{form}”里没有{missing}，读者不知道是哪天；请补上",
                        "'{form}' has no {missing}: which day is it?",
                        form=self.text, missing=missing[0])  # fmt: skip
        if self.has_clock:
            raise Unfit("“{form}”是日期，没有钟点；请删去H、mm", "'{form}' is for days; leave out the hour",
                        form=self.text)  # fmt: skip


class DayForm(FullForm):
    """A day within the year of publication."""

    WANTED = ("M", "d")


@dataclass(frozen=True, slots=True)
class Dates:
    """How days are written: ``full`` with the year, ``day`` within the year of publication.

    ``months``: English months beside a day in full, or as AP abbreviates them. ``to`` stands between the
    first and the last of several days; days of one month say the month once.
    """

    full: Pair[FullForm] = Pair(FullForm("y年M月d日"), FullForm("MMMM d, y"))
    day: Pair[DayForm] = Pair(DayForm("M月d日"), DayForm("MMMM d"))
    months: Literal["full", "AP"] = "full"
    to: Pair[str] = Pair("至", " to ")

    def written(self, form: DateForm, moment: str, lang: Language) -> str:
        """A day or minute (ISO 8601) in a form of the house."""
        return form.write(moment, lang, ap=self.months == "AP")

    def single(self, moment: str, year: int, lang: Language) -> str:
        """A day, without its year where that is ``year``.

        >>> Dates(months="AP").single("2023-09-14", 2023, "en"), Dates().single("2022-09-14", 2023, "zh")
        ('Sept. 14', '2022年9月14日')
        """
        return self._day(moment, year, lang)

    def several(self, first: str, last: str, year: int, lang: Language) -> str:
        """One day or the days from one to another, without the year where that is ``year``.

        >>> Dates().several("2023-07-14", "2023-07-16", 2023, "en")
        'July 14 to 16'
        >>> Dates().several("2022-12-30", "2023-01-02", 2023, "zh")
        '2022年12月30日至2023年1月2日'
        >>> Dates().several("2022-12-30", "2023-01-02", 2023, "en")
        'December 30, 2022, to January 2, 2023'
        """
        if not last or first[:10] == last[:10]:
            return self.single(first, year, lang)
        to = self.to.of(lang)
        if first[:7] == last[:7]:
            between = f"日{to}" if lang == "zh" else to
            return self._day(last, year, lang, f"{int(first[8:10])}{between}{int(last[8:10])}")
        home = year if first[:4] == last[:4] else 0
        begins, ends = (self.single(day, home, lang) for day in (first, last))
        comma = "," if lang == "en" and re.search(r", \d{4}$", begins) else ""
        return begins + comma + to + ends

    def parse(self, text: str, year: int, lang: Language) -> tuple[str, str] | None:
        """The day, or the first and the last day, that such words say (ISO 8601), else None."""
        to = self.to.of(lang)
        for form in (self.day.of(lang), self.full.of(lang)):
            if found := form.parse(text) or form.of_several().parse(text, to):
                return _in(found[0], year), _in(found[1], year)
        begins, _, ends = text.partition(to)
        days = (self.parse(part.removesuffix(","), year, lang) for part in (begins, ends) if ends)
        first, last = [*days, None, None][:2]
        return (first[0], last[0]) if first and last else None

    def _day(self, moment: str, year: int, lang: Language, days: str = "") -> str:
        form: Pair[DayForm] | Pair[FullForm] = self.day if int(moment[:4]) == year else self.full
        written = form.of(lang).of_several() if days else form.of(lang)
        return written.write(moment, lang, ap=self.months == "AP", days=days)


def _in(day: str, year: int) -> str:
    return day.replace("XXXX", str(year))
