"""Periods by their ends and by their parts: 2026-01至2026-04; 6月底, 2028年年底前, early June."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pressgen.regex import regex

Where = Literal["early", "mid", "late", "end"]

_ZH = regex(
    r"(?P<whole>.*?)(?P<part>(?<!半)年[初中底末]|(?<=月)[上中下]旬|(?<=[月度\d])[初底末]|(?<=半年)末)(?P<by>[之以]?前)?"
)
_EN = regex(
    r"(?:(?P<by>by|before)|at|in)? ?(?:the )?(?P<part>early|mid|late|(?:end|beginning|start|middle) of)[ -]"
    r"(?:the )?(?P<whole>.+)",
    re.IGNORECASE,
)
_BETWEEN = regex(r"(\d{4}(?:-\d{1,2})?)\s*(?:至|到|—{1,2}|–|to)\s*(\d{4}(?:-\d{1,2})?)")
_WHERE: dict[str, Where] = {
    **dict.fromkeys(("初", "上旬", "early", "beginning of", "start of"), "early"),
    **dict.fromkeys(("中", "中旬", "mid", "middle of"), "mid"),
    **dict.fromkeys(("下旬", "late"), "late"),
    **dict.fromkeys(("底", "末", "end of"), "end"),
}
_THIS_YEAR = ("", "今", "今年", "本", "本年", "this year", "year")
_MONTHS: dict[Where, str] = {"early": "01", "mid": "06", "late": "12", "end": "12"}


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of what period: ``whole`` is that period as it was written, nothing for 年底 alone.

    ``zh`` is the part as it was written in Chinese, nothing where it was written in English; ``by``
    says that something is to be done before it ends (6月底前).
    """

    where: Where
    whole: str
    zh: str
    by: bool

    @property
    def named(self) -> bool:
        """Whether the period was named: 6月底, 今年年底, but not 年底."""
        return self.whole not in ("", "year")

    @property
    def this_year(self) -> str:
        """The month (ISO, its year not said) in which a part of this year lies; nothing for any other."""
        return f"XXXX-{_MONTHS[self.where]}" if self.whole.lower() in _THIS_YEAR else ""


def ends(text: str) -> bool:
    """Whether a text names the end of a period.

    >>> ends("2028年年底"), ends("6月中旬")
    (True, False)
    """
    part = of(text)
    return part is not None and part.where == "end"


def between(text: str) -> str:
    """A period by its two ends as ISO 8601, or nothing.

    >>> between("2026-01至2026-4"), between("2026")
    ('2026-01/2026-04', '')
    """
    found = _BETWEEN.fullmatch(text)
    ends_ = found.groups() if found else ()
    return "/".join("-".join(number.zfill(2) for number in end.split("-")) for end in ends_)


def of(text: str) -> Part | None:
    """The part of a period that a text is, or None: 6月 and June are whole months.

    >>> of("2028年年底前")
    Part(where='end', whole='2028年', zh='年底', by=True)
    >>> of("early June")
    Part(where='early', whole='June', zh='', by=False)
    >>> of("2028年"), of("年底").this_year
    (None, 'XXXX-12')
    """
    text = text.strip()
    if found := _ZH.fullmatch(text):
        words = found["part"]
        return Part(_WHERE[words.removeprefix("年")], found["whole"], words, bool(found["by"]))
    if found := _EN.fullmatch(text):
        return Part(_WHERE[found["part"].lower()], found["whole"], "", bool(found["by"]))
    return None
