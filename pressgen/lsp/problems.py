"""What is wrong with one file as an editor has it: each problem with its line, its reason and its fix."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import yaml

from pressgen import api
from pressgen.document import Span
from pressgen.errors import UI, EventError, Faults, PressgenError, Wording
from pressgen.events.cases import cases
from pressgen.events.form import blank
from pressgen.findings import Finding, Severity
from pressgen.formats import LINES
from pressgen.lsp.newsrooms import Newsrooms, OpenNewsroom
from pressgen.regex import regex

_TEMPLATES = "templates"
_CREDITS = {"reporter": "Reporter", "revisor": "Revisor", "photo": "Photographer"}


def try_template(path: Path, opened: OpenNewsroom) -> None:
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


def _example(parts: tuple[str, ...], name: Path, opened: OpenNewsroom) -> api.Event | None:
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


def _with_statement(kind: str, name: Path, opened: OpenNewsroom) -> api.Event | None:
    """The example of a type that has all facts the kind's first case refers to, telling that case."""
    types = opened.types
    statement = types.statements[kind].statement
    assert statement is not None  # noqa: S101  # a kind of statement is declared by one
    case = cases(statement.folder)[0]
    for type_ in sorted(types.values(), key=lambda each: kind not in each.fitting):
        with suppress(PressgenError):
            return api.event_of(_facts(type_, **case.facts), name, opened.newsroom, types)
    return None


Kind = Literal["event", "house", "template", "glossary", "text", ""]

_EVENT = regex(r"""^\s*[{"']*release["']?\s*[:：]""", re.MULTILINE)
_TO_TRANSLATE = "structure/to-translate"
_UNTRANSLATED = {
    "zh": Wording("还没有中文：{words}", "no Chinese yet: {words}"),
    "en": Wording("还没有英文：{words}", "no English yet: {words}"),
}


@dataclass(frozen=True, slots=True)
class Related:
    """The other place a problem is about, and its words."""

    file: Path
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. ``line`` and ``column`` count from 1, in code points; ``text`` is what stands there.

    ``text`` is empty where only the beginning of the place is known. ``fix`` is what to write instead, or
    None; ``safe`` says that it may be written unasked. ``why`` names the rule's authority.
    """

    line: int
    column: int
    text: str
    severity: Severity | Literal["hint"]
    message: str
    rule: str = ""
    why: str = ""
    fix: str | None = None
    safe: bool = False
    related: tuple[Related, ...] = ()


def kind_of(path: Path, text: str) -> Kind:
    """What a file is, by its name and, where that is not enough, by its words; "" for any other.

    >>> kind_of(Path("suzhou.yaml"), "release: notice"), kind_of(Path("ci.yaml"), "on: push")
    ('event', '')
    """
    suffix = path.suffix.lower()
    if path.name == "house.yaml":
        return "house"
    if suffix == ".j2":
        return "template"
    if suffix == ".csv" and path.parent.name == "glossary":
        return "glossary"
    if suffix in (".yaml", ".yml", ".json") and _EVENT.search(text):
        return "event"
    return "text" if path.name.lower().endswith(LINES) else ""


def problems(path: Path, text: str, opened: OpenNewsroom, ui: UI) -> list[Problem]:
    """All that is wrong with a file, in its order. What it cannot be read for is a problem, too."""
    kind = kind_of(path, text)
    return _listed(lambda: _found(kind, path, text, opened, ui), path, text, ui) if kind else []


def at_a_glance(path: Path, text: str, opened: OpenNewsroom, ui: UI) -> list[Problem]:
    """What is wrong with the facts of an event, and what is to be translated: known before any check.

    Of other files, nothing: they are only checked.
    """
    if kind_of(path, text) != "event":
        return []
    return _listed(lambda: _untranslated(_drafted(path, text, opened), ui), path, text, ui)


def unsettled(path: Path, text: str, newsrooms: Newsrooms, ui: UI) -> list[Problem]:
    """What is wrong with the settings of a file's newsroom: without them it is looked at as shipped."""
    try:
        newsrooms.of(path)
    except PressgenError as fault:
        return [_of_error(error, path, text, ui) for error in _each(fault)] if kind_of(path, text) else []
    return []


