"""The tests templates may ask: what a fact is, of one that was not given always no."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from pressgen.drafting import articles, nouns, wording
from pressgen.drafting.asked import fact_of, figure_of, moment_of, named_first, of_figure, of_value, of_words
from pressgen.drafting.designed import designed
from pressgen.drafting.speech import first_sentence
from pressgen.drafting.token import FACTS, LANG, Token
from pressgen.english import plural as plural_of
from pressgen.events import multiples, parts
from pressgen.events.model import Fact
from pressgen.events.values import Name, Text
from pressgen.figures import Figure
from pressgen.figures.units import SPANS
from pressgen.glossary.divisions import division


@pass_context
def ahead(context: Context, value: Any) -> bool:
    """Whether a day, a minute or a period is not over at publication: it is told in the future."""
    moment = moment_of(context, value).rpartition("/")[2]
    if not moment:
        return False
    published = str(context[FACTS]["published"].value)
    moment = moment.replace("XXXX", published[:4]).replace("XX", published[5:7])
    size = min(len(moment), len(published))
    return moment[:size] > published[:size] or (size < len("2023-07-14") and moment == published[:size])


@pass_context
def chosen(context: Context, value: Any, word: str) -> bool:
    """Whether of several words to choose from it was this one."""
    fact = fact_of(context, value)
    return fact is not None and fact.value == word


@pass_context
def measured(context: Context, value: Any) -> bool:
    """Whether a number is of a unit, as 12 gigawatt-hours (of batteries) are."""
    figure = figure_of(context, value)
    return figure is not None and figure.kind == "quantity"


@pass_context
def several_sentences(context: Context, value: Any) -> bool:
    """Whether words are more than one sentence in the language of the text."""
    fact = fact_of(context, value)
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
    fact = fact_of(context, value)
    words = getattr(fact.value, "en", "") or getattr(fact.value, "text", "") if fact else ""
    return articles.several(words)


@pass_context
def less(context: Context, value: Any, other: Any) -> bool:
    """Whether a figure is smaller than another of its kind, as 30 minutes are than 2 hours."""
    both = [figure_of(context, each) for each in (value, other)]
    sizes = [Decimal(each.value) * SPANS.get(each.unit, 1) for each in both if each is not None]
    return len(sizes) == len(both) and sizes[0] < sizes[1]


@pass_context
def same(context: Context, value: Any, other: Any) -> bool:
    """Whether two facts say the same, such as one day; 墨脱 and 墨脱县 are one place."""
    fact, compared = fact_of(context, value), fact_of(context, other)
    return fact is not None and compared is not None and _said(fact) == _said(compared)


def _said(fact: Fact) -> object:
    figure = fact.value
    if isinstance(figure, Name) and (place := division(figure.written)):
        return place
    if not isinstance(figure, Figure):
        return figure
    return figure.value, figure.unit, parts.of(figure.text) if figure.kind in ("date", "period") else None


@pass_context
def counted(context: Context, value: Any) -> bool:
    """Whether a figure counts things, of which there are many; of anything else there is much."""
    figure = figure_of(context, value)
    return figure is not None and figure.kind == "number"


@pass_context
def verb(context: Context, value: Any) -> bool:
    """Whether a multiple was written as a verb of this language: 翻一番, doubled."""
    figure = figure_of(context, value)
    return figure is not None and multiples.is_verb(figure.text, context[LANG])


@pass_context
def multiple(context: Context, value: Any, of: int = 0) -> bool:
    """Whether a figure is a multiple; of what it was twice as much, where two is asked for."""
    figure = figure_of(context, value)
    if figure is None or figure.kind != "multiple":
        return False
    return not of or (figure.value == of and not figure.modifier)


@pass_context
def lasting(context: Context, value: Any, length: str) -> bool:
    """Whether a period is one ``day``, one ``month`` or one ``quarter``."""
    figure = figure_of(context, value)
    first, _, last = str(figure.value if figure else "").partition("/")
    if whole := {"day": "2023-07-14", "month": "2023-07"}.get(length):
        return len(first) == len(whole) and last in ("", first)
    quarters = {"01": "03", "04": "06", "07": "09", "10": "12"}
    return len(first) == len(last) == len("2023-07") and quarters.get(first[5:]) == last[5:]


@pass_context
def this_year(context: Context, value: Any) -> bool:
    """Whether a period is the whole year of publication."""
    figure = figure_of(context, value)
    return figure is not None and str(figure.value) == str(context[FACTS]["published"].value)[:4]


@pass_context
def another_year(context: Context, value: Any) -> bool:
    """Whether a day or a period ends in another year than that of publication."""
    figure = figure_of(context, value)
    last = str(figure.value if figure else "").rpartition("/")[2][:4]
    return last not in ("", "XXXX", str(context[FACTS]["published"].value)[:4])


@pass_context
def beginning(context: Context, value: Any, words: str) -> bool:
    """Whether the writer's words, or a name, begin with these in the language of the text."""
    fact = fact_of(context, value)
    held = fact.value if fact else None
    return isinstance(held, Text | Name) and held.of(context[LANG]).startswith(words)


@pass_context
def covering(context: Context, value: Any, day: Any) -> bool:
    """Whether a day, a month or a year holds the day of another fact: March 2026, March 30."""
    period = figure_of(context, value)
    if period is None or parts.of(period.text):  # the end of a year is no day of its spring
        return False
    return moment_of(context, day).startswith(str(period.value))


