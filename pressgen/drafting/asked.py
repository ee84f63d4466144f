"""What the tests of templates ask about: the fact behind a token, its figure, its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from pressgen.drafting.token import FACTS, LANG, Token
from pressgen.events.model import Fact
from pressgen.events.values import Name, Text
from pressgen.figures import Figure
from pressgen.regex import regex

_OFFICE = regex(
    r"\b(?:mayor|governor|minister|secretary|director|president|chairman|chairwoman|delegation|officials)\b"
)
"""Somebody, who plans something and is not scheduled to do it: the mayor of Foshan."""
_CAPACITY = regex("产能|年产|产量")
_FURTHER = regex(r"\s(?:about|at|by|for|from|in|of|on|that|to|under|which|who|whose|with|without|\w+ing)\s")
_OTHERS = regex(
    r"\s(?:of|for|that|which|who|with)\s(?:.*\s)?(?:people|persons|children|residents|staff|students|\w+(?:ers|ees|ates|ists))\b"
)
"""Those who are somebody's: employers of disabled people, firms that hire graduates."""
_DOING = regex(
    "新(?:聘|招|雇|建|设|增|购|开|办|装|租|添)|购|买|建(?!筑|材)|聘|招|雇|改|更换|换(?!电)|租|引进|开(?!发区)|参[加展]|举办|承办|加装|"
    "安装|投|采购|收|推广|种(?!子)|养(?!老)|修|装(?!备)|扩|升级|使用|研发|进口(?!设)|出口|培育|培养|生产(?!线)|销售"
)
"""Chinese words for something done, behind which 并 can stand: 新聘厨师并签订合同, but 换电站运营满一年."""
_REACHING = regex(r"超过|达到|突破|不足|低于|高于|未满|满(?!意)|达(?=\d)")
_IMPOSED = regex(
    "(?:依法)?(?:追回|追缴|追究|取消|吊销|责令|没收|撤销|通报|收回|移送|约谈|处以|予以|列入|暂停)"
)
"""What an office does to somebody; what somebody does stands behind a comma: 夜市，退出经营."""
_TIMED = regex("(?:后|起|内|前|时)$")
_AIM = regex("(?:目标|计划|任务|目标任务|目标值)$")
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def named_first(words: str) -> str:
    """The words up to what only tells which are meant.

    >>> named_first("owners of stables"), named_first("small farms")
    ('owners', 'small farms')
    """
    return _FURTHER.split(words, maxsplit=1)[0]


@pass_context
def year_before(context: Context, value: Any, other: Any) -> bool:
    """Whether a period is that of the year before another: the first half of 2025, and of 2026."""
    before, period = figure_of(context, value), figure_of(context, other)
    if before is None or period is None:
        return False
    return str(before.value) == _YEAR.sub(lambda found: str(int(found[0]) - 1), str(period.value))


@pass_context
def ending_in(context: Context, value: Any, words: str) -> bool:
    """Whether the writer's words, or a name, end with these in the language of the text."""
    return _words(context, value, context[LANG]).endswith(words)


@pass_context
def echoing(context: Context, value: Any, other: Any) -> bool:
    """Whether English words end with the same word as others: a plate, a replacement plate."""
    first, second = (_words(context, each, "en").split()[-1:] for each in (value, other))
    return bool(first) and first == second


@pass_context
def called(context: Context, value: Any, other: Any) -> bool:
    """Whether the writer's words or a name are what another is called, in both languages."""
    first, second = ([_words(context, each, lang) for lang in ("zh", "en")] for each in (value, other))
    return any(first) and first == second


@pass_context
def year_long(context: Context, value: Any) -> bool:
    """Whether a period is a whole year."""
    return is_year(figure_of(context, value))


def is_year(period: object) -> bool:
    """Whether a period is a whole year and no part of one: 2025."""
    return (
        isinstance(period, Figure) and len(str(period.value)) == len("2025") and str(period.value).isdigit()
    )


def of_value(question: Callable[[Decimal], bool]) -> Callable[..., bool]:
    """A test of how much a figure is."""

    @pass_context
    def test(context: Context, value: Any) -> bool:
        figure = figure_of(context, value)
        return figure is not None and isinstance(figure.value, Decimal) and question(figure.value)

    return test


