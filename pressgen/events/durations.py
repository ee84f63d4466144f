"""Hours and minutes as one figure: 约1小时20分钟, an hour and 20 minutes; in either language they stay so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pressgen import figures
from pressgen.figures import Figure, Language, Style
from pressgen.regex import regex

_ZH = regex(r"(?P<h>\d{1,3})个?小时零?(?P<m>[1-5]?\d)分钟?")
_EN = regex(r"(?P<h>\d{1,3}|an|one) h(?:ou)?rs?,? (?:and )?(?P<m>[1-5]?\d) min(?:ute)?s?\b")
_HOUR = 60


def in_minutes(text: str) -> str:
    """Hours and minutes as minutes alone, anything else as it is.

    >>> in_minutes("约1小时20分钟"), in_minutes("about an hour and 20 minutes"), in_minutes("2小时")
    ('约80分钟', 'about 80 minutes', '2小时')
    """
    for pattern, unit in ((_ZH, "分钟"), (_EN, " minutes")):
        if found := pattern.search(text):
            hours = int(found["h"]) if found["h"].isdigit() else 1
            minutes = hours * _HOUR + int(found["m"])
            return f"{text[: found.start()]}{minutes}{unit}{text[found.end() :]}"
    return text


def written(figure: Figure, lang: Language, style: Style) -> str:
    """What was typed as hours and minutes, as hours and minutes; nothing for any other figure."""
    if figure.unit != "minute" or in_minutes(figure.text) == figure.text:
        return ""
    whole = Decimal(figure.value)
    hours = replace(figure, value=whole // _HOUR, unit="hour", text="", precision=None)
    minutes = replace(figure, value=whole % _HOUR, modifier="", text="", precision=None)
    parts = (figures.format(each, lang, style) for each in (hours, minutes))
    return (" and " if lang == "en" else "").join(parts)
