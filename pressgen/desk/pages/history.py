"""A story's history: its steps, its versions compared and restored, what was said about it."""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen.desk import flow, stories
from pressgen.desk.comparing import compared
from pressgen.desk.filled import Filled, clean
from pressgen.desk.models import Comment, Story, Version
from pressgen.desk.pages.refused import answer, said
from pressgen.desk.people import person
from pressgen.desk.room import room
from pressgen.errors import UsageError

_SHOWN = 200
_LONGEST = 4_000


def meanwhile(request: HttpRequest) -> HttpResponse:
    """What is said where somebody else saved since the page was loaded."""
    lines = [_("Look at what was saved first, then try again. Nothing was changed.")]
    return answer(request, 409, _("Somebody else saved meanwhile"), lines)


def version_of(request: HttpRequest) -> int:
    """The version that a form was made for."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() else -1


@require_POST
def step(request: HttpRequest, pk: str) -> HttpResponse:
    """Take a step with a story."""
    story = get_object_or_404(Story, pk=pk)
    name, early = request.POST.get("step", ""), bool(request.POST.get("early"))
    try:
        flow.take(name, story, person(request), room(), version=version_of(request), early=early)
    except UsageError as error:
        return answer(request, 409, _("Not done"), said(error))
    except stories.ChangedMeanwhileError:
        return meanwhile(request)
    return HttpResponseRedirect(reverse("story", args=[pk]))


@require_GET
def history(request: HttpRequest, pk: str) -> HttpResponse:
    """Who did what and when, every version kept, and two of them compared."""
    story = get_object_or_404(Story, pk=pk)
    versions = story.versions.select_related("made_by")[:_SHOWN]
    old = _version(story, request.GET.get("old", ""))
    new = _version(story, request.GET.get("new", ""))
    context = {
        "story": story,
        "versions": versions,
        "returned": story.returned.select_related("by"),
        "acts": story.acts.select_related("by")[:_SHOWN],
        "old": old,
        "new": new,
        "compared": compared(old, new or story, room()) if old else None,
        "may_edit": flow.may(person(request), "edit") and story.state not in flow.FROZEN,
    }
    return render(request, "desk/history.html", context)


def _version(story: Story, pk: str) -> Version | None:
    """A version of this story by its key; none where nothing was asked."""
    if not pk:
        return None
    if not pk.isdecimal():
        raise Http404
    return get_object_or_404(Version, pk=int(pk), story=story)


@require_POST
def restore(request: HttpRequest, pk: str) -> HttpResponse:
    """An old version's facts as the newest version; what stood before is kept."""
    story = get_object_or_404(Story, pk=pk)
    version = _version(story, request.POST.get("old", "0"))
    assert version is not None  # noqa: S101  # "0" is no version's key
    by = person(request)
    stories.keep(story, "saved", story.changed_by)
    made = stories.Made(story, room(), Filled(dict(json.loads(version.data))))
    try:
        saved = stories.save(made, version_of(request), by)
    except stories.ChangedMeanwhileError:
        return meanwhile(request)
    stories.note(saved, "restored", by, str(version.number))
    return HttpResponseRedirect(reverse("story", args=[pk]))


@require_POST
def comment(request: HttpRequest, pk: str) -> HttpResponse:
    """Say something about a story, at a passage of it."""
    story = get_object_or_404(Story, pk=pk)
    text = clean(request.POST.get("text", ""))[:_LONGEST]
    if text:
        quote, place = (clean(request.POST.get(name, "")) for name in ("quote", "place"))
        Comment.objects.create(
            story=story, text=text, quote=quote[:300], place=place[:200], by=person(request)
        )
    return HttpResponseRedirect(f"{reverse('story', args=[pk])}#comments")


@require_POST
def resolve(request: HttpRequest, pk: str, comment_pk: str) -> HttpResponse:
    """What was said is done, or is open again."""
    said_ = get_object_or_404(Comment, pk=comment_pk, story_id=pk)
    done = said_.resolved is None
    said_.resolved = timezone.now() if done else None
    said_.resolved_by = person(request) if done else None
    said_.save(update_fields=["resolved", "resolved_by"])
    return HttpResponseRedirect(f"{reverse('story', args=[pk])}#comments")


@require_GET
def now(request: HttpRequest, pk: str) -> HttpResponse:
    """Which version stands now, for a page that is open elsewhere; and the token of who is in now."""
    story = get_object_or_404(Story.objects.select_related("changed_by"), pk=pk)
    who = story.changed_by.username if story.changed_by else ""
    return JsonResponse(
        {"version": story.version, "state": story.state, "who": who, "csrf": get_token(request)}
    )


urls: list[URLPattern] = [
    path("stories/<uuid:pk>/step", step, name="story-step"),
    path("stories/<uuid:pk>/history", history, name="story-history"),
    path("stories/<uuid:pk>/restore", restore, name="story-restore"),
    path("stories/<uuid:pk>/comments", comment, name="story-comment"),
    path("stories/<uuid:pk>/comments/<uuid:comment_pk>", resolve, name="story-resolve"),
    path("stories/<uuid:pk>/now", now, name="story-now"),
]
