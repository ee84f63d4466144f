"""What somebody achieved in a contest: a time, a distance, points, a score, in both languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pressgen.errors import Place
from pressgen.events.refusal import refuse
from pressgen.events.values import Text
from pressgen.regex import compiled, regex
from pressgen.text import han

_SECONDS = r"(?P<s>\d{1,5}(?:\.\d{1,3})?)"
_TIMES = (
    compiled(rf"(?:(?P<h>\d{{1,3}})小时)?(?:(?P<m>\d{{1,3}})分钟?)?(?:{_SECONDS}秒)?"),
    compiled(r"(?:(?P<h>\d{1,3})小时)?(?:(?P<m>\d{1,3})分)?(?P<s>\d{1,2}秒\d{1,3})"),
    compiled(
        r"(?:(?P<h>\d{1,3}) ?h(?:ours?|rs?)?,? ?)?(?:(?P<m>\d{1,3}) ?m(?:inutes?|ins?),? ?)?"
        rf"(?:(?:and )?{_SECONDS} ?s(?:ec(?:ond)?s?)?)?"
    ),
    compiled(r"(?P<h>\d{1,3}):(?P<m>[0-5]\d):(?P<s>[0-5]\d(?:\.\d{1,3})?)"),
    compiled(r"(?P<m>\d{1,3}):(?P<s>[0-5]\d\.\d{1,3})"),
)
_PARTS_ZH = regex(r"\.(\d{1,3})秒$")
_UNSURE = regex(r"\d{1,3}:\d\d")
_SCORE = r"\d{1,3} ?(?:比|[-:–—]) ?\d{1,3}"
_SCORES = regex(rf"({_SCORE})(?: ?\(({_SCORE}(?:[、,;，；] ?{_SCORE})*)\))?")
_SIZE = regex(r"(?P<size>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,4})?) ?(?P<unit>[^\W\d]+)")
_HALF = str.maketrans("０１２３４５６７８９．：－", "0123456789.:-")
_WORDS = regex("[A-Za-z]{3}")
"""A mark in English words; h, m and cm are signs that each language writes its own way."""
_UNITS = (
    ("米", "meter", "m metre meters metres"),
    ("厘米", "centimeter", "cm centimeters"),
    ("公里", "kilometer", "km kilometers 千米"),
    ("公斤", "kilogram", "kg kilograms 千克"),
    ("分", "point", "points pts"),
    ("环", "point", "rings ring"),
)


def read(text: str, field: str, at: Place) -> Text:
    """A mark as each language writes it, from either language's way of writing it. Raises EventError.

    >>> mark = read("2:10:15", "mark", Place(""))
    >>> mark.zh, mark.en
    ('2小时10分15秒', '2:10:15')
    >>> mark = read("1:49.37", "mark", Place(""))
    >>> mark.zh, mark.en
    ('1分49秒37', '1:49.37')
    >>> mark = read("3:1（25:20、22:25）", "mark", Place(""))
    >>> mark.zh, mark.en
    ('3比1（25比20、22比25）', '3–1 (25–20, 22–25)')
    """
    words = unicodedata.normalize("NFKC", text.strip())
    if _UNSURE.fullmatch(words):
        raise refuse(
            field,
            "“{text}”可能是时间，也可能是比分；请写成{time}或{score}",
            "“{text}” may be a time or a score; write {time} or {score}",
            at,
            text=text,
            time=words.replace(":", "分") + "秒",
            score=words.replace(":", "比"),
        )
    mark = _time(words) or _score(words) or _measured(words)
    if mark is None:
        raise refuse(
            field,
            "“{text}”不是成绩；请写成2小时10分15秒、9.83秒、17.95米、8425分或3比1这样",
            "“{text}” is no mark; write such as 2:10:15, 9.83 seconds, 17.95 meters, 8,425 points or 3–1",
            at,
            text=text,
        )
    return _as_typed(mark, text)


def _as_typed(mark: Text, text: str) -> Text:
    """The official form stands in the language it was typed in: 4分36秒218."""
    written = " ".join(text.translate(_HALF).split())
    if han(written):
        return Text(written, mark.en)
    return Text(mark.zh, written) if _WORDS.search(written) else mark


def _time(words: str) -> Text | None:
    found = next((match for form in _TIMES if (match := form.fullmatch(words)) and words), None)
    given = found.groupdict() if found else {}
    parts = [(given.get("h"), "小时", "hour"), (given.get("m"), "分", "minute")]
    parts.append(((given.get("s") or "").replace("秒", "."), "秒", "second"))
    said = [(_bare(amount), zh, en) for amount, zh, en in parts if amount and amount.strip("0.")]
    if not said or (len(said) == 1 and said[0][1] == "分" and "分钟" not in words and "m" not in words):
        return None  # 25分 alone is a number of points
    alone = "钟" if said[-1][1] == "分" and len(said) == 1 else ""
    if clock := _clock(given):
        units = ("小时", "分", "秒")[-1 - clock.count(":") :]
        return Text(_official("".join(map("".join, zip(clock.split(":"), units, strict=True)))), clock)
    written = " ".join(_of(amount, en) for amount, _, en in said)
    return Text("".join(f"{amount}{zh}" for amount, zh, _ in said) + alone, written)


def _official(words: str) -> str:
    """Parts of a second stand behind it in Chinese lists of results: 1分49秒37."""
    return _PARTS_ZH.sub(r"秒\1", words)


def _clock(given: dict[str, str | None]) -> str:
    """A race's time to the second as English result lists have it: 2:10:15, 14:03.50; others have words."""
    seconds = (given.get("s") or "").replace("秒", ".")
    parts = [given.get("h"), given.get("m") or "0"] if given.get("h") else [given.get("m")]
    if not seconds or not parts[0] or not parts[0].strip("0"):
        return ""
    whole, point, fraction = seconds.partition(".")
    first, *others = [int(part or 0) for part in parts]
    return ":".join([str(first), *(f"{each:02d}" for each in (*others, int(whole)))]) + point + fraction


def _bare(amount: str) -> str:
    """05.20 is written 5.20."""
    whole, point, part = amount.partition(".")
    return f"{int(whole)}{point}{part}"


def _of(amount: str, unit: str) -> str:
    return f"{amount} {unit}" if amount == "1" else f"{amount} {unit}s"


def _score(words: str) -> Text | None:
    found = _SCORES.fullmatch(words)
    if not found:
        return None
    zh, en = ("".join(_scored(found, lang)) for lang in ("zh", "en"))
    return Text(zh, en)


def _scored(found: re.Match[str], lang: str) -> Iterator[str]:
    sign, between, brackets = ("比", "、", "（）") if lang == "zh" else ("–", ", ", "()")
    yield sign.join(re.findall(r"\d+", found[1]))
    if found[2]:
        sets = (sign.join(re.findall(r"\d+", each)) for each in re.split("[、,;，；]", found[2]))
        yield ("" if lang == "zh" else " ") + brackets[0] + between.join(sets) + brackets[1]


def _measured(words: str) -> Text | None:
    found = _SIZE.fullmatch(words)
    unit = next((u for u in _UNITS if found and found["unit"].lower() in (*u[:2], *u[2].split())), None)
    if not found or not unit:
        return None
    size = found["size"].replace(",", "")
    whole, point, part = size.partition(".")
    return Text(f"{size}{unit[0]}", _of(f"{int(whole):,}{point}{part}", unit[1]))