def fact_of(context: Context, value: Any) -> Fact | None:
    """The fact a template asks about, where it was given."""
    token = Token.whole(value)
    return context[FACTS].get(token.path) if token else None


def figure_of(context: Context, value: Any) -> Figure | None:
    """The figure a template asks about, where it was given and is one."""
    fact = fact_of(context, value)
    held = fact.value if fact else None
    return held if isinstance(held, Figure) else None


def moment_of(context: Context, value: Any) -> str:
    """A day, a minute or a period as it is kept (2026-11-20, 2026-11/2026-12); "" where none was given."""
    fact = fact_of(context, value)
    if fact is None:
        return ""
    return str(fact.value.value if isinstance(fact.value, Figure) else fact.value)


def _words(context: Context, value: Any, lang: str) -> str:
    """The writer's words or the name that a template asks about, in a language; "" where it is none."""
    fact = fact_of(context, value)
    return fact.value.of(lang) if fact and isinstance(fact.value, Text | Name) else ""


def of_words(question: Callable[[str], bool], lang: str) -> Callable[..., bool]:
    """A test of how a writer's words read in one language."""

    @pass_context
    def test(context: Context, value: Any) -> bool:
        words = _words(context, value, lang)
        return bool(words) and question(words)

    return test


def of_figure(question: Callable[[Figure], bool]) -> Callable[..., bool]:
    """A test of what a figure is of."""

    @pass_context
    def test(context: Context, value: Any) -> bool:
        figure = figure_of(context, value)
        return figure is not None and question(figure)

    return test


@pass_context
def begun(context: Context, value: Any) -> bool:
    """Whether a day or a period has begun by publication."""
    first = moment_of(context, value).partition("/")[0]
    published = str(context[FACTS]["published"].value)
    return bool(first) and first.replace("XXXX", published[:4]) <= published[: len(first)]


@pass_context
def dialed(context: Context, value: Any) -> bool:
    """Whether a number is a telephone's in full, and no short one by which a line is called: 12345."""
    fact = fact_of(context, value)
    return fact is not None and "-" in str(fact.value)


@pass_context
def rivaled(context: Context, value: Any) -> bool:
    """Whether the event tells of another product, too, so that a capacity has to say of what it is."""
    fact = fact_of(context, value)
    if fact is None or not isinstance(fact.value, Text | Name):
        return False
    own = fact.value.of("zh")
    for path, other in context[FACTS].items():
        words = other.value.of("zh") if isinstance(other.value, Text | Name) else ""
        made = path.endswith(".product") or (path.endswith(".name") and _CAPACITY.search(words))
        if made and own not in words:
            return True
    return False


OF_FACTS: Mapping[str, Callable[..., bool]] = {
    "begun": begun,
    "called": called,
    "dialed": dialed,
    "echoing": echoing,
    "ending_in": ending_in,
    "rivaled": rivaled,
    "listing": of_words(lambda words: "、" in words, "zh"),
    "placed_in": of_words(lambda words: "在" in words, "zh"),
    "telling_of_others": of_words(lambda words: bool(_OTHERS.search(words)), "en"),
    "doing": of_words(lambda words: bool(_DOING.match(words)), "zh"),
    "reaching": of_words(lambda words: bool(_REACHING.search(words)), "zh"),
    "imposed": of_words(lambda words: bool(_IMPOSED.match(words)), "zh"),
    "timed": of_words(lambda words: bool(_TIMED.search(words)), "zh"),
    "an_aim": of_words(lambda words: bool(_AIM.search(words)), "zh"),
    "inviting": of_words(lambda words: "邀请" in words or words.endswith(("提议", "请求", "报价")), "zh"),
    "asking": of_words(lambda words: "是否" in words or "能否" in words, "zh"),
    "somebody": of_words(lambda words: bool(_OFFICE.search(words)), "en"),
    "that_day": of_words(lambda words: words in ("当天", "当日"), "zh"),
    "due_before": of_figure(lambda figure: figure.text.rstrip().endswith("前")),
    "year_alone": of_figure(lambda figure: len(str(figure.value)) == len("2025")),
    "year_before": year_before,
    "year_long": year_long,
}
"""What templates ask of a fact or of two, by the name they ask it by."""