def _listed(look: Callable[[], Iterable[Problem]], path: Path, text: str, ui: UI) -> list[Problem]:
    try:
        return sorted(look(), key=lambda problem: (problem.line, problem.column))
    except PressgenError as fault:
        return [_of_error(error, path, text, ui) for error in _each(fault)]


def _found(kind: Kind, path: Path, text: str, opened: OpenNewsroom, ui: UI) -> Iterable[Problem]:
    """What is found in a file that can be read; for one that cannot, raises PressgenError."""
    match kind:
        case "event":
            return list(_event(path, text, opened, ui))
        case "text":
            return list(_draft_text(path, opened, ui))
        case "glossary":
            return [_of_finding(each, each.span, each.related, ui) for each in api.glossary_faults(path)]
        case "house":
            api.open_house(path.parent.name, opened.newsroom)
        case "template":
            try_template(path, opened)
    return []


def _event(path: Path, text: str, opened: OpenNewsroom, ui: UI) -> Iterator[Problem]:
    draft = _drafted(path, text, opened)
    yield from _untranslated(draft, ui)
    for finding in draft.findings:
        if finding.rule.id != _TO_TRANSLATE:
            yield _of_draft(finding, path, ui)


def _drafted(path: Path, text: str, opened: OpenNewsroom) -> api.Draft:
    event = api.event_of(text, path, opened.newsroom, opened.types)
    opened.events[path] = event
    return api.draft(event, opened.house(event.house))


def _untranslated(draft: api.Draft, ui: UI) -> Iterator[Problem]:
    for item in draft.untranslated:
        message = _UNTRANSLATED[item.lang].say(ui, words=item.source)
        yield Problem(item.at.line or 1, item.at.column or 1, "", "hint", message, _TO_TRANSLATE)


def _draft_text(path: Path, opened: OpenNewsroom, ui: UI) -> Iterator[Problem]:
    partner = api.partner(path)
    house = opened.house("")
    release = api.read(*filter(None, (path, partner)), forms=house.forms)
    for finding in api.check(release, house):
        if finding.span.file == str(path):
            yield _of_finding(finding, finding.span, finding.related, ui)
            continue
        here = next((span for span in finding.related if span.file == str(path)), None)
        if here:  # a fault of the other language, seen from this side
            yield replace(_of_finding(finding, here, (finding.span,), ui), fix=None, severity="note")


def _each(fault: PressgenError) -> Iterable[PressgenError]:
    return fault.errors if isinstance(fault, Faults) else (fault,)


def _of_error(error: PressgenError, path: Path, text: str, ui: UI) -> Problem:
    """An error at its place; one of another file, or of none, stands at the top and names it."""
    at = error.at
    if at is None or Path(at.file) != path:
        return Problem(1, 1, "", "error", error.say(ui))
    if at.line is None:
        return Problem(1, 1, "", "error", error.wording.say(ui, **error.fields))
    words = _words_at(text, at.line, at.column or 1, error)
    meant = str(error.fields.get("meant") or "") or None
    message = error.wording.say(ui, **error.fields)
    return Problem(at.line, at.column or 1, words, "error", message, fix=meant if words else None)


def _words_at(text: str, line: int, column: int, error: PressgenError) -> str:
    """Which of the words that an error speaks of stand at its place."""
    lines = text.split("\n")
    here = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    spoken = (str(value).rpartition(".")[2] for value in error.fields.values())
    return max((words for words in spoken if words and here.startswith(words)), key=len, default="")


def _of_draft(finding: Finding, path: Path, ui: UI) -> Problem:
    """A finding on a draft stands where the fact was written that it is about."""
    at = next((span for span in (finding.span, *finding.related) if span.file == str(path)), None)
    if at is None or at.line is None:
        return Problem(
            1, 1, "", finding.severity, finding.message(ui), finding.rule.id, finding.rule.why.say(ui)
        )
    return replace(_of_finding(finding, at, (), ui), fix=None)


def _of_finding(finding: Finding, span: Span, others: Iterable[Span], ui: UI) -> Problem:
    return Problem(
        span.line or 1,
        span.column or 1,
        span.text,
        finding.severity,
        finding.message(ui),
        finding.rule.id,
        finding.rule.why.say(ui),
        finding.fix.text if finding.fix else None,
        finding.fix.safe if finding.fix else False,
        tuple(
            Related(Path(other.file), other.line, other.column or 1, other.text)
            for other in others
            if other.line is not None
        ),
    )
