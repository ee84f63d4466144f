"""What stands around an English number: currencies in front and behind, units, percent, points, times."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pressgen.figures.currencies import CODES, CURRENCIES, coins
from pressgen.figures.figure import Kind
from pressgen.figures.reading import Tail
from pressgen.figures.units import UNITS
from pressgen.regex import regex

_SHARES: tuple[tuple[Kind, str, str, str], ...] = (
    ("percent", "%", "1", "%|percent|per cent|pct|percents|pc|per-cent|percentage|﹪|％"),
    ("percent", "%", "0.1", "‰|per mille|per mil"),
    (
        "points",
        "pp",
        "1",
        "percentage points|percentage point|percentage-point|percentage-points|percent points|percent point|"
        "pp|ppts|ppt|% points|%-points|pct points|points of percentage|per cent points",
    ),
    ("points", "pp", "0.01", "basis points|basis point|bps|bp|pips|pip"),
    ("multiple", "", "1", "times|fold|-fold|x"),
)
_LONG_SPANS = {"decade": 10, "decades": 10, "century": 100, "centuries": 100}
_PLAIN = "usd cny rmb eur gbp hkd jpy cad aud sgd chf krw twd inr myr thb rub"
_PLAIN_CODES = frozenset(_PLAIN.split())
_COUNTRIES = {
    "us": "USD", "u.s.": "USD", "u.s": "USD", "usd": "USD", "hk": "HKD", "hkd": "HKD", "nt": "TWD",
    "a": "AUD",
    "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD", "s": "SGD", "sg": "SGD", "nz": "NZD",
    "r": "BRL",
    "jp": "JPY", "jpy": "JPY", "rmb": "CNY", "cny": "CNY", "cn": "CNY", "uk": "GBP", "gbp": "GBP",
    "eur": "EUR",
}  # fmt: skip
_LETTERS = regex("[a-z]+")
_SIGN = "$¥￥£€₩₹₽฿₫₱₺₪₴₦₭₮₸৳₿"


@cache
def _table() -> dict[str, list[tuple[str, Tail]]]:
    """By the letters they begin with or their first sign, longest first; of one name the earlier counts."""
    tails = [
        Tail(word, kind, unit, Decimal(size))
        for kind, unit, size, words in _SHARES
        for word in words.split("|")
    ]
    tails += [Tail(name.lower(), "money", money.code) for money in CURRENCIES for name in money.en.split("|")]
    tails += [Tail(name, "money", code, Decimal(size)) for name, code, size in coins("en")]
    tails += [Tail(name.lower(), "quantity", unit.key) for unit in UNITS for name in unit.en.split("|")]
    tails += [Tail(code.lower(), "money", code) for code in CODES] + [
        Tail("rmb", "money", "CNY"),
        Tail("t", "quantity", "t"),
        Tail("g", "quantity", "g"),
        Tail("m", "quantity", "m"),
    ]
    tails += [Tail(name, "quantity", "year", Decimal(years)) for name, years in _LONG_SPANS.items()]
    tails += [
        Tail(f"m{code.lower()}", "money", code, Decimal(10) ** 6)
        for code in ("USD", "EUR", "GBP", "CNY", "HKD")
    ]
    named = {tail.word: tail for tail in reversed(tails)}
    table: dict[str, list[tuple[str, Tail]]] = {}
    for word in sorted(sorted(named), key=len, reverse=True):
        table.setdefault(_beginning(word, 0), []).append((word, named[word]))
    return table


def _beginning(low: str, start: int) -> str:
    """The letters from here on, or the one sign that is none: what a word of the table is looked up by."""
    letters = _LETTERS.match(low, start)
    return letters.group() if letters else low[start : start + 1]


def at(low: str, text: str, end: int) -> tuple[Tail, int] | None:
    """What a number counts by the word behind it, and where that word ends."""
    start = end
    while low[start : start + 1] == " " and start < end + 2:
        start += 1
    if low[start : start + 1] == "-" and low[start + 1 : start + 2].isalpha():
        start += 1
    for word, tail in _table().get(_beginning(low, start), ()):
        if low.startswith(word, start):
            stop = start + len(word)
            if _ends(word, low[stop : stop + 1]) and _meant(tail, text, start):
                return tail, stop
    return None


def _ends(word: str, sign: str) -> bool:
    """Whether a word ends where the table's does."""
    return not (sign.isalnum() or sign == "_") if word[-1].isalpha() else True


