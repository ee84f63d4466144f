"""References: ``{investment.total}`` in a text stands for the fact of that path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pressgen.errors import EventError
from pressgen.events.model import Fact
from pressgen.events.refusal import refuse
from pressgen.events.values import REFERENCE, Text
from pressgen.source import nearest

_BRACED = re.compile(r"[{｛]([^{}｛｝]*)[}｝]|[{｛}｝]")
MOST_TRIED = 300
_UNNAMED = frozenset({"text", "paragraphs", "photo", "rate"})


def faults(facts: Mapping[str, Fact], refused: Iterable[str] = ()) -> Iterator[EventError]:
    """Every reference that leads nowhere, with the fact that was probably meant.

    ``refused`` are paths whose values could not be read: they have their own errors.
    """
    named = [path for path, fact in facts.items() if fact.field.kind not in _UNNAMED] + list(refused)
    known = frozenset(named)
    for fact in facts.values():
        if isinstance(fact.value, Text):
            seen = (found for text in (fact.value.zh, fact.value.en) for found in _BRACED.finditer(text))
            wrong = {found[0]: found for found in seen if not _right(found, known)}
            yield from (_fault(fact, found, named) for found in wrong.values())


def _right(found: re.Match[str], known: frozenset[str]) -> bool:
    reference = REFERENCE.fullmatch(found[0])
    return reference is not None and reference[1] in known


def _fault(fact: Fact, found: re.Match[str], named: list[str]) -> EventError:
    written = (found[1] or "").strip()
    meant = written if written in named else nearest(written, named[:MOST_TRIED])
    if meant:
        return refuse(
            fact.path,
            "{written}没有所指；是否为{meant}？",
            "{written} refers to nothing; did you mean {meant}?",
            fact.at,
            written=found[0],
            meant=f"{{{meant}}}",
        )
    return refuse(
        fact.path,
        "{written}没有所指；请写本文件里有的字段，如{example}，不引用就不要用花括号",
        "{written} refers to nothing; name a field this file has, such as {example}, or leave the braces out",
        fact.at,
        written=found[0],
        example=f"{{{named[-1] if named else 'city'}}}",
    )
