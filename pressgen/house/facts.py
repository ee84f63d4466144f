"""The facts that a house's lines name, held against what the newsroom's release types declare."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.errors import HouseError
from pressgen.events.fields import Field
from pressgen.events.types import Types
from pressgen.house.pattern import UPPER, Pattern, Slot, unknown
from pressgen.house.style import Section, Style
from pressgen.source import Unfit
from pressgen.text import LANGUAGES

_DATED = ("date", "datetime")
_SEVERAL = frozenset(
    ("list", "group", "names", "cells", "people", "credits", "statement", "statements", "story")
)


def faults(style: Style, types: Types) -> Iterator[HouseError]:
    """Slots of a style that no release type has a fact for, and forms that their facts cannot take."""
    notice = style.notice
    for pair in (style.dateline, style.updated, style.lead, notice.immediate, notice.embargo):
        for lang in LANGUAGES:
            yield from _judged(pair.of(lang), types, "")
    for name, section in (("boilerplate", style.boilerplate), ("contact", style.contact)):
        for pattern in _lines(section):
            yield from _judged(pattern, types, f"{name}.")


def _lines(section: Section) -> Iterator[Pattern]:
    for pair in (section.heading, *section.lines):
        yield from (pair.of(lang) for lang in LANGUAGES)


def _judged(pattern: Pattern, types: Types, prefix: str) -> Iterator[HouseError]:
    for slot in pattern.slots:
        try:
            _judge(slot, _declared(slot, types, prefix), prefix, types)
        except Unfit as unfit:
            yield HouseError(unfit.zh, unfit.en, pattern.at, **unfit.fields)


def _judge(slot: Slot, found: Field | None, prefix: str, types: Types) -> None:
    if found is None:
        raise unknown(slot, tuple(dict.fromkeys(_names(types, prefix))))
    if found.kind in _SEVERAL:
        inner = next(iter(found.fields), "")
        raise Unfit("{slot}不止一项，印不成文字；请写到其中一项，如{{{name}.{inner}}}",
                    "{slot} holds several facts; name one of them, such as {{{name}.{inner}}}",
                    slot=slot, name=slot.name, inner=inner or "…")  # fmt: skip
    if slot.form and (slot.form == UPPER) is (found.kind in _DATED):
        raise Unfit("{slot}：{name}是{kind}，不能这样写",
                    "{slot}: {name} is a {kind}, which has no such form",
                    slot=slot, name=slot.name, kind=found.kind)  # fmt: skip


def _declared(slot: Slot, types: Types, prefix: str) -> Field | None:
    """The fact of a slot in the first type that has it; what all types share is in each."""
    found = (fields.find(prefix + slot.name) for fields in types.values())
    return next(filter(None, found), None)


def _names(types: Types, prefix: str) -> Iterator[str]:
    for fields in types.values():
        within = fields.find(prefix[:-1]) if prefix else None
        own = within.fields if within else fields.fields
        yield from (name for name, field in own.items() if field.kind not in _SEVERAL)
