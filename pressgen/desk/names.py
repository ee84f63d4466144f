"""The glossary as the desk edits it: an entry as a form and back, what was done to it, what waits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from django.contrib.auth.models import User
from django.db import transaction
from django.http import QueryDict

from pressgen import api
from pressgen.api import Entry, Field, Plain, Term
from pressgen.desk import stories
from pressgen.desk.cards import is_chinese
from pressgen.desk.filled import clean
from pressgen.desk.models import NameChange, State, Story
from pressgen.desk.room import Room
from pressgen.errors import UsageError

_SPARE = 2
"""Empty rows for more names of an entry."""
_MOST_STORIES = 300
_KINDS = frozenset({"name", "names"})


def sign(entry: Entry) -> str:
    """What tells whether an entry is still as it was when somebody opened it."""
    said = [entry.kind, entry.field, entry.definition, *(term[:-1] for term in entry.terms)]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def said(entry: Entry | None) -> str:
    """An entry in one line, as the history keeps it: names that are not the usual ones say what they are."""
    if entry is None:
        return ""
    return " · ".join(f"{term.text}{_marked(term)}" for term in entry.terms)


def _marked(term: Term) -> str:
    marks = [word for word in (term.status, term.form) if word not in ("preferred", "full")]
    return f" ({', '.join(marks)})" if marks else ""


def record(before: Entry | None, after: Entry | None, by: User) -> None:
    """Keep what was done to an entry, all of it or nothing."""
    entry = after or before
    assert entry is not None  # noqa: S101  # something was done to something
    what = "name removed" if after is None else "name changed" if before else "name added"
    with transaction.atomic():
        NameChange.objects.create(entry=entry.id, before=said(before), after=said(after), by=by)
        stories.noted(what, by, said(after or before))


def blank(entry: Entry) -> Iterable[Term]:
    """The names of an entry as rows of a form, and empty ones for more."""
    return [*entry.terms, *(Term("", "zh") for _ in range(_SPARE))]


def read(before: Entry, given: QueryDict) -> Entry:
    """An entry as a form says it is now; what the form does not show stays. Raises UsageError."""
    rows = zip(*(map(clean, given.getlist(name)) for name in _COLUMNS), strict=True)
    terms = tuple(
        term for term in (_term(before, dict(zip(_COLUMNS, row, strict=True))) for row in rows) if term
    )
    if {term.lang for term in terms} != set(api.LANGS):
        raise UsageError("中文和英文名称至少各写一个", "give at least one name in each language")
    kind, definition = clean(given.get("kind", "")), clean(given.get("definition", ""))
    return before._replace(terms=terms, kind=kind, definition=definition)


_COLUMNS = ("was", "text", "lang", "status", "form", "note")


def _term(before: Entry, row: Mapping[str, str]) -> Term | None:
    if not row["text"]:
        return None
    lang, text = cast("Any", row["lang"]), row["text"]
    old = next((term for term in before.terms if term.text == row["was"] and term.lang == lang), None)
    term = old or Term("", lang, case=api.usual_case(text))
    return term._replace(
        text=api.spelt(text, lang),
        status=cast("Any", row["status"] if row["status"] in api.STATUSES else "preferred"),
        form=cast("Any", row["form"] if row["form"] in api.FORMS else "full"),
        note=row["note"],
    )


@dataclass
class Waiting:
    """A name that stands in stories and that the glossary does not settle."""

    zh: str
    en: str
    open: bool
    stories: list[Story] = field(default_factory=list)


def waiting(here: Room) -> list[Waiting]:
    """The names of unreleased stories whose reading is open or that no list has, the open ones first."""
    found: dict[tuple[str, str], Waiting] = {}
    house = here.house()
    for story in Story.objects.exclude(state__in=(State.RELEASED, State.CORRECTED))[:_MOST_STORIES]:
        if story.type not in here.types:
            continue
        for zh, en, is_open in _named(here.types[story.type].fields, story.facts):
            if not is_open and any(house.entry_of(name) for name in (zh, en) if name):
                continue
            row = found.setdefault((zh, en), Waiting(zh, en, is_open))
            if story not in row.stories:
                row.stories.append(story)
    return sorted(found.values(), key=lambda row: not row.open)


def _named(fields: Mapping[str, Field], data: Plain) -> Iterator[tuple[str, str, bool]]:
    """Every name of some facts: in Chinese, in English, and whether its reading is open."""
    for name, value in data.items() if isinstance(data, dict) else ():
        declared = fields.get(name)
        if declared is None:
            continue
        for item in _flat(value):
            if declared.kind in _KINDS:
                yield _pair(item)
            elif declared.fields:
                yield from _named(declared.fields, item)


def _flat(value: Plain) -> Iterator[Plain]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    else:
        yield value


def _pair(value: Plain) -> tuple[str, str, bool]:
    if isinstance(value, dict):
        return str(value.get("zh", "")), str(value.get("en", "")), value.get("reading") == "open"
    text = str(value)
    return (text, "", False) if is_chinese(text) else ("", text, False)
