"""Figures in words: how a sum, a count, a change or a day is written where its token stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from pressgen import figures
from pressgen.document import Mark
from pressgen.drafting import dollars, periods, sentences, spelling, verbatim
from pressgen.drafting.clocks import Clock
from pressgen.drafting.prose import Prose
from pressgen.drafting.token import Step, Token
from pressgen.english import plural
from pressgen.events import durations, laboratory, measures, parts
from pressgen.events.fields import Noun
from pressgen.events.model import Event, Fact
from pressgen.events.values import Name, Text
from pressgen.figures import Figure, Language
from pressgen.figures.en.words import ORDINALS
from pressgen.figures.style import RATES
from pressgen.figures.units import SPANS, UNITS
from pressgen.house import House
from pressgen.regex import regex
from pressgen.text import han

_SPELT = 10
_TENTHS = 10
"""Hectares from which a tenth of one is a third digit: 12.4, but 6.3."""

_UNITS = frozenset(name for unit in UNITS for name in unit.zh.split("|"))
"""What is measured and not counted stands in figures: a 9-square-meter booth."""

_DAY = regex(r"\d{4}-\d\d-\d\d")
_EDITION = regex(r"\b[1-9](?:st|nd|rd|th) (?:[A-Z]|edition)")

MU, MU_A_HECTARE = "mu", 15
"""The Chinese unit of land, and how many of it make a hectare."""


_PARTS = {"morning": "上午", "afternoon": "下午", "evening": "晚"}
_ENDS = (".until", "_until", ".by", ".due")
_EACH = {"each": ("各", " each"), "all": ("共", " in all"), "year": ("每年", " a year")}


def apiece(prose: Prose, per: Fact, token: Token, lang: Language) -> Prose:
    """A figure that says whether it is each, in all or a year; not where the sentence calls it a sum."""
    zh, en = _EACH[str(per.value)] if token.step("summed") is None else ("", "")
    whole = Prose(zh if lang == "zh" else "")
    whole.append(prose)
    whole.add(en if lang == "en" else "")
    whole.facts.append(Mark(0, len(whole.text), "choice", per.path))
    return whole


class Amounts:
    """Writes the figures of one event in one language of one house; it remembers the year last named."""

    def __init__(self, event: Event, house: House, lang: Language) -> None:
        self.event = event
        self.house = house
        self.lang = lang
        self.year = int(event.published[:4])
        self.years = periods.Years(self.year, lang, event.published[:10])
        self.dates = house.style.dates
        self.clock = Clock(event, self.dates, lang)
        self.style = house.writing
        self.paragraph(())

    def paragraph(self, lines: Sequence[str]) -> None:
        """A new paragraph begins: its day and years have to be said again."""
        self.readings = dollars.has_readings(lines, self.event)  # sums that are never converted
        self.day = ""  # the day that the paragraph named last
        self.years.paragraph()

    def converted(self, figure: Figure) -> str:
        """The sum in the house's currency, or nothing where there is no rate."""
        sum_ = dollars.in_dollars(replace(figure, modifier=""), self.event, self.house)
        if sum_ and figure.modifier and figure.text.endswith("以上"):
            plain_sum = figures.format(sum_, self.lang, self.style)
            return f"{plain_sum}以上" if self.lang == "zh" else f"at least {plain_sum}"
        return figures.format(sum_, self.lang, self.style) if sum_ else ""

    def roughly(self, conversion: object) -> str:
        """What stands before the office's own conversion: about; in Chinese whose yuan it is."""
        if not isinstance(conversion, Figure) or conversion.modifier:
            return ""
        if self.lang == "en":
            return "about "
        return "人民币" if conversion.unit == dollars.YUAN else ""

    def written(self, fact: Fact, figure: Figure, token: Token, *, brief: bool = False) -> str:
        """The figure as its filters ask, without its conversion; ``brief`` in figures, as in a headline."""
        figure = fact.given.get(self.lang, figure)
        for name, write in self._WRITERS.items():
            if (step := token.step(name)) is not None:
                return write(self, fact, figure, step)
        age = self.lang == "en" and figure.unit == "age" and token.step("number") is not None
        figure = replace(figure, kind="number", unit="", text="") if age else figure  # at 9, aged 12
        plain = age or token.step("plain") is not None
        if isinstance(figure.value, str):
            return self._when(figure, full=token.step("full") is not None)[1]
        if figure.kind == "ordinal":
            return self._ordinal(fact, figure, plain=plain)
        if fact.field.noun.en or fact.field.noun.zh:
            return self._counted(
                fact.field.noun, figure, bare=token.step("number") is not None, plain=plain or brief
            )
        if self.lang == "en" and figure.unit in SPANS and not (plain or brief):
            return spelling.spans_in_words(self._formatted(figure))
        spelt = figure.kind == "number" and fact.field.kind in ("count", "figure")
        return self._signed(figure, plain=plain or brief or not spelt) + self._in_hectares(figure)

    def moment(self, fact: Fact, value: str, token: Token) -> str:
        """A day or a minute in words, anything else as it was written."""
        if fact.field.kind != "datetime":
            return laboratory.chinese_unit(value) if self.lang == "zh" else value
        day, last = value.partition("T")[0], self.day
        is_end = day != last and fact.path.endswith(_ENDS)  # no day that what follows is of
        self.day = "" if is_end or (self.lang == "en" and token.step("lasting")) else day
        preposition, words = self.clock.told(value, token, again=day == last)
        return f"{preposition} {words}" if preposition and token.step("during") is not None else words

    def _signed(self, figure: Figure, *, plain: bool) -> str:
        """A figure by itself: a fall has its sign where its words were left out."""
        words = self._formatted(figure, plain=plain)
        fall = figure.kind in RATES and Decimal(figure.value) < 0
        return f"-{words}" if fall and not words.startswith(("-", "−")) else words

    def _formatted(self, figure: Figure, noun: str = "", *, plain: bool = True) -> str:
        """As it was typed in this language; else its value, hedge and zeros as this language says them."""
        typed = verbatim.typed(figure, self.lang, self.style)
        if words := typed or durations.written(figure, self.lang, self.style):
            return words
        front, back = verbatim.closing(figure, self.lang, counted=figure.kind == "number")
        bare = replace(figure, modifier="") if front or back else figure
        words = "" if plain or self.lang == "zh" else spelling.in_words(bare)
        words = words or spelling.as_multiple(bare, self.lang)
        words = words or verbatim.with_zeros(figures.format(bare, self.lang, self.style, noun), figure)
        return (" " if self.lang == "en" else "").join(filter(None, (front, words, back)))

    def _when(self, figure: Figure, *, full: bool = False) -> tuple[str, str]:
        """Preposition and words of a day or a period; in full it says its year, whichever it is."""
        value, written = str(figure.value), figure.text
        preposition, words = periods.when(value, written, self.year, self.dates, self.lang, full=full)
        return preposition, self._clear(value, words)

    def _clear(self, value: str, words: str) -> str:
        """Words for a day or a period; with its year where it would be read of another."""
        return periods.this_year(words, self.lang) if self.years.unclear(value) else words

    def _in_hectares(self, figure: Figure) -> str:
        """What mu come to, for readers who do not know them: 150 mu (10 hectares)."""
        if self.lang == "zh" or figure.unit != MU or figure.high is not None:
            return ""
        area = Decimal(figure.value) / MU_A_HECTARE
        size = replace(figure, unit="hm2", value=area, modifier="", precision=None)
        words = figures.format(size, "en", replace(self.style, digits=3 if area >= _TENTHS else 2))
        exact = figure.modifier or area == Decimal(words.split()[0].replace(",", ""))
        return f" ({'' if exact else 'about '}{words})"

    def _counted(self, noun: Noun, figure: Figure, *, bare: bool, plain: bool) -> str:
        noun = measures.narrowed(figure.text, noun)
        if self.lang == "zh":
            number = self._with_measure(noun, figure)
            if bare:
                return number
            return noun.zh + number if number.endswith("人") else number + noun.zh
        if figure.kind == "quantity":
            bare_one = replace(figure, kind="number", unit="", noun="", text="")
            return self._formatted(bare_one if bare else figure)
        if figure.modifier == "vague" and not bare:
            return self._formatted(figure, self._things(noun, figure))
        plain = plain or noun.measure in _UNITS
        number = measures.without(self._formatted(replace(figure, noun=""), plain=plain), noun)
        return number if bare else f"{number} {self._things(noun, figure)}"

    def _with_measure(self, noun: Noun, figure: Figure) -> str:
        """A Chinese count with its measure word, the typed one where there is one."""
        if figure.kind == "quantity":
            return self._formatted(figure)
        if not verbatim.is_typed(figure, "zh"):
            return self._formatted(replace(figure, noun=""), noun.measure)
        words = measures.without(self._formatted(figure), noun)
        number, hedge = verbatim.behind(words)
        return words if figure.noun else f"{number}{noun.measure}{hedge}"

    def _things(self, noun: Noun, figure: Figure) -> str:
        """What is counted, in English: visits where 人次 were typed, whatever the field says."""
        single = figure.value == 1 and not figure.modifier and figure.high is None
        if carried := measures.carried(figure.noun, noun):
            return carried.en if single else carried.plural
        return noun.en if single else noun.plural or plural(noun.en)

    def _ordinal(self, fact: Fact, figure: Figure, *, plain: bool) -> str:
        """A place in a row: in Chinese as it was written, if it was; in English in words up to ninth.

        ``plain``: in figures, as a table wants it.
        """
        ranked = fact.path.endswith((".rank", ".former"))
        if self.lang == "en" and (plain or (self.figures_for_editions and not ranked)):
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

    @cached_property
    def figures_for_editions(self) -> bool:
        """Whether the writer's own English counts editions in figures: the 6th Festival."""
        own = (fact.value for fact in self.event.facts.values())
        return any(_EDITION.search(value.of("en")) for value in own if isinstance(value, Text | Name))

    def _changed(self, _: Fact, figure: Figure, patterns: Step) -> str:
        assert isinstance(figure.value, Decimal)  # noqa: S101  # percent and points are numbers
        amount = self._formatted(replace(figure, value=abs(figure.value))).lstrip("-−")
        sign = (figure.value > 0) - (figure.value < 0)
        return sentences.changed(sign, amount, patterns, self.lang)

    def _over(self, fact: Fact, figure: Figure, _: Step) -> str:
        words = self.written(fact, figure, Token(fact.path))
        if figure.modifier:
            return words
        return f"more than {words}" if self.lang == "en" else f"超{words}"

    def _up_to(self, fact: Fact, figure: Figure, _: Step) -> str:
        if figure.modifier == "at_most" and verbatim.is_typed(figure, self.lang):
            return self.written(fact, figure, Token(fact.path))
        cap = self.written(fact, replace(figure, modifier="", text=""), Token(fact.path))
        if not figure.modifier:
            cap = self.written(fact, figure, Token(fact.path))
        return f"up to {cap}" if self.lang == "en" else f"最高{cap}"

    def _noun(self, fact: Fact, figure: Figure, _: Step) -> str:
        noun = fact.field.noun
        return noun.zh if self.lang == "zh" else self._things(noun, figure)

    def _during(self, _: Fact, figure: Figure, step: Step) -> str:
        words = self.clock.hour(figure) if "hour" in step else self._when(figure, full="full" in step)
        return " ".join(filter(None, words))

    def _part(self, _: Fact, figure: Figure, step: Step) -> str:
        """A day with its part: 6月9日下午, on the afternoon of June 9; that afternoon."""
        path, again = step
        is_day = _DAY.fullmatch(str(figure.value))
        part = str(self.event.value(path)) if path and is_day else ""
        same = bool(again) and self.day == str(figure.value)
        preposition, words = self._when(figure)
        if self.lang == "zh":
            words = "当天" if same else words
            return "当晚" if same and part == "evening" else words + _PARTS.get(part, "")
        if same:
            return f"that {part or 'day'}"
        return f"on the {part} of {words}" if part else f"{preposition} {words}".strip()

    def _ending(self, _: Fact, figure: Figure, step: Step) -> str:
        """What a month, quarter, half or year ends with: 6月底, the end of June; a day or hour is its own.

        A part of one stands as it was written (6月中旬), without the 前 that the sentence says.
        """
        if parts.of(figure.text):
            return self._when(figure, full="full" in step)[1].removesuffix("前")
        value = str(figure.value).rpartition("/")[2]
        last = replace(figure, value=value if "-" in value else str(figure.value))
        words = self._when(last, full="full" in step)[1]
        if len(value) >= len("XXXX-07-14"):
            return words
        return f"{words}底" if self.lang == "zh" else f"the end of {words}"

    def _until(self, _: Fact, figure: Figure, step: Step) -> str:
        path, single, several = step
        last = self.event.value(path) if path else None
        end = str(last.value) if isinstance(last, Figure) else ""
        words = self._when(figure)[1]
        if _DAY.fullmatch(str(figure.value)):
            words = self.dates.several(str(figure.value), end, self.year, self.lang)
            words = self._clear(f"{figure.value}/{end}" if end else str(figure.value), words)
        pattern = several if end and end != figure.value else single
        return pattern.replace("{}", words) if pattern else words

    _WRITERS: dict[str, Callable[[Amounts, Fact, Figure, Step], str]] = {  # noqa: RUF012  # a literal table
        "change": _changed,
        "during": _during,
        "ending": _ending,
        "noun": _noun,
        "over": _over,
        "part": _part,
        "up_to": _up_to,
        "until": _until,
    }
