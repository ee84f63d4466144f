"""A writer's words as the sentence around them needs them: a verb in its base form, several things, a reason.

A field says what it wants (``speech`` in its ``fields.yaml``). What was typed so stands as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from pressgen.english import MONTHS, article
from pressgen.events.things import is_much, led, one, several, thing
from pressgen.events.values import Name, Text, Value
from pressgen.events.verbs import base, doing, past
from pressgen.regex import regex

Speech = Literal[
    "", "verb", "doing", "past", "things", "thing", "one", "bare", "unit",
    "reason", "place", "means", "day", "hours", "clause", "permitted", "that", "paid",
]  # fmt: skip

_ARTICLE = regex("^an? ")
_MONTH = regex(rf"(?:{MONTHS}) \d")
_UNIT = regex("[a-z]+")
_LED_ZH = regex(
    ".{0,3}(?:因|受|由于)|为|按|依|根据|鉴于|随着|在|经|应|遵|出于|待|等|当|以|.*(?:期间|时|后|前|原因)$"
)
_MAY_ZH = regex("^[^，。]*?(?:可以|才能|才可|方可|方能|能够|得以)")
_WITHIN = regex(
    "(?:.* (?:District|County|Town|Township|Village|City|Province|Zone|Area)|[A-Z][a-z]+)(?:, [A-Z].*)?"
)
"""A place that one is in, and not at."""


def fitted(value: Value, speech: Speech) -> Value:
    """Words as a field wants them, in each language; what is not in words is left as it is."""
    fit = _FITS.get(speech)
    if not fit or not isinstance(value, Text | Name):
        return value
    fit_zh = _FITS_ZH.get(speech)
    zh = fit_zh(value.zh) if fit_zh and value.zh else value.zh
    return replace(value, zh=zh, en=fit(value.en) if value.en and "{" not in value.en else value.en)


def _unit(words: str) -> str:
    """Of each: an hour, where the hour alone was typed."""
    alone = _UNIT.fullmatch(words) and words not in ("each", "apiece", "altogether")
    return f"{article(words)} {words}" if alone else words


def _reason(words: str) -> str:
    return words if led(words) else f"because of {one(words)}"


def _reason_zh(words: str) -> str:
    return words if _LED_ZH.match(words) else f"因{words}"


def _permitted_zh(words: str) -> str:
    """What may be done, behind 方可: neither who does it nor a second 可以.

    >>> [_permitted_zh(words) for words in ("停机坪可以使用", "增设夜航", "增设可移动看台")]
    ['使用', '增设夜航', '增设可移动看台']
    """
    return _MAY_ZH.sub("", words)


def _place(words: str) -> str:
    if led(words):
        return words
    return f"in {words}" if _WITHIN.fullmatch(words) else f"at {words}"


def _means(words: str) -> str:
    return words if led(words) else f"by {words}"


def _day(words: str) -> str:
    return f"on {words}" if _MONTH.match(words) else words


def _paid(words: str) -> str:
    """What money is paid for: something done, or things.

    >>> [_paid(words) for words in ("recruit talent", "booth", "rent", "what they invest", "new equipment")]
    ['recruiting talent', 'booths', 'rent', 'what they invest', 'new equipment']
    """
    done = doing(words)
    return words if done == words and is_much(words) else several(done) if done == words else done


def _clause(words: str) -> str:
    return words.removeprefix("that ")


def _that(words: str) -> str:
    return words if words.startswith(("that ", "of ")) or led(words) else f"that {words}"


def _bare(words: str) -> str:
    return _ARTICLE.sub("", words)


def _hours(words: str) -> str:
    return f"from {words}" if words[:1].isdigit() and " to " in words else words


_FITS_ZH: Mapping[str, Callable[[str], str]] = {"reason": _reason_zh, "permitted": _permitted_zh}
_FITS: Mapping[str, Callable[[str], str]] = {
    "verb": base,
    "things": several,
    "thing": thing,
    "one": one,
    "unit": _unit,
    "reason": _reason,
    "place": _place,
    "means": _means,
    "day": _day,
    "paid": _paid,
    "clause": _clause,
    "permitted": _clause,
    "that": _that,
    "doing": doing,
    "past": past,
    "hours": _hours,
    "bare": _bare,
}
