"""The filters templates may call, which say how a fact is to be written, and what a template sees.

A filter takes the token of a fact and returns it with one step more; an absent fact stays absent, so
that its line is left out. The same names serve both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined

from pressgen import cldr
from pressgen.drafting import adverbials, names, onward, signs
from pressgen.drafting.groups import Group, alike, winners
from pressgen.drafting.token import (
    ABSENT,
    FACTS,
    LANG,
    NOTHING,
    Accompanied,
    Token,
    pieces,
)
from pressgen.errors import TemplateError
from pressgen.events import measures
from pressgen.events.model import Fact
from pressgen.events.values import Name
from pressgen.figures import Figure


def _step(name: str) -> Callable[..., Any]:
    def filter_(value: Any, *words: str) -> Any:
        if isinstance(value, Undefined):
            return value
        if isinstance(value, list):
            return [filter_(item, *words) for item in value]
        token = Token.whole(value)
        if token is None:
            raise TemplateError("{name}要用在一个事实上", "{name} belongs to a fact", name=name)
        return str(token.then(name, *map(str, words)))

    filter_.__name__ = name
    return filter_


def maybe(value: Any, pattern: str = "{}") -> Any:
    """The fact in a pattern, or nothing where it was not given: the line is kept.

    Facts in the pattern have patterns of their own, which are none of this one's.
    """
    if isinstance(value, Undefined):
        return NOTHING
    parts = (
        str(part) if isinstance(part, Token) else part.replace("{}", str(value)) for part in pieces(pattern)
    )
    return "".join(parts)


def until(value: Any, end: Any, single: str = "", several: str = "") -> Any:
    """A first day and, where it was given, the last: ``July 14``, ``July 14 to 16``."""
    token, last = Token.whole(value), Token.whole(end)
    if token is None:
        return value
    return str(token.then("until", last.path if last else "", single, several))


@pass_context
def list_(context: Context, values: Any, key: str = "") -> Any:
    """``A, B and C`` or ``A、B和C``; ``key`` names the member of each item that is listed."""
    if isinstance(values, Undefined):
        return values
    if key in ("person", "titled"):
        return _people(values, key)
    if isinstance(values, str):
        raise TemplateError("list要用在一列事实上", "list belongs to a list of facts")
    items = [str(value[key] if key else value) for value in values]
    if context[LANG] == "zh" and any(names.joined(context[FACTS], item) for item in items):
        return "、".join(items)
    return cldr.listed(items, context[LANG])


def _people(values: Iterable[Mapping[str, Any]], key: str) -> str:
    """Several people as one token: how they are parted depends on who was met before.

    ``titled``: somebody whose organisation the sentence has named, in English with the title in front.
    """
    first, *others = (token for value in values if (token := Token.whole(value["person"])))
    people = Token(first.path).then("person", *(token.path for token in others))
    return str(people.then("titled") if key == "titled" else people)


def beside(value: Any, other: Any) -> Any:
    """A name whose tail ("of the center") stands behind the other already, so that it is left out."""
    token, before = Token.whole(value), Token.whole(other)
    return str(token.then("beside", before.path)) if token and before else value


@pass_context
def divisions(context: Context, items: Iterable[Mapping[str, Any]]) -> str:
    """What the places that items are named for are: 区, 县（市、区）; district, county and city."""
    tokens = (Token.whole(item["name"]) for item in items)
    values = (context[FACTS][token.path].value for token in tokens if token)
    return names.divisions((value for value in values if isinstance(value, Name)), context[LANG])


def _led(by: Callable[[str], str], lang: str = "en") -> Callable[..., Any]:
    """A filter that puts the preposition in front of the writer's words which a rule finds for it."""

    @pass_context
    def filter_(context: Context, value: Any) -> Any:
        token = Token.whole(value)
        words = getattr(context[FACTS][token.path].value, lang, "") if token else ""
        return f"{by(words).removesuffix(words)}{value}" if words else value

    return filter_


def things(value: Any, count: Any) -> Any:
    """The writer's plural noun behind a count, in English one of them where there is one: one station."""
    token, number = Token.whole(value), Token.whole(count)
    return str(token.then("things", number.path)) if token and number else value


@pass_context
def carried(context: Context, value: Any) -> str:
    """What the measure word of a typed figure says by itself, behind its number: visits, of 26万人次."""
    token = Token.whole(value)
    held = context[FACTS][token.path].value if token else None
    word = measures.measure(held.noun) if isinstance(held, Figure) and context[LANG] == "en" else None
    single = isinstance(held, Figure) and held.value == 1 and not held.modifier
    return f" {word.en if single else word.plural}" if word and word.plural else ""


def lacking(items: Iterable[Mapping[str, Any]], name: str) -> list[Mapping[str, Any]]:
    """The items of which a fact was not given."""
    return [item for item in items if not item[name]]


def part(value: Any, of: Any, again: str = "") -> Any:
    """A day with its part: 6月9日下午, on the afternoon of June 9; ``again`` 当天下午, once it was named."""
    token, morning = Token.whole(value), Token.whole(of)
    return str(token.then("part", morning.path if morning else "", again)) if token else value


def after(value: Any, day: Any) -> Any:
    """A minute behind the day from which it lasts, whose month it does not say again: 11月19日至20日20:00."""
    token, first = Token.whole(value), Token.whole(day)
    return str(token.then("after", first.path)) if token and first else value


def lasting(value: Any, end: Any) -> Any:
    """A minute from which something lasts until another, whose day it says unless both are of one day."""
    token, last = Token.whole(value), Token.whole(end)
    return str(token.then("lasting", last.path)) if token and last else value


