"""A sum in another currency at a day's rate, and whether a sum printed beside another follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from pressgen.errors import FigureError
from pressgen.figures.figure import Figure
from pressgen.figures.find import find
from pressgen.figures.rate import Rate
from pressgen.regex import regex
from pressgen.text import Language

TOLERANCE = Decimal("0.02")
"""How far a printed conversion may be off: the central parity and a market's rate differ by less."""

_LEAST_DIGITS = 3

_TAIL_ZH = "(?:左右|上下|以上|以内|以下|多|余|人民币|整)?"
_TAIL_EN = r"(?:\s(?:or so|or more|or less|in total|renminbi|RMB))?"
_JOINT = {
    "zh": regex(
        _TAIL_ZH
        + r"\s*(?:[（(][^（()）。；，\d]{0,12}|，?(?:大概|大约|约)?(?:折合|合|相当于)[^\d，。；（）]{0,6}|"
        r"(?:[=＝≈]|兑换?|等于)\s*)"
    ),
    "en": regex(
        _TAIL_EN + r"\s*(?:[(（][^()（）;.\d]{0,24}|,? (?:or (?:about|around|roughly|approximately|some)|"
        r"equivalent to|equal to)[^\d();.]{0,12}|[=≈]\s*)"
    ),
}
_CLOSING = regex(r"[^（()）。；;\d]{0,16}[)）]")


def converted(figure: Figure, currency: str, rate: Rate, digits: int = _LEAST_DIGITS) -> Figure:
    """A sum of money in another currency, both ends of a range, rounded half-up to significant digits.

    More than three digits are given only as far as the sum itself has them. ``rate`` may stand either
    way round. The hedge is kept; ``text`` is empty. Raises FigureError where the figure is no sum or
    the rate is between other currencies.

    >>> from datetime import date
    >>> sum_ = Figure("money", Decimal("40E9"), "CNY", 0, 15, "40 billion yuan", precision=Decimal("1E9"))
    >>> day = date(2020, 12, 8)
    >>> f'{converted(sum_, "USD", Rate("USD", "CNY", Decimal("6.5309"), day, "ECB", day)).value:f}'
    '6120000000'
    """
    factor = _factor(figure, currency, rate)
    digits = min(digits, max(_LEAST_DIGITS, _significant(figure)))
    low, high = (None if end is None else _rounded(end * factor, digits) for end in (figure.low, figure.high))
    value = _rounded(Decimal(figure.value) * factor, digits)
    size = Decimal(1).scaleb(value.adjusted() - digits + 1) if value else None
    return replace(figure, value=value, unit=currency, text="", low=low, high=high, precision=size)


def _factor(figure: Figure, currency: str, rate: Rate) -> Decimal:
    if figure.kind == "money" and (rate.base, rate.quote) == (figure.unit, currency):
        return rate.value
    if figure.kind == "money" and (rate.quote, rate.base) == (figure.unit, currency):
        return 1 / rate.value
    raise FigureError(
        "“{text}”不能按{base}与{quote}之间的汇率折算成{currency}",
        "“{text}” cannot be turned into {currency} at a rate between {base} and {quote}",
        text=figure.text or str(figure.value),
        currency=currency,
        base=rate.base,
        quote=rate.quote,
    )


def _rounded(value: Decimal, digits: int) -> Decimal:
    if not value:
        return Decimal(0)
    last = Decimal(1).scaleb(value.adjusted() - digits + 1)
    return (
        value.quantize(last, ROUND_HALF_UP)
        if last < 1
        else (value / last).quantize(Decimal(1), ROUND_HALF_UP) * last
    )


def _significant(figure: Figure) -> int:
    """How many digits a sum was written with."""
    value = Decimal(figure.value)
    if not value or not figure.precision:
        return 1
    return max(1, value.adjusted() - figure.precision.adjusted() + 1)


@dataclass(frozen=True, slots=True)
class Conversion:
    """A sum and the other currency's beside it: ``2405.72亿元（约合337亿美元）``."""

    source: Figure
    target: Figure

    @property
    def is_rate(self) -> bool:
        """One unit beside its price, ``1美元=7.13元``: a rate that is told, not a sum."""
        return self.source.value == 1 and self.source.high is None

    def off(self, rate: Rate) -> Decimal:
        """How far the target lies from what the rate makes of the source, as a share; 0 within rounding.

        Both sums stand for all that rounds to them. Raises FigureError for a rate between other
        currencies.
        """
        factor = _factor(self.source, self.target.unit, rate)
        sources, targets = _ends(self.source), _ends(self.target)
        if "vague" in (self.source.modifier, self.target.modifier) or len(sources) != len(targets):
            return Decimal(0)
        return max(
            self._miss(source * factor, target, factor)
            for source, target in zip(sources, targets, strict=True)
        )

    def follows(self, rate: Rate, tolerance: Decimal = TOLERANCE) -> bool:
        """Whether the target is what the rate makes of the source, give or take ``tolerance``."""
        return self.off(rate) <= tolerance

    def _miss(self, expected: Decimal, printed: Decimal, factor: Decimal) -> Decimal:
        room = ((self.source.precision or 0) * factor + (self.target.precision or 0)) / 2
        miss = max(Decimal(0), abs(expected - printed) - room)
        return miss / expected if expected else Decimal(bool(printed))


def conversions(text: str, lang: Language) -> list[Conversion]:
    """Every sum of a text that has another currency's beside it, in brackets or after ``约合``, ``or about``.

    Two sums joined by ``或`` or ``or`` alone are a rule's two limits, not a conversion.
    """
    return list(paired(text, lang, find(text, lang)))


def paired(text: str, lang: Language, found: Sequence[Figure]) -> Iterator[Conversion]:
    """Conversions among the figures found in a text."""
    sums = [figure for figure in found if figure.kind == "money" and figure.unit]
    for source, target in pairwise(sums):
        joint = _JOINT[lang].fullmatch(text, source.end, target.start)
        if joint is None or source.unit == target.unit:
            continue
        bracket = "(" in joint.group() or "（" in joint.group()
        if not bracket or _CLOSING.match(text, target.end):
            yield Conversion(source, target)


def _ends(figure: Figure) -> tuple[Decimal, ...]:
    if figure.low is None or figure.high is None:
        return (Decimal(figure.value),)
    return figure.low, figure.high
