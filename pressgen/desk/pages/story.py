"""One story: its cards, the preview that follows what is typed, and every save."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen import api
from pressgen.api import Draft, Field, Fields, Finding
from pressgen.desk import flow, long_work, stories
from pressgen.desk.cards import Maker, declared_at, fresh_key, is_chinese
from pressgen.desk.comparing import made_of
from pressgen.desk.filled import Filled, empty, filled, value_at
from pressgen.desk.layout import Card, CardLayout
from pressgen.desk.models import Story
from pressgen.desk.paper import Page, Setter
from pressgen.desk.people import person
from pressgen.desk.room import WHILE_TYPING, Room, room, ui
from pressgen.desk.stories import Made
from pressgen.desk.wordings import HEAD, MORE, OTHERS
from pressgen.errors import PressgenError, Wording

_KINDS = frozenset({"name", "names"})
_LISTED = Wording("术语表：{other}", "glossary: {other}")
_PROPOSED = Wording("术语表没有；可写{other}", "not in the glossary; perhaps {other}")
_OPEN = Wording("术语表没有；可写{other}，读音待核", "not in the glossary; perhaps {other}, reading to check")
_UNKNOWN = Wording("术语表没有；请写出另一种语言", "not in the glossary; write it in the other language, too")


def hints(made: Made) -> Iterator[tuple[str, dict[str, str]]]:
    """For the input of each name given in one language what the other is, or may be."""
    if made.draft is None:
        return
    house = made.draft.house
    for name, fact in made.draft.event.facts.items():
        text = fact.value.text if fact.field.kind in _KINDS and isinstance(fact.value, api.Name) else ""
        hint = _hint(text, house) if text else None
        if hint and not (name.startswith("credits.") and hint["kind"] == "open"):
            yield made.goto(name), hint


def _hint(text: str, house: api.House) -> dict[str, str]:
    to = "en" if is_chinese(text) else "zh"
    listed = api.named(house, text)
    if listed:
        return {"kind": "known", "text": _LISTED.say(ui(), other=listed), "other": listed, "lang": to}
    proposal = api.propose(text, house) if to == "en" else None
    if proposal is None or not proposal.en:
        return {"kind": "open", "text": _UNKNOWN.say(ui()), "lang": to}
    wording = _PROPOSED if proposal.sure else _OPEN
    reading = "" if proposal.sure else "open"
    said = wording.say(ui(), other=proposal.en)
    return {"kind": "proposed", "text": said, "other": proposal.en, "lang": to, "reading": reading}


_PATHS = ("path", "before", "after", "sister")
"""What of a finding's words may be the path of a fact."""


def _story(pk: str) -> Story:
    return get_object_or_404(Story.objects.select_related("changed_by"), pk=pk)


def _fields(here: Room, story: Story) -> Fields:
    if story.type not in here.types:
        raise Http404
    return here.types[story.type]


@require_GET
def show(request: HttpRequest, pk: str) -> HttpResponse:
    """The story with all its cards and its preview."""
    here, story = room(), _story(pk)
    fields = _fields(here, story)
    cards = CardLayout(fields, Maker(ui())).cards(story.facts, str(HEAD), str(MORE), str(OTHERS))
    made = stories.Made(story, here, Filled(story.facts, _names(story.facts)))
    context = {
        "story": story,
        "cards": cards,
        "label": Maker(ui()).say(fields.label),
        "kinds": _kinds(fields),
        "names": _said(made),
        "steps": flow.open_steps(story, person(request)),
        "comments": story.comments.select_related("by"),
        "many_photos": len(stories.photos(story)) > long_work.MANY_PHOTOS,
        "frozen": story.state in flow.FROZEN or not flow.may(person(request), "edit"),
        **preview(made),
    }
    return render(request, "desk/story.html", context)


def _names(facts: dict[str, Any]) -> dict[str, str]:
    """The inputs' names of a page just made: a story's items have two numbers in theirs."""
    names: dict[str, str] = {}
    for number, item in enumerate(facts.get("story", [])):
        inside = item if isinstance(item, list) else [item]
        for place, each in enumerate(inside):
            path = f"story.{number}.{place}" if isinstance(item, list) else f"story.{number}"
            for kind in each if isinstance(each, dict) else ():
                names[f"{path}.{kind}"] = f"story.{number}-{place}.{kind}"
    return names


def _kinds(fields: Fields) -> list[tuple[bool, list[tuple[str, str, str]]]]:
    """The kinds of statement with label and help, those that go with the type first."""
    maker = Maker(ui())
    kinds = fields.fields["story"].fields
    rows = {name: (name, maker.say(each.label), maker.say(each.help)) for name, each in kinds.items()}
    fitting = [rows[name] for name in fields.fitting]
    return [(True, fitting), (False, [row for name, row in rows.items() if name not in fields.fitting])]


@require_POST
def save(request: HttpRequest, pk: str) -> HttpResponse:
    """Save what was typed over the version that was seen, and answer with the new preview."""
    here, story = room(WHILE_TYPING), _story(pk)
    if not flow.may(person(request), "edit"):
        raise PermissionDenied
    version = request.POST.get("version", "")
    if not version.isdecimal():
        return HttpResponse(status=400)
    read = filled(
        ((name, value) for name, values in request.POST.lists() for value in values), _fields(here, story)
    )
    made = stories.Made(story, here, read)
    shown = {"notes": _said(made), "preview": _preview_html(request, made)}  # what fails here is not saved
    try:
        saved = stories.save(made, int(version), person(request))
    except stories.ChangedMeanwhileError:
        return HttpResponse(status=409)
    except stories.FrozenError:
        return HttpResponse(_("It is released; begin a correction first."), status=423)
    if saved.state != story.state:
        stories.note(saved, "approval gone", person(request))
    return JsonResponse({"version": saved.version, **shown})


