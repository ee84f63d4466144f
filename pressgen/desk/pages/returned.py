"""A draft that came back to its story: its changes shown, checked, and taken into the facts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen.desk import flow, returned, stories
from pressgen.desk.flow import for_writers
from pressgen.desk.models import Check, Story
from pressgen.desk.pages.history import meanwhile, version_of
from pressgen.desk.pages.refused import answer, said
from pressgen.desk.paper import Setter
from pressgen.desk.people import person
from pressgen.desk.returned import Returned
from pressgen.desk.room import room, ui
from pressgen.errors import PressgenError


def _of(pk: str, check_pk: str) -> Returned:
    return Returned(get_object_or_404(Check.objects.select_related("base"), pk=check_pk, story_id=pk), room())


@require_POST
@for_writers
def receive(request: HttpRequest, pk: str) -> HttpResponse:
    """One file or two that were edited outside."""
    story = get_object_or_404(Story, pk=pk)
    uploads = request.FILES.getlist("files")
    if not 1 <= len(uploads) <= 2:
        return answer(
            request, 422, _("Give one file or two"), [_("One file with both languages, or one a language.")]
        )
    try:
        check = returned.received(story, uploads, person(request), room())
    except PressgenError as error:
        return answer(request, 422, _("Not taken in"), said(error))
    return HttpResponseRedirect(reverse("story-returned", args=[pk, check.pk]))


@require_GET
def show(request: HttpRequest, pk: str, check_pk: str) -> HttpResponse:
    """What changed, word by word, what of it the facts can have, and what the checks found."""
    back = _of(pk, check_pk)
    story = get_object_or_404(Story, pk=pk)
    context = {
        "story": story,
        "check": back.check,
        "back": back,
        "paper": Setter(back.release, back.findings, ui()).page(),
        "may_edit": flow.may(person(request), "edit") and story.state not in flow.FROZEN,
    }
    return render(request, "desk/returned.html", context)


@require_POST
@for_writers
def take(request: HttpRequest, pk: str, check_pk: str) -> HttpResponse:
    """Put the chosen changes into the facts, as the newest version."""
    numbers = {int(number) for number in request.POST.getlist("take") if number.isdecimal()}
    try:
        _of(pk, check_pk).take(numbers, version_of(request), person(request))
    except stories.ChangedMeanwhileError:
        return meanwhile(request)
    except stories.FrozenError:
        return answer(request, 423, _("Not done"), [_("It is released; begin a correction first.")])
    except PressgenError as error:
        return answer(request, 422, _("Not taken in"), said(error))
    return HttpResponseRedirect(reverse("story", args=[pk]))


urls: list[URLPattern] = [
    path("stories/<uuid:pk>/back", receive, name="story-back"),
    path("stories/<uuid:pk>/back/<uuid:check_pk>", show, name="story-returned"),
    path("stories/<uuid:pk>/back/<uuid:check_pk>/take", take, name="story-take"),
]
