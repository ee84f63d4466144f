"""The currencies: their ISO 4217 codes and what newsrooms call them in Chinese and English.

``currencies.csv`` has a row a currency, ``coins.csv`` a row a smaller coin; names are parted by ``|``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pressgen import packaged
from pressgen.text import Language


class Currency(NamedTuple):
    """Names are parted by ``|``; the first of each language is the one written. ``signs`` stand in front."""

    code: str
    zh: str
    en: str
    signs: str = ""


class Coin(NamedTuple):
    """A smaller coin that stands by itself: how many of the currency it is. 角 and 分 do not."""

    lang: str
    names: str
    code: str
    size: str


CURRENCIES = tuple(
    Currency(row["code"], row["zh"], row["en"], row["signs"])
    for row in packaged.rows(__file__, "currencies.csv")
)
"""An empty code is a name several countries share: a sum of money, but of nobody knows whose."""

COINS = tuple(
    Coin(row["lang"], row["names"], row["code"], row["size"]) for row in packaged.rows(__file__, "coins.csv")
)

_OTHERWISE = frozenset(
    (
        "ALL", "ANG", "ATS", "AWG", "COP", "CUP", "DEM", "EEK", "FIM", "GIP", "LSL", "MTL", "PTE", "SIT",
        "SOS", "SSP", "STN", "SUR", "TOP",
    )
)  # fmt: skip
"""Codes that stand beside a number in another sense more often: TOP 10, COP28, 12 AWG, SOS, Pte."""

CODES = frozenset(currency.code for currency in CURRENCIES if currency.code) - _OTHERWISE | {"BTC"}
"""Every ISO 4217 code that is read."""


def coins(lang: Language) -> Iterator[tuple[str, str, str]]:
    """The coins a language names: name, currency, how many of the currency."""
    for coin in COINS:
        if coin.lang == lang:
            yield from ((name, coin.code, coin.size) for name in coin.names.split("|"))


def code_of(name: str) -> str | None:
    """The code of a currency by its code, name or sign in either language, or None; shared names have none.

    >>> code_of("欧元"), code_of("eur"), code_of("Kuwaiti dinars"), code_of("pesos")
    ('EUR', 'EUR', 'KWD', None)
    """
    return _codes().get(name.strip().lower())


@cache
def _codes() -> dict[str, str]:
    named = {code.lower(): code for code in CODES} | {"rmb": "CNY", "cnh": "CNY"}
    for money in reversed(CURRENCIES):
        for names in (money.signs, money.en, money.zh) if money.code else ():
            named |= {name.lower(): money.code for name in names.split("|") if name}
    return named
