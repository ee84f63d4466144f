"""Facts in groups, and items of a list that are told together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import count, groupby
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined

from pressgen.drafting.token import FACTS, Accompanied, Token
from pressgen.figures import Figure


class Group(dict[str, Any]):
    """A group of facts: true where at least one was given."""

    def __bool__(self) -> bool:
        return any(not isinstance(value, Undefined) and bool(value) for value in self.values())


@pass_context
def alike(context: Context, items: Iterable[Mapping[str, Any]], *names: str) -> list[list[Mapping[str, Any]]]:
    """Items in their order, those together that follow one another with equal facts of these names.

    One item that differs parts them: what was given in an order is told in it. Where the first of several
    tells such a fact it tells those of the others, too.
    """
    key: Callable[[Mapping[str, Any]], list[object]] = lambda item: [  # noqa: E731  # a key, typed
        _equal(context, item[name]) for name in names
    ]
    return [_speaking(list(group), names) for _, group in groupby(items, key)]


def winners(results: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Results in their order, those in a row of which only the winner is known together."""
    apart = count()
    return [list(run) for _, run in groupby(results, lambda result: -1 if _alone(result) else next(apart))]


def _alone(result: Mapping[str, Any]) -> bool:
    """Whether a result is a winner and at most a mark."""
    first, *others = result["places"]
    more = (result["score"], result["record"], result["finishers"], result["wins"], result["champion"])
    return not others and not any((*more, first["rank"], first["behind"]))


def _speaking(peers: list[Mapping[str, Any]], names: Iterable[str]) -> list[Mapping[str, Any]]:
    """The same items, the first with the facts of all."""
    first, *others = peers
    shared = {
        name: _together(first[name], [token.path for other in others if (token := Token.whole(other[name]))])
        for name in names
        if Token.whole(first[name])
    }
    return [Group({**first, **shared}), *others] if others else peers


def _together(value: Any, paths: list[str]) -> str:
    token = Token.whole(value)
    if token is None:
        return str(value)
    also = token.then("also", *paths)
    return Accompanied(also, value.companions) if isinstance(value, Accompanied) else str(also)


def _equal(context: Context, value: Any) -> object:
    """What makes two facts say the same."""
    token = Token.whole(value)
    held = context[FACTS][token.path].value if token else None
    return (held.value, held.unit, held.modifier, held.high) if isinstance(held, Figure) else str(held)
