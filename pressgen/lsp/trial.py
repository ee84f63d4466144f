"""A template is tried on an example: what is wrong with it shows when it is written with, as in a draft."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import yaml

from pressgen import api
from pressgen.errors import EventError, PressgenError
from pressgen.events.cases import cases
from pressgen.events.form import blank
from pressgen.lsp.newsrooms import Opened

_TEMPLATES = "templates"
_CREDITS = {"reporter": "Reporter", "revisor": "Revisor", "photo": "Photographer"}


def try_template(path: Path, opened: Opened) -> None:
    """Draft an example that the template takes part in. Raises TemplateError with the template's line."""
    parts = _parts(path)
    house = parts[1] if parts[:1] == ("houses",) and len(parts) > 2 else ""
    event = _example(parts[2:] if house else parts, path.with_name("event.yaml"), opened)
    lang = next((lang for lang in api.LANGS if path.stem == lang), None)
    if event:
        with suppress(EventError):  # what a house asks of an event is not the template's fault
            api.draft(event, api.open_house(house, opened.newsroom), [lang] if lang else api.LANGS)


def _parts(path: Path) -> tuple[str, ...]:
    """The folders from ``templates`` on: ``("releases", "notice")``."""
    parts = path.parent.parts
    return parts[parts.index(_TEMPLATES) + 1 :] if _TEMPLATES in parts else ()


def _example(parts: tuple[str, ...], name: Path, opened: Opened) -> api.Event | None:
    """An event for a type's template, for a statement's, or for one that everything uses."""
    last, types = parts[-1] if parts else "", opened.types
    if "statements" in parts and last in types.statements:
        return _with_statement(last, name, opened)
    type_ = types[last] if last in types else next(iter(types.values()))
    return api.event_of(_facts(type_), name, opened.newsroom, types)


def _facts(type_: api.Fields, **others: object) -> str:
    """A type's example with other facts, signed for houses that want that."""
    facts = yaml.load(blank(type_), yaml.BaseLoader)  # noqa: S506  # every value as text, as events are read
    return yaml.safe_dump({"credits": _CREDITS, **facts, **others}, allow_unicode=True, sort_keys=False)


def _with_statement(kind: str, name: Path, opened: Opened) -> api.Event | None:
    """The example of a type that has all facts the kind's first case refers to, telling that case."""
    types = opened.types
    statement = types.statements[kind].statement
    assert statement is not None  # noqa: S101  # a kind of statement is declared by one
    case = cases(statement.folder)[0]
    for type_ in sorted(types.values(), key=lambda each: kind not in each.fitting):
        with suppress(PressgenError):
            return api.event_of(_facts(type_, **case.facts), name, opened.newsroom, types)
    return None