@pass_context
def lasting_time(context: Context, value: Any) -> bool:
    """Whether a figure is so much time: 5.8 hours."""
    figure = figure_of(context, value)
    return figure is not None and (
        (figure.unit in SPANS and figure.unit != "age") or figure.noun == "个工作日"
    )


@pass_context
def annual(context: Context, value: Any) -> bool:
    """Whether a name says in Chinese alone that it is of a year: 年产能, capacity."""
    fact = fact_of(context, value)
    held = fact.value if fact else None
    return isinstance(held, Text | Name) and wording.annual(held.zh, held.en)


@pass_context
def occurring(context: Context, value: Any) -> bool:
    """Whether a count is of visits, trips or the like, which happen and are not there: 人次, 架次."""
    figure = figure_of(context, value)
    return figure is not None and figure.noun.endswith("次")


@pass_context
def one_of(context: Context, value: Any, whole: Any) -> bool:
    """Whether something is one of those named: a household, of the households on allowances.

    A stable is none of the owners of stables.
    """
    single, all_ = fact_of(context, value), fact_of(context, whole)
    if single is None or all_ is None:
        return False
    noun = getattr(single.value, "en", "").partition(" ")[2]
    return bool(noun) and f" {plural_of(noun)} " in f" {named_first(getattr(all_.value, 'en', ''))} "


@pass_context
def team(context: Context, value: Any) -> bool:
    """Whether a name is a team's in either language, so that it is no athlete."""
    fact = fact_of(context, value)
    held = fact.value if fact else None
    return isinstance(held, Name) and any(wording.team(held.of(lang)) for lang in ("zh", "en"))


@pass_context
def bare(context: Context, value: Any) -> bool:
    """Whether a Chinese city is called by its bare name, which does not stand before that of a district."""
    fact = fact_of(context, value)
    name = fact.value.written if fact and isinstance(fact.value, Name) else ""
    found = division(name)
    return found is not None and found.generic == "市" and not name.endswith("市")


def _names(name: Name) -> list[str]:
    return list(filter(None, (name.text, name.zh, name.en)))


TESTS: Mapping[str, Callable[..., bool]] = {
    **nouns.TESTS,
    "activity": of_words(wording.activity, "zh"),
    "assembly": of_words(wording.assembly, "zh"),
    "acceptance": of_words(wording.acceptance, "en"),
    "age": of_figure(lambda figure: figure.unit == "age"),  # 60周岁, 60 years old
    "area": of_figure(lambda figure: figure.unit in ("m2", "hm2", "km2", "mu")),
    "bare": bare,
    "deal": of_words(wording.deal, "en"),
    "power": of_figure(lambda figure: figure.unit in ("W", "kW", "MW", "GW")),
    "standing": of_words(wording.standing, "en"),
    "ahead": ahead,
    "annual": annual,
    "another_year": another_year,
    "beginning": beginning,
    "investment": of_words(lambda words: bool(wording.investors(words)), "en"),
    "of_investors": of_words(lambda words: articles.several(wording.investors(words)), "en"),
    "ceremony": of_words(wording.ceremony, "zh"),
    "capitalized": of_words(wording.capitalized, "en"),
    "chosen": chosen,
    "closing": of_figure(lambda figure: parts.ends(figure.text)),
    "counted": counted,
    "covering": covering,
    "designable": of_words(lambda words: designed(words, "zh") != words or "设计" in words, "zh"),
    "doubling": of_figure(lambda figure: "翻" in figure.text),
    "elsewhere": of_words(wording.elsewhere, "en"),
    "exempting": of_words(wording.exempting, "en"),
    "fall": of_value(lambda value: value < 0),
    "flat": of_value(lambda value: value == 0),
    "lasting": lasting,
    "lasting_time": lasting_time,
    "graded": of_figure(lambda figure: figure.noun == "级"),
    "grouped": of_figure(lambda figure: figure.noun == "批"),
    "less": less,
    "many_han": of_words(wording.many_han, "zh"),
    "making": of_words(wording.making, "zh"),
    "measured": measured,
    "money": of_figure(lambda figure: figure.kind == "money"),
    "month": of_words(wording.month, "en"),
    "moving": of_words(wording.moving, "en"),
    "multiple": multiple,
    "persons": of_words(wording.persons, "en"),
    "outpatient": of_words(wording.outpatient, "zh"),
    "plan": of_words(wording.plan, "zh"),
    "plural": plural,
    "predicate": of_words(wording.predicate, "zh"),
    "one_of": one_of,
    "one": of_value(lambda value: value == 1),
    "occurring": occurring,
    "points": of_figure(lambda figure: figure.kind == "points"),
    "priced": of_words(wording.priced, "zh"),
    "headless": of_words(lambda words: words.endswith("的"), "zh"),
    "interest": of_words(lambda words: words.endswith(("利息", "息费")), "zh"),
    "rate": of_figure(lambda figure: figure.kind == "percent"),
    "recipients": of_words(wording.recipients, "en"),
    "relative": of_words(wording.relative, "en"),
    "same": same,
    "same_period": of_figure(lambda figure: "同期" in figure.text),
    "several_sentences": several_sentences,
    "rise": of_value(lambda value: value > 0),
    "team": team,
    "term": of_words(wording.term, "zh"),
    "this_year": this_year,
    "totalling": of_words(wording.totalling, "zh"),
    "travelling": of_words(wording.travelling, "zh"),
    "treating": of_words(wording.treating, "zh"),
    "verb": verb,
    "within": within,
}
"""Every test by the name templates ask it."""
