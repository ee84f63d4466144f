"""The tests templates may ask: what a fact is, of one that was not given always no."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from pressgen.drafting import articles, wording
from pressgen.drafting.filters import FACTS, LANG
from pressgen.drafting.speech import first_sentence
from pressgen.drafting.token import Token
from pressgen.events import multiples
from pressgen.events.model import Fact
from pressgen.events.values import Name, Text
from pressgen.figures import Figure
from pressgen.figures.units import SPANS
from pressgen.glossary.divisions import division


def _asks(question: Callable[[Decimal], bool]) -> Callable[..., bool]:
    @pass_context
    def test(context: Context, value: Any) -> bool:
        figure = _figure(context, value)
        return figure is not None and isinstance(figure.value, Decimal) and question(figure.value)

    return test


def _fact(context: Context, value: Any) -> Fact | None:
    token = Token.whole(value)
    return context[FACTS].get(token.path) if token else None


def _figure(context: Context, value: Any) -> Figure | None:
    fact = _fact(context, value)
    held = fact.value if fact else None
    return held if isinstance(held, Figure) else None


@pass_context
def ahead(context: Context, value: Any) -> bool:
    """Whether a day, a minute or a period is not over at publication: it is told in the future."""
    fact = _fact(context, value)
    if fact is None:
        return False
    moment = str(fact.value.value if isinstance(fact.value, Figure) else fact.value).rpartition("/")[2]
    published = str(context[FACTS]["published"].value)
    moment = moment.replace("XXXX", published[:4]).replace("XX", published[5:7])
    size = min(len(moment), len(published))
    return moment[:size] > published[:size] or (size < len("2023-07-14") and moment == published[:size])


@pass_context
def chosen(context: Context, value: Any, word: str) -> bool:
    """Whether of several words to choose from it was this one."""
    fact = _fact(context, value)
    return fact is not None and fact.value == word


@pass_context
def measured(context: Context, value: Any) -> bool:
    """Whether a number is of a unit, as 12 gigawatt-hours (of batteries) are."""
    figure = _figure(context, value)
    return figure is not None and figure.kind == "quantity"


@pass_context
def several_sentences(context: Context, value: Any) -> bool:
    """Whether words are more than one sentence in the language of the text."""
    fact = _fact(context, value)
    words = fact.value.of(context[LANG]) if fact and isinstance(fact.value, Text) else ""
    return first_sentence(words) < len(words)


@pass_context
def within(context: Context, value: Any, other: Any) -> bool:
    """Whether a name stands inside another, as Shanghai does in Automechanika Shanghai.

    The writer's own words do where they do in the language of the text.
    """
    inner, outer = (context[FACTS][t.path].value if (t := Token.whole(v)) else None for v in (value, other))
    if isinstance(inner, Text) and isinstance(outer, Name):
        words = inner.of(context[LANG])
        return bool(words) and words in outer.of(context[LANG])
    if not isinstance(inner, Name) or not isinstance(outer, Name):
        return False
    return any(word in whole for word in _names(inner) for whole in _names(outer))


@pass_context
def plural(context: Context, value: Any) -> bool:
    """Whether a name or the writer's words are several things in English, such as flights from a city."""
    fact = _fact(context, value)
    words = getattr(fact.value, "en", "") or getattr(fact.value, "text", "") if fact else ""
    return articles.several(words)


@pass_context
def less(context: Context, value: Any, other: Any) -> bool:
    """Whether a figure is smaller than another of its kind."""
    figure, compared = _figure(context, value), _figure(context, other)
    return figure is not None and compared is not None and Decimal(figure.value) < Decimal(compared.value)


@pass_context
def same(context: Context, value: Any, other: Any) -> bool:
    """Whether two facts say the same, such as one day."""
    fact, compared = _fact(context, value), _fact(context, other)
    return fact is not None and compared is not None and _said(fact) == _said(compared)


def _said(fact: Fact) -> object:
    return (fact.value.value, fact.value.unit) if isinstance(fact.value, Figure) else fact.value


@pass_context
def counted(context: Context, value: Any) -> bool:
    """Whether a figure counts things, of which there are many; of anything else there is much."""
    figure = _figure(context, value)
    return figure is not None and figure.kind == "number"


@pass_context
def verb(context: Context, value: Any) -> bool:
    """Whether a multiple was written as a verb of this language: 翻一番, doubled."""
    figure = _figure(context, value)
    return figure is not None and multiples.is_verb(figure.text, context[LANG])


@pass_context
def multiple(context: Context, value: Any, of: int = 0) -> bool:
    """Whether a figure is a multiple; of what it was twice as much, where two is asked for."""
    figure = _figure(context, value)
    if figure is None or figure.kind != "multiple":
        return False
    return not of or (figure.value == of and not figure.modifier)


@pass_context
def lasting(context: Context, value: Any, length: str) -> bool:
    """Whether a period is one ``month`` or one ``quarter``."""
    figure = _figure(context, value)
    first, _, last = str(figure.value if figure else "").partition("/")
    if length == "month":
        return len(first) == len("2023-07") and last in ("", first)
    quarters = {"01": "03", "04": "06", "07": "09", "10": "12"}
    return len(first) == len(last) == len("2023-07") and quarters.get(first[5:]) == last[5:]


