"""What a person sees in a cell: the value in its number format, or why that cannot be trusted.

A form is filled in by eye: ``0.2136`` shown as 21.36% means 21.36%, and ``2405.72`` in ``0.00"亿元"`` means
2405.72亿元. Where what is shown is less than what is held, nobody can know which was meant.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from pressgen.errors import FileError, Place
from pressgen.regex import regex
from pressgen.workbook.cell import Cell, no_value, plain
from pressgen.workbook.codes import bare

_TOKEN = regex(
    r"""(?P<quoted>"[^"]*"|[\\!].)|(?P<skip>_.|\*.)|(?P<bracket>\[[^\]]*\])|(?P<digits>[0#?,.]+)|(?P<other>.)""",
    re.DOTALL,
)
_SECTIONS = regex(r'(?:"[^"]*"|[\\!_*].|\[[^\]]*\]|[^;"\\])*', re.DOTALL)
_CURRENCY = regex(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_COLOUR = regex(r"\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)\]", re.IGNORECASE)
_MINUSES = "-−()（）"


def displayed(cell: Cell, at: Place) -> str:
    """A cell as it looks on the screen, text without blanks around it, thousands without commas.

    Raises FileError at ``at``: no value worked out, an error of Excel's, a truth, a number format that hides
    a part of the value or that cannot be read.
    """
    if cell.unknown:
        raise no_value(cell, at)
    if isinstance(cell.value, bool):
        raise FileError(
            "这一格是逻辑值{word}；请写成文字",
            "the cell holds the truth value {word}; write text",
            at,
            word=str(cell.value).upper(),
        )
    if isinstance(cell.value, datetime):
        return _moment(cell.value, cell.code, at)
    return _number(cell, cell.value, at) if isinstance(cell.value, Decimal) else _words(str(cell.value))


def _words(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def _moment(value: datetime, code: str, at: Place) -> str:
    """A day as far as the format shows it; a day without its year may be of any year."""
    shown = bare(code).partition(";")[0]
    clock = f"{value:%H:%M}"
    if not re.search("[yd]", shown) and re.search("[hs]", shown):
        return clock
    if "y" not in shown:
        raise _less(code, "只显示日期的一部分", "shows only a part of the date", value.date().isoformat(), at)
    if "d" not in shown:
        return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
    return f"{value:%Y-%m-%d} {clock}" if "h" in shown else f"{value:%Y-%m-%d}"


def _number(cell: Cell, value: Decimal, at: Place) -> str:
    section, minus = _section(cell.code, value)
    if bare(section) in ("general", "@") or not cell.code:
        return _around(section, plain(value))
    if re.search(r"[0#?]e[+-]", bare(section)):
        return plain(value)
    parts = _parts(section)
    if parts is None:
        raise _unreadable(cell, at)
    before, digits, after = parts
    shown = abs(value) * 100 ** (before + after).count("%")
    written = _written(shown, digits)
    if cell.formula is None and Decimal(written) != shown / _scale(digits):
        shows = f"{before}{written}{after}"
        raise _less(cell.code, f"显示为{shows}", f"shows {shows}", plain(value), at)
    if minus:
        before, after = (part.translate(dict.fromkeys(map(ord, _MINUSES))) for part in (before, after))
    return f"{'-' if minus else ''}{before}{written}{after}".strip()


def _section(code: str, value: Decimal) -> tuple[str, bool]:
    """The part of a format that is for this value, and whether a minus belongs before it."""
    sections = _split(code)
    if value == 0 and len(sections) > 2:
        return sections[2], False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    return sections[0], value < 0


def _split(code: str) -> list[str]:
    sections, rest = [], code
    while True:
        found = _SECTIONS.match(rest)
        section = found[0] if found else ""
        sections.append(section)
        rest = rest[len(section) :]
        if not rest.startswith(";"):
            return sections
        rest = rest[1:]


def _parts(section: str) -> tuple[str, str, str] | None:
    """What stands before the digits, their pattern, and what stands behind; None for what is not plain."""
    before, digits, after = "", "", ""
    for token in _TOKEN.finditer(section):
        said = _said(token)
        if said is None or (token["digits"] and after):
            return None
        if token["digits"]:
            digits += token["digits"]
        elif digits:
            after += said
        else:
            before += said
    return (before, digits, after) if re.fullmatch(r"[0#?,]*[0#?](?:\.[0#?]*)?,*", digits) else None


def _said(token: re.Match[str]) -> str | None:
    """The words of a token that is no digit; None where it does more than stand there."""
    text = token[0]
    if token["quoted"]:
        return text[1:-1] if text.startswith('"') else text[1:]
    if token["bracket"]:
        currency = _CURRENCY.fullmatch(text)
        if currency:
            return currency[1]
        return "" if _COLOUR.fullmatch(text) else None
    if token["skip"] or token["digits"]:
        return ""
    return None if text in "/@" else text


def _around(section: str, number: str) -> str:
    """A number shown plainly, with the words of its format around it: ``General"亿元"``."""
    before, found, after = re.sub("general|@", "\0", section, flags=re.IGNORECASE).partition("\0")
    if not found:
        return number
    spoken = ["".join(_said(token) or "" for token in _TOKEN.finditer(part)) for part in (before, after)]
    return f"{spoken[0]}{number}{spoken[1]}"


def _scale(digits: str) -> Decimal:
    """Commas behind the digits divide by a thousand each."""
    whole, _, decimals = digits.partition(".")
    commas = len(whole) - len(whole.rstrip(",")) + len(decimals) - len(decimals.rstrip(","))
    return Decimal(1000) ** commas


def _written(value: Decimal, digits: str) -> str:
    """A number of the digits a pattern shows."""
    whole, _, decimals = digits.rstrip(",").partition(".")
    most, least = len(decimals), len(decimals.rstrip("#"))
    rounded = (value / _scale(digits)).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    text = f"{rounded:f}"
    front, _, back = text.partition(".")
    back = back[:least] + back[least:].rstrip("0")
    front = front.zfill(whole.replace(",", "").count("0"))
    return f"{front}.{back}" if back else front


def _less(code: str, zh: str, en: str, held: str, at: Place) -> FileError:
    return FileError(
        "这一格{shown_zh}，实际是{held}（格式{code}）；请把要见报的写法作为文字写上",
        "the cell {shown_en} but holds {held} (format {code}); write as text what is to be printed",
        at,
        shown_zh=zh,
        shown_en=en,
        held=held,
        code=code,
    )


def _unreadable(cell: Cell, at: Place) -> FileError:
    return FileError(
        "看不懂这一格的数字格式{code}（实际是{held}）；请把要见报的写法作为文字写上",
        "the number format {code} cannot be read (it holds {held}); write as text what is to be printed",
        at,
        code=cell.code[:60],
        held=plain(cell.value) if isinstance(cell.value, Decimal) else cell.value,
    )
