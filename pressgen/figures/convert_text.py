"""The bracketed conversions of a whole text: added where they are missing, corrected where they are wrong.

Every sum of money is accounted for: what was done with it, at which rate, or why it was left.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from pressgen import figures
from pressgen.errors import RateError, Wording
from pressgen.figures.convert import Conversion, converted, paired
from pressgen.figures.convert_policy import (
    BESIDE,
    NEVER,
    NO_RATE,
    PAST,
    RATE,
    REPEATED,
    Policy,
    at_the_time,
)
from pressgen.figures.figure import Figure
from pressgen.figures.find import readings
from pressgen.figures.rate import Rate
from pressgen.figures.rates import Rates
from pressgen.figures.reading import Reading
from pressgen.text import Language

Sum = tuple[str, Decimal, Decimal | None]
"""A distinct sum: its currency, its value (a range's lower end) and a range's upper end."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one sum of the text; ``figure`` stands in the text before the change.

    ``added``: ``new`` is the bracket put behind it. ``corrected``: ``figure`` is the sum in the other
    currency, ``new`` what stands in its place. ``left``: ``why`` says why; ``new`` is empty.
    """

    what: Literal["added", "corrected", "left"]
    figure: Figure
    start: int
    end: int
    new: str = ""
    rate: Rate | None = None
    why: Wording | None = None


@dataclass(frozen=True, slots=True)
class ConvertedText:
    """The new text, the changes in the order of the old one, and the distinct sums now converted."""

    text: str
    changes: tuple[Change, ...]
    converted: frozenset[Sum]

    def of(self, what: Literal["added", "corrected", "left"]) -> list[Change]:
        """The changes of one sort."""
        return [change for change in self.changes if change.what == what]


def convert_text(  # noqa: PLR0913, PLR0917  # what, from where, for when and into what are all said
    text: str,
    lang: Language,
    rates: Rates,
    on: date,
    to: str = "USD",
    policy: Policy | None = None,
    already: Collection[Sum] = (),
) -> ConvertedText:
    """Add and correct the conversions of a text at the rates of a day.

    Yuan are turned into ``to``; with ``to="CNY"`` every other currency is turned into yuan. Sums in
    ``already`` count as converted before, so that a document can be given block by block. Applied to its
    own result it changes nothing. Raises RateError where a sum needs a rate that there is not.
    """
    read = readings(text, lang)
    found = [reading.figure for reading in read]
    pairs = list(paired(text, lang, found))
    judge = _Judge(text, lang, rates, on, policy or Policy(), found)
    done = set(already) | {_key(pair.source) for pair in pairs}
    beside = {figure.start for pair in pairs for figure in (pair.source, pair.target)}
    alone = [each for each in read if _wanted(each.figure, to) and each.figure.start not in beside]
    changes = [judge.judged(pair) for pair in pairs] + [judge.bare(reading, to, done) for reading in alone]
    changes.sort(key=lambda change: change.figure.start)
    return ConvertedText(_applied(text, changes), tuple(changes), frozenset(done))


def _wanted(figure: Figure, to: str) -> bool:
    if figure.kind != "money" or not figure.unit:
        return False
    return figure.unit != "CNY" if to == "CNY" else figure.unit == "CNY"


def _key(figure: Figure) -> Sum:
    return figure.unit, Decimal(figure.value), figure.high


def _applied(text: str, changes: list[Change]) -> str:
    parts: list[str] = []
    at = 0
    for change in changes:
        if change.what != "left":
            parts += [text[at : change.start], change.new]
            at = change.end
    return "".join([*parts, text[at:]])


@dataclass(frozen=True, slots=True)
class _Judge:
    """Decides about one text's sums, each by itself."""

    text: str
    lang: Language
    rates: Rates
    on: date
    policy: Policy
    found: list[Figure]

    def judged(self, pair: Conversion) -> Change:
        """What becomes of a conversion that is there."""
        why = RATE if pair.is_rate else self._reason(pair.source)
        if why is None and at_the_time(self.text[pair.source.end : pair.target.end + 16]):
            why = PAST
        if why:
            return self._unchanged(pair.target, why)
        try:
            rate = self.rates.rate(pair.source.unit, pair.target.unit, self.on)
        except RateError:
            return self._unchanged(pair.target, NO_RATE)
        if not self.policy.correct or pair.follows(rate, self.policy.tolerance):
            return self._unchanged(pair.target, BESIDE)
        target, old = converted(pair.source, pair.target.unit, rate, self.policy.digits), pair.target
        new = self._written(replace(target, modifier=""), named=old.text.startswith("人民币"))
        return Change("corrected", old, old.start, old.end, new, rate)

    def bare(self, reading: Reading, to: str, done: set[Sum]) -> Change:
        """What becomes of a sum that stands alone; one that is converted joins ``done``."""
        figure = reading.figure
        why = self._reason(figure) or self._needless(_key(figure) in done)
        if why:
            return self._unchanged(figure, why)
        done.add(_key(figure))
        rate = self.rates.rate(figure.unit, to, self.on)
        target = replace(converted(figure, to, rate, self.policy.digits), modifier="")
        form = self.policy.zh if self.lang == "zh" else self.policy.en
        new = form.replace("{sum}", self._written(target, named=to == "CNY"))
        return Change("added", figure, reading.end, reading.end, new, rate)

    def _reason(self, figure: Figure) -> Wording | None:
        return self.policy.reason(figure, self.text, self.lang, self.found, self.on)

    def _needless(self, already: bool) -> Wording | None:
        if self.policy.convert == "never":
            return NEVER
        return REPEATED if already and self.policy.convert == "first" else None

    def _unchanged(self, figure: Figure, why: Wording) -> Change:
        return Change("left", figure, figure.start, figure.end, why=why)

    def _written(self, figure: Figure, *, named: bool) -> str:
        """The sum in the house's style; Chinese names its own money where another's stands before it."""
        written = figures.format(figure, self.lang, self.policy.style)
        return f"人民币{written}" if named and self.lang == "zh" else written
