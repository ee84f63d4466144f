"""Parts that are one duration: 2小时10分15秒, 9秒83, 2:10:15, 3 minutes 35 seconds, 一年六个月."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pressgen.figures import Figure
from pressgen.figures.en.words import SMALL, TENS
from pressgen.figures.reading import Reading
from pressgen.figures.zh import numerals
from pressgen.regex import compiled, regex

_PARTS = {"h": 3600, "m": 60, "s": 1}
_ZH = regex(
    r"(?=\d)(?:(?P<h>\d{1,3})个?小时)?(?:(?P<m>\d{1,3})分钟?)?(?:(?P<s>\d{1,2}(?:\.\d{1,3})?)秒(?P<c>\d{1,2}(?!\d))?)?",
    re.ASCII,
)
_WORDS = {word: Decimal(value) for word, value in (SMALL | TENS | {"a": 1, "an": 1}).items()}
_N = rf"\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
_EN = regex(
    rf"\b(?=\d|[a-z])(?:(?P<h>{_N}) hours?(?:,? (?:and )?(?={_N}))?)?"
    rf"(?:(?P<m>{_N}) minutes?(?:,? (?:and )?(?={_N}))?)?(?:(?P<s>\d{{1,2}}\.\d{{1,3}}|{_N}) seconds?\b)?",
    re.ASCII | re.IGNORECASE,
)
_CLOCK = compiled(
    r"(?<![\d:])(?<!\bat )(?<!\bfrom )(?<!\bto )(?<!\buntil )"
    r"(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>\d{2}(?:\.\d{1,3})?)(?![\d:]| ?[ap]\.?m)",
    re.ASCII | re.IGNORECASE,
)
_START = {
    "zh": regex(r"\d[分秒]|年.{1,4}个月"),
    "en": regex(r"hour|minute|second|:\d\d[:.]|years? .{1,14} months?"),
}
_DIGITS_ZH = "[一二两三四五六七八九十]{1,2}"
_YEARS = {
    "zh": regex(
        rf"(?<![\d.一二两三四五六七八九十百千零年])(?P<y>\d{{1,2}}|{_DIGITS_ZH})年零?(?P<m>\d{{1,2}}|{_DIGITS_ZH})个月",
        re.ASCII,
    ),
    "en": regex(rf"\b(?P<y>{_N}) years?,? (?:and )?(?P<m>{_N}) months?\b", re.ASCII | re.IGNORECASE),
}
_IN_YEAR = 12


def joined(found: Sequence[Reading], text: str, lang: str) -> list[Reading]:
    """What was read of a text, the parts of one duration as one figure: so many seconds.

    >>> from pressgen.figures.find import readings
    >>> text = "用时2小时10分15秒"
    >>> [str(one.figure.value) for one in joined(readings(text, "zh"), text, "zh")]
    ['7815']
    """
    if not _START[lang].search(text):
        return list(found)
    whole = [_hedged(reading, found) for reading in _durations(text, lang)]
    apart = [reading for reading in found if not any(_holds(duration, reading) for duration in whole)]
    return sorted([*apart, *whole], key=lambda reading: reading.figure.start)


def _hedged(figure: Figure, found: Sequence[Reading]) -> Reading:
    """A duration with the hedge of its first part."""
    parts = [reading for reading in found if figure.start <= reading.figure.start < figure.end]
    start = min([figure.start, *(reading.start for reading in parts)])
    end = max([figure.end, *(reading.end for reading in parts)])
    return Reading(replace(figure, modifier=parts[0].figure.modifier if parts else ""), start, end)


def _holds(whole: Reading, part: Reading) -> bool:
    return whole.figure.start <= part.figure.start < whole.figure.end


def as_clock(value: Decimal) -> str:
    """So many seconds as a stop-watch shows them: 3:35, 2:10:15."""
    minutes, seconds = divmod(int(value), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def on_clock(value: Decimal, text: str) -> bool:
    """Whether a text has so many seconds as a clock shows them; of hours without seconds, as 2:10, too."""
    shown = as_clock(value)
    bare = f"(?:{shown}|{shown[:-3]})" if value >= _PARTS["h"] and shown.endswith(":00") else shown
    return bool(re.search(rf"(?<![\d:]){bare}(?!:?\d)", text))


def _durations(text: str, lang: str) -> list[Figure]:
    patterns = (_ZH,) if lang == "zh" else (_EN, _CLOCK)
    short = [
        Figure("quantity", _seconds(found), "second", *found.span(), found[0], precision=_precision(found))
        for pattern in patterns
        for found in pattern.finditer(text)
        if _is_whole(found)
    ]
    return short + [
        Figure("quantity", _months(found), "month", *found.span(), found[0])
        for found in _YEARS[lang].finditer(text)
    ]


def _months(found: re.Match[str]) -> Decimal:
    return _number(found["y"]) * _IN_YEAR + _number(found["m"])


def _is_whole(found: re.Match[str]) -> bool:
    """Two parts or more; what a clock shows with fewer may be a time of day or a score."""
    said = found.groupdict()
    if found.re is _CLOCK:
        return bool(said["h"]) or "." in str(said["s"])
    return sum(part is not None for part in said.values()) > 1


def _seconds(found: re.Match[str]) -> Decimal:
    said = found.groupdict()
    whole = sum((_number(said[part]) * size for part, size in _PARTS.items()), Decimal(0))
    hundredths = said.get("c") or ""
    return whole + Decimal(f"0.{hundredths}" if hundredths else 0)


def _number(said: str | None) -> Decimal:
    """A part of a duration in digits or in words; nothing said is 0."""
    words = said or "0"
    if not words.isascii():
        read = numerals.read(words)
        return read.low if read else Decimal(0)
    return _WORDS.get(words.lower()) or Decimal(words)


def _precision(found: re.Match[str]) -> Decimal:
    """The size of the last part said: a minute, a second, a hundredth of one."""
    said = found.groupdict()
    if said["s"] is None:
        return Decimal(60)
    fraction = said.get("c") or said["s"].partition(".")[2]
    return Decimal(1).scaleb(-len(fraction))