@pass_context
def this_year(context: Context, value: Any) -> bool:
    """Whether a period is the whole year of publication."""
    figure = _figure(context, value)
    return figure is not None and str(figure.value) == str(context[FACTS]["published"].value)[:4]


@pass_context
def another_year(context: Context, value: Any) -> bool:
    """Whether a day or a period ends in another year than that of publication."""
    figure = _figure(context, value)
    last = str(figure.value if figure else "").rpartition("/")[2][:4]
    return last not in ("", "XXXX", str(context[FACTS]["published"].value)[:4])


def _worded(question: Callable[[str], bool], lang: str) -> Callable[..., bool]:
    """A test of how a writer's words read in one language."""

    @pass_context
    def test(context: Context, value: Any) -> bool:
        fact = _fact(context, value)
        words = fact.value.of(lang) if fact and isinstance(fact.value, Text | Name) else ""
        return bool(words) and question(words)

    return test


@pass_context
def beginning(context: Context, value: Any, words: str) -> bool:
    """Whether the writer's words begin with these in the language of the text."""
    fact = _fact(context, value)
    held = fact.value if fact else None
    return isinstance(held, Text) and held.of(context[LANG]).startswith(words)


@pass_context
def covering(context: Context, value: Any, day: Any) -> bool:
    """Whether a day, a month or a year holds the day of another fact: March 2026, March 30."""
    period, inner = _figure(context, value), _figure(context, day)
    return period is not None and inner is not None and str(inner.value).startswith(str(period.value))


@pass_context
def lasting_time(context: Context, value: Any) -> bool:
    """Whether a figure is so much time: 5.8 hours."""
    figure = _figure(context, value)
    return figure is not None and figure.unit in SPANS and figure.unit != "age"


@pass_context
def annual(context: Context, value: Any) -> bool:
    """Whether a name says in Chinese alone that it is of a year: 年产能, capacity."""
    fact = _fact(context, value)
    held = fact.value if fact else None
    return isinstance(held, Text | Name) and wording.annual(held.zh, held.en)


@pass_context
def occurring(context: Context, value: Any) -> bool:
    """Whether a count is of visits, trips or the like, which happen and are not there: 人次, 架次."""
    figure = _figure(context, value)
    return figure is not None and figure.noun.endswith("次")


@pass_context
def age(context: Context, value: Any) -> bool:
    """Whether a figure is somebody's age: 60周岁, 60 years old."""
    figure = _figure(context, value)
    return figure is not None and figure.unit == "age"


@pass_context
def bare(context: Context, value: Any) -> bool:
    """Whether a Chinese city is called by its bare name, which does not stand before that of a district."""
    fact = _fact(context, value)
    name = fact.value.written if fact and isinstance(fact.value, Name) else ""
    found = division(name)
    return found is not None and found.generic == "市" and not name.endswith("市")


def _figures(question: Callable[[Figure], bool]) -> Callable[..., bool]:
    @pass_context
    def test(context: Context, value: Any) -> bool:
        figure = _figure(context, value)
        return figure is not None and question(figure)

    return test


def _names(name: Name) -> list[str]:
    return list(filter(None, (name.text, name.zh, name.en)))


TESTS: Mapping[str, Callable[..., bool]] = {
    "age": age,
    "area": _figures(lambda figure: figure.unit in ("m2", "hm2", "km2", "mu")),
    "bare": bare,
    "deal": _worded(wording.deal, "en"),
    "power": _figures(lambda figure: figure.unit in ("W", "kW", "MW", "GW")),
    "standing": _worded(wording.standing, "en"),
    "ahead": ahead,
    "annual": annual,
    "another_year": another_year,
    "beginning": beginning,
    "chosen": chosen,
    "counted": counted,
    "covering": covering,
    "elsewhere": _worded(wording.elsewhere, "en"),
    "exempting": _worded(wording.exempting, "en"),
    "fall": _asks(lambda value: value < 0),
    "flat": _asks(lambda value: value == 0),
    "lasting": lasting,
    "lasting_time": lasting_time,
    "less": less,
    "making": _worded(wording.making, "zh"),
    "measured": measured,
    "money": _figures(lambda figure: figure.kind == "money"),
    "month": _worded(wording.month, "en"),
    "multiple": multiple,
    "persons": _worded(wording.persons, "en"),
    "outpatient": _worded(wording.outpatient, "zh"),
    "plan": _worded(wording.plan, "zh"),
    "plural": plural,
    "predicate": _worded(wording.predicate, "zh"),
    "one": _asks(lambda value: value == 1),
    "occurring": occurring,
    "points": _figures(lambda figure: figure.kind == "points"),
    "priced": _worded(wording.priced, "zh"),
    "rate": _figures(lambda figure: figure.kind == "percent"),
    "recipients": _worded(wording.recipients, "en"),
    "same": same,
    "several_sentences": several_sentences,
    "rise": _asks(lambda value: value > 0),
    "this_year": this_year,
    "treating": _worded(wording.treating, "zh"),
    "verb": verb,
    "within": within,
}
"""Every test by the name templates ask it."""
