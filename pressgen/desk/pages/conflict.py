"""Two people saved one story: both texts side by side, chosen field by field, and saved together."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pressgen.api import Fields
from pressgen.desk import comparing, flow, stories
from pressgen.desk.comparing import Difference
from pressgen.desk.filled import Filled, filled
from pressgen.desk.models import Story
from pressgen.desk.pages.history import version_of
from pressgen.desk.people import person
from pressgen.desk.room import Room, room


def _read(request: HttpRequest, pk: str) -> tuple[Story, Fields, list[Difference]]:
    """The story as it stands, and what the form of this person, sent whole, has otherwise."""
    if not flow.may(person(request), "edit"):
        raise PermissionDenied
    story = get_object_or_404(Story.objects.select_related("changed_by"), pk=pk)
    if story.type not in room().types:
        raise Http404
    fields = room().types[story.type]
    mine, base = (_facts(request.POST.get(name, ""), fields) for name in ("mine", "base"))
    return story, fields, list(comparing.differences(mine, story.facts, base))


def _facts(form: str, fields: Fields) -> dict[str, Any]:
    return filled(parse_qsl(form, keep_blank_values=True), fields).data


@require_POST
def compare(request: HttpRequest, pk: str) -> HttpResponse:
    """What differs between what this person typed and what somebody else saved."""
    story, fields, found = _read(request, pk)
    here: Room = room()
    house = here.house(str(story.facts.get("house", "")))
    rows = [(each, each.label(fields), *each.runs(house)) for each in found]
    html = render_to_string("desk/conflict.html", {"rows": rows, "story": story}, request)
    return JsonResponse({"version": story.version, "html": html})


@require_POST
def merge(request: HttpRequest, pk: str) -> HttpResponse:
    """Save both people's words as they were chosen, over the version that was compared."""
    story, _fields, found = _read(request, pk)
    chosen = {
        name.removeprefix("choose."): value
        for name, value in request.POST.items()
        if name.startswith("choose.")
    }
    data = comparing.merged(story.facts, found, chosen)  # type: ignore[arg-type]
    by = person(request)
    stories.keep(story, "saved", story.changed_by)
    try:
        saved = stories.save(stories.Made(story, room(), Filled(data)), version_of(request), by)
    except stories.ChangedMeanwhileError:
        return HttpResponse(status=409)
    except stories.FrozenError:
        return HttpResponse(_("It is released; begin a correction first."), status=423)
    stories.note(saved, "merged", by)
    return JsonResponse({"version": saved.version})


urls: list[URLPattern] = [
    path("stories/<uuid:pk>/compare", compare, name="story-compare"),
    path("stories/<uuid:pk>/merge", merge, name="story-merge"),
]
