"""What stands around an English number: currencies in front and behind, units, percent, points, times."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pressgen.figures.currencies import CODES, CURRENCIES, MINOR_EN
from pressgen.figures.reading import Tail
from pressgen.figures.units import UNITS

_SHARES = (
    ("percent", "%", "1", "%|percent|per cent|pct|percents|pc|per-cent|percent of|﹪|％"),
    ("percent", "%", "0.1", "‰|per mille|per mil"),
    ("points", "pp", "1", "percentage points|percentage point|percentage-point|percentage-points|percent points|"
                          "percent point|pp|ppts|ppt|% points|%-points|pct points|points of percentage|per cent points"),
    ("points", "pp", "0.01", "basis points|basis point|bps|bp"),
    ("multiple", "", "1", "times|fold|-fold|x"),
)  # fmt: skip
_PLAIN_CODES = frozenset("usd cny rmb eur gbp hkd jpy cad aud sgd chf krw twd inr myr thb rub".split())
_MAGNITUDES = {"M": 6, "m": 6, "Mn": 6, "MM": 6, "bn": 9, "Bn": 9, "B": 9, "k": 3, "K": 3, "T": 12}
_COUNTRIES = {"us": "USD", "u.s.": "USD", "u.s": "USD", "hk": "HKD", "nt": "TWD", "a": "AUD", "c": "CAD", "cad": "CAD",
              "s": "SGD", "nz": "NZD", "r": "BRL", "au": "AUD", "usd": "USD", "ca": "CAD", "aud": "AUD"}  # fmt: skip
_SIGN = "$¥￥£€₩₹₽฿₫₱₺₪₴₦₭₮₸৳₿"
_FRONT = re.compile(rf"(?:[A-Za-z.]{{0,5}} ?[{_SIGN}]|[A-Za-z.]{{1,5}})[ \xa0]{{0,2}}$")


@cache
def _table() -> dict[str, list[Tail]]:
    """By their first sign, the longest first."""
    tails = [
        Tail(word, kind, unit, Decimal(size))
        for kind, unit, size, words in _SHARES
        for word in words.split("|")
    ]  # type: ignore[arg-type]  # the table's kinds are kinds
    tails += [Tail(name.lower(), "money", money.code) for money in CURRENCIES for name in money.en.split("|")]
    tails += [Tail(name, "money", code, Decimal(size)) for name, code, size in MINOR_EN]
    tails += [Tail(name.lower(), "quantity", unit.key) for unit in UNITS for name in unit.en.split("|")]
    tails += [Tail(code.lower(), "money", code) for code in CODES] + [
        Tail("rmb", "money", "CNY"),
        Tail("t", "quantity", "t"),
        Tail("m", "quantity", "m"),
    ]
    tails += [
        Tail(f"m{code.lower()}", "money", code, Decimal(10) ** 6)
        for code in ("USD", "EUR", "GBP", "CNY", "HKD")
    ]
    table: dict[str, list[Tail]] = {}
    for tail in tails:
        table.setdefault(tail.word[0], []).append(tail)
    return {sign: sorted(words, key=lambda tail: -len(tail.word)) for sign, words in table.items()}


def at(low: str, text: str, end: int) -> tuple[Tail, int] | None:
    """What a number counts by the word behind it, and where that word ends."""
    start = end
    while low[start : start + 1] in (" ", "\xa0") and start < end + 2:
        start += 1
    if low[start : start + 1] == "-" and low[start + 1 : start + 2].isalpha():
        start += 1
    for tail in _table().get(low[start : start + 1], ()):
        stop = start + len(tail.word)
        if (
            low.startswith(tail.word, start)
            and _ends(tail.word, low[stop : stop + 1])
            and _meant(tail, text, start, end)
        ):
            return tail, stop
    return None


def _ends(word: str, sign: str) -> bool:
    """Whether a word ends where the table's does."""
    if not word[-1].isalpha():
        return word[-1] not in _SIGN or not sign.isdigit()
    return not (sign.isalnum() or sign == "_")


def _meant(tail: Tail, text: str, start: int, end: int) -> bool:
    """Codes that are also words are meant in capitals only; a bare letter only where it is glued or alone."""
    word = text[start : start + len(tail.word)]
    if tail.word in ("m", "t", "x", "pc", "in"):
        return word.islower() and (tail.word != "in")
    if tail.word.upper() in CODES and tail.word not in _PLAIN_CODES:
        return word.isupper()
    if tail.kind == "money" and tail.factor > 1:
        return word.isupper()
    return True


def in_front(low: str, text: str, start: int) -> tuple[str, int] | None:
    """The currency that stands in front of a number, and where it starts."""
    match = _FRONT.search(text, max(0, start - 9), start)
    if match is None or not match.group().strip():
        return None
    word = match.group().strip()
    if word[-1] in _SIGN:
        return _signed(low, word, match.start(), text)
    glued = text[match.start() - 1 : match.start()]
    code = _front_names().get(word.lower())
    if code is None or (glued.isalnum() and bool(glued)) or not _front_meant(word):
        return None
    return code, match.start()


@cache
def _front_names() -> dict[str, str]:
    names = {
        sign.lower(): money.code
        for money in CURRENCIES
        for sign in money.signs.split("|")
        if sign and sign[-1] not in _SIGN
    }
    return names | {code.lower(): code for code in CODES} | {"rmb": "CNY"}


def _front_meant(word: str) -> bool:
    low = word.lower()
    if low in _PLAIN_CODES:
        return True
    return word.isupper() or low in ("rs", "rs.", "sfr", "ksh") and word[0].isupper() or word == "Rmb"


def _signed(low: str, word: str, start: int, text: str) -> tuple[str, int]:
    """A currency sign, and the country in front of it: US$, HK $, u.s. $."""
    country = word[:-1].strip().lower()
    if country in _COUNTRIES or country in ("rmb", "cny", "cn", "jp", "jpy", "gbp", "uk", "eur"):
        return _country(country, word[-1]), start
    place = start + len(word) - 1
    return _signs()[word[-1]], place


def _country(country: str, sign: str) -> str:
    if sign == "$":
        return _COUNTRIES.get(country, "USD")
    return {"jp": "JPY", "jpy": "JPY", "rmb": "CNY", "cny": "CNY", "cn": "CNY"}.get(country, _signs()[sign])


@cache
def _signs() -> dict[str, str]:
    return {
        sign: money.code
        for money in CURRENCIES
        for sign in money.signs.split("|")
        if len(sign) == 1 and sign in _SIGN
    }
