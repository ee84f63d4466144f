"""Sums printed in a second currency: whether they follow from the first and the day's rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from pressgen import figures
from pressgen.checks import totals
from pressgen.checks.found import conversions_of, day_of, figures_of
from pressgen.document import Block, Release
from pressgen.errors import RateError, Wording
from pressgen.figures import Figure, Language
from pressgen.figures.convert import Conversion, converted
from pressgen.figures.convert_policy import at_the_time, is_past
from pressgen.figures.plausible import band
from pressgen.figures.rate import Rate
from pressgen.findings import Finding, Fix, Rule
from pressgen.house import House

WRONG = Rule(
    "conversion/wrong",
    "warning",
    Wording(
        "“{source}”按{rate}应为“{right}”，文中为“{printed}”（相差{off}）{day}",
        "“{source}” is “{right}” at {rate}, not “{printed}” ({off} off){day}",
    ),
    Wording(
        "括注的外币金额按发稿日汇率折算；中间价与市场价相差不到2%，超出则是日期、汇率或数字有误",
        "a sum in brackets is converted at the rate of the day; official and market rates differ by less "
        "than 2%, so more than that is another day's rate or a slip",
    ),
)
IMPOSSIBLE = Rule(
    "conversion/impossible",
    "error",
    Wording(
        "“{source}”与“{printed}”之间的汇率为1 {base} = {implied} {quote}，不可能（应在{low}与{high}之间）",
        "between “{source}” and “{printed}” the rate is 1 {base} = {implied} {quote}, which cannot be "
        "(it lies between {low} and {high})",
    ),
    Wording(
        "2005年以来1美元合5.5元至8.5元之间；差10倍多是万、亿换算之误",
        "since 2005 a dollar has been 5.5 to 8.5 yuan; ten times more or less is a slip between 亿 and "
        "billion",
    ),
)
TWICE = Rule(
    "conversion/twice",
    "warning",
    Wording(
        "“{source}”在此折算为“{printed}”，上文折算为“{before}”",
        "“{source}” is “{printed}” here and “{before}” before",
    ),
    Wording("一稿中同一金额只有一种折算", "in one text one sum has one conversion"),
)
RULES = (WRONG, IMPOSSIBLE, TWICE, totals.TOTAL)

_YUAN_BAND = Decimal("5.5"), Decimal("8.5")
_BACK, _AHEAD = 1100, 60
"""How many days from the text's own are tried for the rate a conversion does follow."""
_FOLLOWS = Decimal("0.0005")


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on conversions, and on totals that cannot hold their parts, in each language by itself."""
    on = day_of(release, house)
    for document in (release.zh, release.en):
        judge = _Judge(house, on, {})
        for block in document.blocks:
            if block.lang in ("zh", "en"):
                yield from judge.findings(block, block.lang)
                yield from totals.check(block, block.lang)


@dataclass(slots=True)
class _Judge:
    """Judges the conversions of one text, and remembers them."""

    house: House
    on: date | None
    by_sum: dict[tuple[str, Decimal, Decimal | None, str], Conversion]

    def findings(self, block: Block, lang: Language) -> Iterator[Finding]:
        """At most one finding for each conversion of a paragraph."""
        for pair in conversions_of(block):
            fault = _impossible(block, pair) or self._wrong(block, lang, pair) or self._twice(block, pair)
            if fault:
                yield fault

    def _wrong(self, block: Block, lang: Language, pair: Conversion) -> Finding | None:
        rate = self._rate(block, lang, pair)
        if rate is None or pair.follows(rate):
            return None
        right = figures.format(
            converted(_hedgeless(pair.source), pair.target.unit, rate), lang, self.house.writing
        )
        return WRONG.at(
            block.span(pair.target.start, pair.target.end),
            Fix(right),
            (block.span(pair.source.start, pair.source.end),),
            source=pair.source.text,
            printed=pair.target.text,
            right=right,
            rate=rate.inverse() if rate.base == "CNY" else rate,
            off=f"{pair.off(rate):.1%}",
            day=self._followed(pair),
        )

    def _rate(self, block: Block, lang: Language, pair: Conversion) -> Rate | None:
        """The day's rate, where the conversion claims to use it."""
        behind = block.text[pair.source.end : pair.target.end + 16]
        if self.on is None or pair.is_rate or at_the_time(behind):
            return None
        if is_past(pair.source, block.text, lang, figures_of(block), self.on):
            return None
        return self._on(pair, self.on)

    def _on(self, pair: Conversion, day: date) -> Rate | None:
        try:
            return self.house.rates.rate(pair.source.unit, pair.target.unit, day)
        except RateError:
            return None

    def _followed(self, pair: Conversion) -> Wording:
        """Which day's rate the conversion does follow, the nearest first."""
        assert self.on is not None  # noqa: S101  # a wrong conversion was held against a day
        for days in range(1, _BACK):
            for day in (self.on - timedelta(days), self.on + timedelta(days)):
                rate = self._on(pair, day) if day <= self.on + timedelta(_AHEAD) else None
                if rate and rate.day == day and pair.follows(rate, _FOLLOWS):
                    return Wording(f"；所用的是{day}前后的汇率", f"; it follows from the rate of about {day}")
        return Wording("", "")

    def _twice(self, block: Block, pair: Conversion) -> Finding | None:
        source = pair.source
        key = source.unit, Decimal(source.value), source.high, pair.target.unit
        before = self.by_sum.setdefault(key, pair).target
        if pair.is_rate or _hedgeless(before).agrees(_hedgeless(pair.target)):
            return None
        place = block.span(pair.target.start, pair.target.end)
        return TWICE.at(place, source=source.text, printed=pair.target.text, before=before.text)


def _hedgeless(figure: Figure) -> Figure:
    return replace(figure, modifier="")


def _impossible(block: Block, pair: Conversion) -> Finding | None:
    """Whatever the day, no rate lies so far off."""
    limits = _limits(pair)
    if limits is None or pair.source.high is not None or pair.target.high is not None:
        return None
    implied = _implied(pair)
    if implied is None or (implied[1] >= limits[0] and implied[0] <= limits[1]):
        return None
    base, quote = _ordered(pair)
    value = Decimal(quote.value) / Decimal(base.value)
    return IMPOSSIBLE.at(
        block.span(pair.target.start, pair.target.end),
        None,
        (block.span(pair.source.start, pair.source.end),),
        source=pair.source.text,
        printed=pair.target.text,
        base=base.unit,
        quote=quote.unit,
        implied=f"{float(value):.3g}",
        low=f"{float(limits[0]):.3g}",
        high=f"{float(limits[1]):.3g}",
    )


def _ordered(pair: Conversion) -> tuple[Figure, Figure]:
    """Base and quote: the price of the foreign unit in yuan, as people know it."""
    if pair.source.unit == "CNY" or (pair.target.unit == "USD" and pair.source.unit != "CNY"):
        return pair.target, pair.source
    return pair.source, pair.target


def _limits(pair: Conversion) -> tuple[Decimal, Decimal] | None:
    base, quote = _ordered(pair)
    return _YUAN_BAND if (base.unit, quote.unit) == ("USD", "CNY") else band(base.unit, quote.unit)


def _implied(pair: Conversion) -> tuple[Decimal, Decimal] | None:
    """The lowest and highest rate the two rounded sums leave room for."""
    base, quote = _ordered(pair)
    low, high = _bounds(base)
    if low <= 0:
        return None
    quoted = _bounds(quote)
    return quoted[0] / high, quoted[1] / low


def _bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    half = (figure.precision or Decimal(0)) / 2
    return Decimal(figure.value) - half, Decimal(figure.value) + half
