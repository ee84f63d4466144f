"""One exchange rate: how many units of which currency for one of another, on whose day, by whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Context, Decimal

from pressgen.errors import Place, RateError, Wording
from pressgen.figures import currencies, plausible
from pressgen.regex import regex
from pressgen.text import han

REACH = 7
"""How many days back a rate still holds: longer than any holiday in the ECB's history (5 days)."""

HOLIDAY_REACH = 12
"""The same for an office's own table: China's markets close for up to eleven days in a row."""

_SHOWN = Context(prec=7)
_NUMBER = regex(r"[0-9]{1,12}(?:\.[0-9]{1,16})?")
_CODE = regex(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Rate:
    """``value`` units of ``quote`` for one ``base``; ``day`` is the rate's own, ``asked`` the text's.

    >>> str(Rate("USD", "CNY", Decimal("7.1318"), date(2023, 7, 14), "PBOC", date(2023, 7, 15)))
    '1 USD = 7.1318 CNY (PBOC, 2023-07-14)'
    """

    base: str
    quote: str
    value: Decimal
    day: date
    source: str
    asked: date

    @property
    def stale(self) -> bool:
        """An earlier day's rate stands in for the day asked for."""
        return self.day != self.asked

    @property
    def shown(self) -> str:
        """The value in seven digits, as it is printed and recorded."""
        return f"{_SHOWN.plus(self.value).normalize():f}"

    def inverse(self) -> Rate:
        """The same rate the other way round."""
        return replace(self, base=self.quote, quote=self.base, value=1 / self.value)

    def __str__(self) -> str:
        return f"1 {self.base} = {self.shown} {self.quote} ({self.source}, {self.day})"


def unknown_pair(base: str, quote: str, source: str, known: Wording) -> RateError:
    """The error for a pair a source does not quote; ``known`` lists what it does."""
    return RateError(
        "{source}没有{base}与{quote}之间的汇率，现有：{known}；请用--rate给出汇率，或用--rates给出汇率表",
        "{source} has no rate between {base} and {quote}; it has {known}; "
        "give the rate with --rate, or a table with --rates",
        base=base,
        quote=quote,
        source=source,
        known=known,
    )


def out_of_reach(
    rate: Rate | None, on: date, span: str, source: str, pair: str, reach: int = REACH
) -> RateError:
    """The error for a day without a rate; ``rate`` is the last one before it, ``span`` what there is."""
    if rate is None:
        zh, en = "{source}在{on}或之前没有{pair}的汇率", "{source} has no {pair} rate on or before {on}"
    else:
        zh = "{source}在{on}及之前{reach}天内没有{pair}的汇率，最近的是{last}的"
        en = "{source} has no {pair} rate for {on} or the {reach} days before it, the last one is of {last}"
    return RateError(
        zh + "（现有{span}）；请用--rate给出汇率，或用--rates给出汇率表，或运行pressgen rates update",
        en + " (there is {span}); give the rate with --rate, or a table with --rates, "
        "or run: pressgen rates update",
        on=on,
        reach=reach,
        last=rate.day if rate else None,
        span=span,
        source=source,
        pair=pair,
    )


def positive(text: str, at: Place | None = None) -> Decimal:
    """A rate as a person writes it. Raises RateError for zero, a sign, NaN, a decimal comma, an exponent.

    >>> positive("7.1318")
    Decimal('7.1318')
    """
    value = Decimal(text) if _NUMBER.fullmatch(text) else Decimal(0)
    if not value:
        raise RateError(
            "“{text}”不是汇率；请写大于零的小数，小数点用“.”，如7.1318",
            "“{text}” is no rate; write a number above zero with a decimal point, such as 7.1318",
            at,
            text=text,
        )
    return value


def currency(text: str, at: Place | None = None) -> str:
    """An ISO 4217 code, or that of a Chinese name. Raises RateError for anything else, such as RMB."""
    if text in plausible.RANGES or (_CODE.fullmatch(text) and _is_currency(text)):
        return text
    if han(text) and (code := currencies.code_of(text)):
        return code
    near = _NEAR.get(text.upper()) or (
        text.upper() if text.upper() in plausible.RANGES else "CNY、USD、EUR、HKD"
    )
    raise RateError(
        "没有“{text}”这种货币代码；请写ISO 4217代码：{near}",
        "“{text}” is no currency code; write the ISO 4217 code: {near}",
        at,
        text=text,
        near=near,
    )


def believable(rate: Rate, limits: tuple[Decimal, Decimal] | None, at: Place | None = None) -> Rate:
    """The rate itself, if it lies between the limits. Raises RateError, which says what it looks like."""
    fault = plausible.fault(rate.value, limits)
    if fault is None or limits is None:
        return rate
    zh, en = _FAULTS[fault]
    raise RateError(
        "1 {base} = {value} {quote}不可能（应在{low}与{high}之间）；" + zh,
        "1 {base} = {value} {quote} cannot be (it lies between {low} and {high}); " + en,
        at,
        base=rate.base,
        quote=rate.quote,
        value=rate.shown,
        low=f"{float(limits[0]):.3g}",
        high=f"{float(limits[1]):.3g}",
    )


_FAULTS: dict[plausible.Fault, tuple[str, str]] = {
    "inverted": ("看来写反了，请对调base与quote", "it looks inverted, swap base and quote"),
    "per 100": (
        "看来是100单位的价，请在per列写100",
        "it looks like the price of 100 units, write 100 under per",
    ),
    "per 1": ("看来是1单位的价，per应写1", "it looks like the price of one unit, write 1 under per"),
    "outside": ("请核对汇率和货币", "check the rate and the currencies"),
}

_NEAR = {
    "RMB": "CNY",
    "CNH": "CNY",
    "US$": "USD",
    "$": "USD",
    "HK$": "HKD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY / JPY",
}


def _is_currency(code: str) -> bool:
    from babel.core import get_global  # noqa: PLC0415  # only for currencies the ECB does not quote

    return code in get_global("all_currencies")
