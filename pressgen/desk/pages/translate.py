"""A page for the translator alone: what is still to be translated, saved one by one."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen import api
from pressgen.api import Untranslated
from pressgen.desk import flow, stories
from pressgen.desk.comparing import made_of
from pressgen.desk.filled import Filled, clean
from pressgen.desk.flow import for_writers
from pressgen.desk.models import Story
from pressgen.desk.pages.refused import answer, said
from pressgen.desk.people import person
from pressgen.desk.room import room
from pressgen.desk.stories import Made
from pressgen.errors import PressgenError

_LONGEST = 20_000


@require_GET
def show(request: HttpRequest, pk: str) -> HttpResponse:
    """Everything that waits, with the paragraph it stands in."""
    story = get_object_or_404(Story, pk=pk)
    made = made_of(story, room())
    items = made.draft.untranslated if made.draft else []
    frozen = story.state in flow.FROZEN or not flow.may(person(request), "edit")
    lines = [line for fault in made.faults for line in said(fault)]
    drafted = made.draft is not None
    context = {"story": story, "items": items, "frozen": frozen, "faults": lines, "drafted": drafted}
    return render(request, "desk/translate.html", context)


@require_POST
@for_writers
def save(request: HttpRequest, pk: str) -> HttpResponse:
    """Save one translation, if nobody else has translated it since; answers with its row."""
    story, text = get_object_or_404(Story, pk=pk), clean(request.POST.get("text", ""))[:_LONGEST]
    made = made_of(story, room())
    item = (
        next((each for each in made.draft.untranslated if _is(each, request)), None) if made.draft else None
    )
    if item is None:
        line = _("Somebody translated or changed this meanwhile; load the page again.")
        return answer(request, 409, _("Not saved"), [line])
    if not text:
        return answer(request, 422, _("Not saved"), [_("Write the translation first.")])
    try:
        saved = stories.save(_translated(made, item, text), story.version, person(request))
    except stories.ChangedMeanwhileError:
        return answer(request, 409, _("Not saved"), [_("Somebody else saved at this moment; try again.")])
    except stories.FrozenError:
        return answer(request, 423, _("Not saved"), [_("It is released; begin a correction first.")])
    except PressgenError as error:
        return answer(request, 422, _("Not saved"), said(error))
    return render(request, "desk/translated.html", {"item": item, "text": text, "story": saved})


def _is(item: Untranslated, request: HttpRequest) -> bool:
    given = tuple(request.POST.get(name, "") for name in ("path", "lang", "source", "mark"))
    return given == (item.path, item.lang, clean(item.source), clean(item.mark))


def _translated(made: Made, item: Untranslated, text: str) -> Made:
    """The story's facts with the words of one of them in the other language, too."""
    assert made.draft is not None  # noqa: S101  # what waits stands in a draft
    words = api.worded(made.draft.event, item, text)
    data: dict[str, Any] = deepcopy(made.filled.data)
    *way, last = made.paths.get(item.path, item.path).split(".")
    inside: Any = data
    for part in way:
        inside = inside[int(part)] if isinstance(inside, list) else inside[part]
    key: Any = int(last) if isinstance(inside, list) else last
    other = "en" if item.lang == "zh" else "zh"
    old = inside[key] if isinstance(inside[key], dict) else {other: inside[key]}
    inside[key] = {**old, item.lang: words}
    return Made(made.story, made.room, Filled(data))


urls: list[URLPattern] = [
    path("stories/<uuid:pk>/translate", show, name="story-translate"),
    path("stories/<uuid:pk>/translate/save", save, name="story-translated"),
]
