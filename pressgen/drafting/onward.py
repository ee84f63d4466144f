"""What happened to one thing time after time, told in one sentence: it was raised …, and lowered ….

The response began at noon. It was lowered to Level II at 2 p.m. It was lowered to Level III at 4 p.m.
The response began at noon and was lowered to Level II at 2 p.m. and to Level III at 4 p.m.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from pressgen.drafting.asked import fact_of, moment_of
from pressgen.drafting.token import Token
from pressgen.events.values import Text
from pressgen.regex import regex

_AGAIN = regex(r"(?:it|they) ")
_VERB = regex(r"(?:it|they) (?:(?:is|are|was|were|has been|have been|had been) )?[a-z]+ ")
_MOST = 3
"""How much happens in one sentence."""


@pass_context
def in_turn(context: Context, items: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Items in their order, those together of which each goes on with the one before in English."""
    rows: list[list[Mapping[str, Any]]] = []
    for item in items:
        if rows and len(rows[-1]) < _MOST and _AGAIN.match(_words(context, item["what"])):
            rows[-1].append(item)
        else:
            rows.append([item])
    return rows


@pass_context
def onward(context: Context, value: Any, before: Any) -> Any:
    """A clause without the pronoun and the verb that the one before has said."""
    token = Token.whole(value)
    pattern = _VERB if said_again(context, value, before) else _AGAIN
    found = pattern.match(_words(context, value))
    return str(token.then("behind", found[0])) if token and found else value


@pass_context
def in_a_row(context: Context, items: Iterable[Mapping[str, Any]], key: str) -> list[list[Mapping[str, Any]]]:
    """Items by their years, those together that follow each other: 2020, 2021 and 2022; 2024."""
    runs: list[list[Mapping[str, Any]]] = []
    for item in items:
        year = moment_of(context, item[key])
        last = moment_of(context, runs[-1][-1][key]) if runs else ""
        if last.isdigit() and year.isdigit() and int(year) == int(last) + 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


@pass_context
def said_again(context: Context, value: Any, before: Any) -> bool:
    """Whether two English clauses begin with the same pronoun and verb: it was lowered to."""
    verb = _VERB.match(_words(context, value))
    return verb is not None and _words(context, before).startswith(verb[0])


@pass_context
def same_day(context: Context, value: Any, other: Any) -> bool:
    """Whether two minutes are of one day."""
    first, second = (moment_of(context, each).partition("T") for each in (value, other))
    return bool(first[2] and second[2]) and first[0] == second[0]


def _words(context: Context, value: Any) -> str:
    fact = fact_of(context, value)
    return fact.value.en if fact and isinstance(fact.value, Text) else ""