def having(items: Iterable[Mapping[str, Any]], name: str) -> list[Mapping[str, Any]]:
    """The items of which a fact was given."""
    return [item for item in items if item[name]]


def given(phrases: Iterable[Any]) -> list[str]:
    """Those of several phrases that have their facts, for ``list`` or ``join``."""
    texts = (str(phrase) for phrase in phrases)
    return [text for text in texts if ABSENT not in text and text.replace(NOTHING, "").strip()]


def turn(number: int, *words: str) -> str:
    """Of several words the one whose turn it is, so that a list does not say the same each time.

    >>> [turn(number, "rose", "grew") for number in (1, 2, 3)]
    ['rose', 'grew', 'rose']
    """
    if not isinstance(number, int) or not words:
        raise TemplateError(
            "turn要写成loop.index | turn(…)", "write turn as loop.index | turn(…)", name="turn"
        )
    return words[(number - 1) - (number - 1) // len(words) * len(words)]


FILTERS: Mapping[str, Callable[..., Any]] = {
    "a": _step("a"),  # a 21.36% rise, an 8% rise
    "after": after,
    "lasting": lasting,
    "alike": alike,
    "always": signs.always,
    "apiece": _step("apiece"),  # per company per year, which was typed a company a year
    "aside": _step("aside"),  # in Chinese what stands in brackets behind words, and the words without
    "outside": _step("outside"),
    "at_time": _led(adverbials.at_time),  # in 2019, on July 29
    "base": signs.base,
    "the": _step("the"),  # the Foshan Bureau of Commerce, but Foshan
    "at": _step("at"),  # at the Ancestral Temple, on Zumiao Road
    "behind_than": _led(adverbials.than),  # (lower than) at the old plant, in Phase I
    "banned": _step("banned"),  # 行车途中不得接打电话
    "both": _step("both"),  # two days, in English: on June 20 and 21
    "before": _step("before"),  # what stands before these words of the writer's English
    "behind": _step("behind"),  # what stands behind these words of the writer's English
    "beside": beside,
    "by": _step("by"),  # in 9.83 seconds, with 17.95 meters
    "change": _step("change"),  # up 21.36%, down 3.2%, unchanged
    "carried": carried,
    "coming": _step("coming"),  # 4号线二期将开通
    "definite": _step("definite"),  # the writer's words with "the", unless they have an article
    "designed": _step("designed"),  # 设计年产能, the designed annual capacity
    "divisions": divisions,
    "doing": _step("doing"),  # directs traffic, of a duty that was typed "direct traffic"
    "ending": _step("ending"),  # 6月底: the end of a month, a quarter, a year
    "during": _step("during"),  # in the first half of 2023, from January to June
    "having": having,
    "full": _step("full"),  # the full name, whatever was said before; a period with its year
    "given": given,
    "in_a_row": onward.in_a_row,
    "in_turn": onward.in_turn,
    "its": _step("its"),  # its gearbox plant, for a plant that has no name
    "head": _step("head"),  # in Chinese what stands behind the last 的, and in front of it
    "modifier": _step("modifier"),
    "investors": _step("investors"),  # in English those who invested, of investment by them
    "lacking": lacking,
    "noun": _step("noun"),  # the thing counted without its number
    "number": _step("number"),  # the number without the thing counted
    "onward": onward.onward,
    "onto": signs.onto,
    "over": _step("over"),  # a threshold: over 100 million yuan
    "part": part,
    "party": _step("party"),  # one of several who do something together: a district is called one
    "plural": _step("plural"),  # a post that several people take: deputy directors of the center
    "silent": _step("silent"),  # nothing: what it says is said by another fact
    "short": _step("short"),  # the short name, whatever was said before
    "summed": _step("summed"),  # a sum of which the sentence says itself that it is one
    "spoken": _step("spoken"),  # somebody's words in quotation marks
    "up_to": _step("up_to"),  # a cap: up to 5 million yuan
    "plain": _step("plain"),  # a sum without dollars, a change without its sign, 3rd and not third
    "winners": winners,
    "verb": _step("verb"),  # was or were, by the number counted
    "list": list_,
    "maybe": maybe,
    "subject": signs.subject,
    "things": things,
    "under": _led(adverbials.under),  # under the contract, typed with its preposition or without
    "under_zh": _led(adverbials.under_zh, "zh"),
    "turn": turn,
    "typed": _step("typed"),  # in full or in short, as it was typed
    "until": until,
}
"""Every filter by the name templates call it."""


def context(tree: Mapping[str, Any], absent: Callable[[str], Undefined]) -> dict[str, Any]:
    """An event's tree as templates see it: tokens for facts, groups and lists of these, absent ones as such.

    A group that has a ``name`` and ``titles`` also has a ``person``: the two together.
    """
    return {name: _tokens(value, name, absent) for name, value in tree.items()}


def _tokens(value: Any, name: str, absent: Callable[[str], Undefined]) -> Any:
    if value is None:
        return absent(name)
    if isinstance(value, dict):
        group = Group({key: _tokens(inner, key, absent) for key, inner in value.items()})
        token = Token.whole(group.get("name"))
        return Group(group, person=str(token.then("person"))) if token and "titles" in value else group
    if isinstance(value, list):
        return [_tokens(item, name, absent) for item in value] or absent(name)
    return accompanied(value, absent) if value.field.companions else str(Token(value.path))


def accompanied(fact: Fact, absent: Callable[[str], Undefined]) -> Accompanied:
    """A figure's token that knows its companions: ``{{ x }}`` and ``{{ x.growth }}``."""
    given = {name: str(Token(each.path)) for name, each in fact.companions.items()}
    return Accompanied(
        Token(fact.path), {name: given.get(name) or absent(name) for name in fact.field.companions}
    )
