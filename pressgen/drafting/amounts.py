"""Figures in words: how a sum, a count, a change or a day is written where its token stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from pressgen import figures
from pressgen.drafting import dollars, sentences
from pressgen.drafting.token import Step, Token
from pressgen.events.model import Event, Fact
from pressgen.figures import Figure, Language
from pressgen.figures.en.words import ORDINALS
from pressgen.house import House
from pressgen.text import han

_SPELT = 10

MU, MU_A_HECTARE = "mu", 15
"""The Chinese unit of land, and how many of it make a hectare."""


class Amounts:
    """Writes the figures of one event in one language of one house; it remembers nothing."""

    def __init__(self, event: Event, house: House, lang: Language) -> None:
        self.event = event
        self.house = house
        self.lang = lang
        self.year = int(event.published[:4])
        self.dates = house.style.dates
        self.style = house.writing

    def converted(self, figure: Figure) -> str:
        """The sum in the house's currency, or nothing where there is no rate."""
        sum_ = dollars.in_dollars(replace(figure, modifier=""), self.event, self.house)
        return figures.format(sum_, self.lang, self.style) if sum_ else ""

    def written(self, fact: Fact, figure: Figure, token: Token) -> str:
        """The figure as its filters ask, without its conversion."""
        for name, write in self._WRITERS.items():
            if (step := token.step(name)) is not None:
                return write(self, fact, figure, step)
        if isinstance(figure.value, str):
            return self._when(figure, full=token.step("full") is not None)[1]
        if figure.kind == "ordinal":
            return self._ordinal(fact, figure, plain=token.step("plain") is not None)
        if fact.field.noun.en or fact.field.noun.zh:
            return self._counted(fact, figure, bare=token.step("number") is not None)
        return figures.format(figure, self.lang, self.style) + self._in_hectares(figure)

    def _when(self, figure: Figure, *, full: bool = False) -> tuple[str, str]:
        """Preposition and words of a day or a period; in full it says its year, whichever it is."""
        return sentences.when(str(figure.value), figure.text, 0 if full else self.year, self.dates, self.lang)

    def _in_hectares(self, figure: Figure) -> str:
        """What mu come to, for readers who do not know them: 150 mu (10 hectares)."""
        if self.lang == "zh" or figure.unit != MU or figure.high is not None:
            return ""
        area = Decimal(figure.value) / MU_A_HECTARE
        hectares = replace(figure, unit="hm2", value=area, modifier="", precision=None)
        return f" ({figures.format(hectares, 'en', replace(self.style, digits=3))})"

    def _counted(self, fact: Fact, figure: Figure, *, bare: bool) -> str:
        noun = fact.field.noun
        if self.lang == "zh":
            return figures.format(figure, "zh", self.style, noun.measure) + ("" if bare else noun.zh)
        number = figures.format(replace(figure, noun=""), "en", self.style)
        one = figure.value == 1 and not figure.modifier and figure.high is None
        return number if bare else f"{number} {noun.en if one else noun.plural or noun.en + 's'}"

    def _ordinal(self, fact: Fact, figure: Figure, *, plain: bool) -> str:
        """A place in a row: in Chinese as it was written, if it was; in English in words up to ninth.

        ``plain``: in figures, as a table wants it.
        """
        if self.lang == "en" and plain:
            return figures.format(figure, "en", self.style)
        if self.lang == "en":
            words = {Decimal(value): word for word, value in ORDINALS.items() if value < _SPELT}
            spelt = words.get(Decimal(figure.value), "")
            return spelt or figures.format(figure, "en", self.style)
        if han(figure.text):
            return figure.text
        measure = fact.field.noun.measure
        return (
            f"首{measure}"
            if figure.value == 1 and measure
            else figures.format(figure, "zh", self.style, measure)
        )

    def _changed(self, _: Fact, figure: Figure, patterns: Step) -> str:
        assert isinstance(figure.value, Decimal)  # noqa: S101  # percent and points are numbers
        size = replace(figure, value=abs(figure.value))
        amount = figures.format(size, self.lang, self.style)
        sign = (figure.value > 0) - (figure.value < 0)
        return sentences.changed(sign, amount, patterns, self.lang)

    def _over(self, fact: Fact, figure: Figure, _: Step) -> str:
        hedged = replace(figure, modifier=figure.modifier or "over")
        return self.written(fact, hedged, Token(fact.path))

    def _up_to(self, fact: Fact, figure: Figure, _: Step) -> str:
        cap = self.written(fact, replace(figure, modifier=""), Token(fact.path))
        return f"up to {cap}" if self.lang == "en" else f"最高{cap}"

    def _noun(self, fact: Fact, figure: Figure, _: Step) -> str:
        noun = fact.field.noun
        if self.lang == "zh":
            return noun.zh
        return noun.en if figure.value == 1 else noun.plural or f"{noun.en}s"

    def _during(self, _: Fact, figure: Figure, step: Step) -> str:
        preposition, words = self._when(figure, full="full" in step)
        return f"{preposition} {words}" if preposition else words

    def _until(self, _: Fact, figure: Figure, step: Step) -> str:
        path, single, several = step
        last = self.event.value(path) if path else None
        end = str(last.value) if isinstance(last, Figure) else ""
        words = sentences.spread(str(figure.value), end, self.year, self.dates, self.lang)
        pattern = several if end and end != figure.value else single
        return pattern.replace("{}", words) if pattern else words

    _WRITERS: dict[str, Callable[[Amounts, Fact, Figure, Step], str]] = {  # noqa: RUF012  # a literal table
        "change": _changed,
        "during": _during,
        "noun": _noun,
        "over": _over,
        "up_to": _up_to,
        "until": _until,
    }