_LETTERED = regex(r"[\w&/+’'-]|\.\w| [A-Z0-9]")
"""What stands behind a letter that is part of a name: 3 C Group, 4 C-class."""


def _meant(tail: Tail, text: str, start: int) -> bool:
    """Codes that are also words are meant in capitals only; a bare letter only where it is glued or alone."""
    word = text[start : start + len(tail.word)]
    if tail.word[-1] in _SIGN and text[start + len(tail.word) : start + len(tail.word) + 2].strip().isdigit():
        return False
    if tail.word in ("m", "t", "g", "x", "pc", "in"):
        return word.islower() and (tail.word != "in")
    if tail.word == "c":
        return word.isupper() and text[start - 1] == " " and not _LETTERED.match(text, start + 1)
    if tail.word.upper() in CODES and tail.word not in _PLAIN_CODES:
        return word.isupper()
    if tail.kind == "money" and tail.factor > 1:
        return word.isupper()
    return True


def in_front(low: str, text: str, start: int, floor: int) -> tuple[str, int] | None:
    """The currency that stands in front of a number, not before the floor, and where it starts."""
    end = start
    while end > floor and start - end < 2 and low[end - 1] == " ":
        end -= 1
    if end == floor or not (low[end - 1].isalpha() or low[end - 1] in _SIGN or low[end - 1] == "."):
        return None
    if low[end - 1] in _SIGN:
        return _signed(low, end - 1, floor)
    if low[end - 2 : end] not in _front_ends():
        return None
    place = end
    while place > floor and (low[place - 1].isalpha() or low[place - 1] == ".") and end - place < 6:
        place -= 1
    code = _front_names().get(low[place:end])
    if code is None or low[place - 1 : place].isalnum() or not _front_meant(text[place:end]):
        return None
    return code, place


@cache
def _front_names() -> dict[str, str]:
    names = {
        sign.lower(): money.code
        for money in CURRENCIES
        for sign in money.signs.split("|")
        if sign and sign[-1] not in _SIGN
    }
    return names | {code.lower(): code for code in CODES} | {"rmb": "CNY"}


@cache
def _front_ends() -> frozenset[str]:
    """The last two signs of what may stand in front; no name is shorter."""
    return frozenset(name[-2:] for name in _front_names())


def _front_meant(word: str) -> bool:
    low = word.lower()
    if low in _PLAIN_CODES:
        return True
    return word.isupper() or word == "Rmb" or (low in ("rs", "rs.", "sfr", "ksh") and word[0].isupper())


def _signed(low: str, place: int, floor: int) -> tuple[str, int]:
    """A currency sign, and the country in front of it: US$, HK $, u.s. $."""
    end = place
    spaced = end > floor and low[end - 1] == " "
    end -= spaced
    first = end
    while first > floor and (low[first - 1].isalpha() or low[first - 1] == ".") and end - first < 5:
        first -= 1
    country = low[first:end]
    whole = not low[first - 1 : first].isalnum()
    if whole and country in _COUNTRIES and (not spaced or len(country) > 1 or country == "c"):
        return _country(country, low[place]), first
    if whole and not spaced and (code := _long_signs().get(low[first : place + 1])):
        return code, first
    return _signs()[low[place]], place


@cache
def _long_signs() -> dict[str, str]:
    """TT$, B$, Mex$: letters of a country and the dollar's sign."""
    return {
        sign.lower(): money.code
        for money in CURRENCIES
        for sign in money.signs.split("|")
        if len(sign) > 1 and sign[-1] in _SIGN
    }


def _country(country: str, sign: str) -> str:
    return (
        _COUNTRIES[country] if sign == "$" or country in ("jp", "jpy", "rmb", "cny", "cn") else _signs()[sign]
    )


@cache
def _signs() -> dict[str, str]:
    return {
        sign: money.code
        for money in CURRENCIES
        for sign in money.signs.split("|")
        if len(sign) == 1 and sign in _SIGN
    }
