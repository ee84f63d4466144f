"""A name that an event gives in both languages once need not be given in both again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pressgen.events.model import Fact
from pressgen.events.values import Name


def completed(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts; a name in one language has the other where the event gives both elsewhere."""
    whole: dict[str, Name] = {}
    for fact in facts.values():
        if isinstance(fact.value, Name) and fact.value.zh and fact.value.en:
            for written in (fact.value.zh, fact.value.en):
                whole.setdefault(written, fact.value)
    return {path: _completed(fact, whole) for path, fact in facts.items()}


def _completed(fact: Fact, whole: Mapping[str, Name]) -> Fact:
    if not isinstance(fact.value, Name) or (fact.value.zh and fact.value.en):
        return fact
    name = whole.get(fact.value.written)
    return replace(fact, value=name) if name else fact