def _said(made: stories.Made) -> dict[str, list[dict[str, str]]]:
    """For each input what is said below it: what is wrong, or what the glossary knows."""
    found: dict[str, list[dict[str, str]]] = {}
    for fault in made.faults:
        path = str(fault.fields.get("field") or (fault.at.cell if fault.at else ""))
        begun = not path or not empty(value_at(made.filled.data, path))
        kind = "fault" if begun else "missing"  # who has only begun is not accused
        name = made.filled.input_of(path)
        declared = declared_at(made.room.types[made.story.type], name)
        text = _in_labels(fault_text(fault), declared, str(fault.fields.get("example", "")))
        found.setdefault(name, []).append({"kind": kind, "text": text})
    for name, hint in hints(made):
        found.setdefault(name, []).append(hint)
    return found


def _in_labels(text: str, declared: Field | None, example: str) -> str:
    """A message with a choice's word as the page calls it."""
    word = example.rpartition(": ")[2]
    label = declared.choices.get(word) if declared else None
    return text.replace(word, Maker(ui()).say(label)) if label else text


def fault_text(fault: PressgenError) -> str:
    """What is wrong with a field, without its path: the message stands beside it."""
    text = fault.wording.say(ui(), **fault.fields)
    path = str(fault.fields.get("field", ""))
    if not path:
        return text
    for words in (f"（{path}）", f" ({path})", f"{path.rpartition('.')[2]}: "):
        text = text.replace(words, "", 1) if not text.startswith(words) else text
    return text.removeprefix(path).lstrip("：: ")


def preview(made: stories.Made) -> dict[str, Any]:
    """What the right side of the page shows."""
    draft = made.draft
    unplaced = [fault_text(fault) for fault in made.faults if not fault.fields.get("field")]
    if draft is None:
        return {"paper": Page((), ()), "draft": None, "faults": made.faults, "unplaced": unplaced}
    findings = [_as_called(finding, draft.event.fields) for finding in made.findings]
    setter = Setter(draft.release, findings, ui(), made.goto, made.filled.input_of, _most(draft))
    return {
        "paper": setter.page(),
        "draft": draft,
        "house": draft.house.name,
        "faults": made.faults,
        "unplaced": unplaced,
        "open": _open(draft, made),
    }


def _as_called(finding: Finding, fields: Fields) -> Finding:
    """A finding that names facts as the cards do, not by their paths."""
    paths = {name: path for name, path in finding.fields.items() if name in _PATHS and fields.find(str(path))}
    called = {name: Maker(ui()).called(fields, str(path)) for name, path in paths.items()}
    return replace(finding, fields={**finding.fields, **called}) if called else finding


def _most(draft: Draft) -> dict[str, int]:
    length = draft.house.style.length
    return {"zh": length.zh.most, "en": length.en.most}


def _open(draft: Draft, made: stories.Made) -> list[dict[str, str]]:
    """What is still to be translated, each with the input in which it is written."""
    return [
        {"goto": made.goto(item.path), "source": item.source, "lang": item.lang}
        for item in draft.untranslated
    ]


def _preview_html(request: HttpRequest, made: stories.Made) -> str:
    return render_to_string("desk/preview.html", {"story": made.story, **preview(made)}, request)


@require_GET
def figures(request: HttpRequest, pk: str) -> HttpResponse:
    """The figures of both texts side by side; one that stands alone may be said otherwise, or be missing."""
    draft = made_of(_story(pk), room()).draft
    rows = api.figures_beside(draft.release) if draft else []
    return render(request, "desk/figures.html", {"rows": rows})


@require_GET
def piece(request: HttpRequest, pk: str) -> HttpResponse:
    """One more item of a list, or what can be said beside a figure, to be filled in."""
    here, story = room(), _story(pk)
    name = request.GET.get("name", "")
    declared = declared_at(_fields(here, story), name)
    if declared is None:
        raise Http404
    if "beside" in request.GET:
        inputs: Iterable[Any] = Maker(ui()).companions(declared, name, {}, more=True)
        return render(request, "desk/fields/several.html", {"inputs": inputs})
    item = Maker(ui()).item(declared, f"{name}.{fresh_key()}")
    return render(request, item.template, {"field": item})


@require_GET
def card(request: HttpRequest, pk: str) -> HttpResponse:
    """A new card for a statement."""
    here, story = room(), _story(pk)
    fields = _fields(here, story)
    kind = request.GET.get("kind", "")
    if kind not in fields.fields["story"].fields:
        raise Http404
    made: Card = CardLayout(fields, Maker(ui())).statement(kind, {}, fresh_key())
    return render(request, "desk/card.html", {"card": made, "movable": True})


urls: list[URLPattern] = [
    path("stories/<uuid:pk>/", show, name="story"),
    path("stories/<uuid:pk>/save", save, name="story-save"),
    path("stories/<uuid:pk>/figures", figures, name="story-figures"),
    path("stories/<uuid:pk>/piece", piece, name="story-piece"),
    path("stories/<uuid:pk>/card", card, name="story-card"),
]
