"""The list of stories: search, filter, make a new one, copy an old one, take in event files."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen import api
from pressgen.api import Plain
from pressgen.desk import stories
from pressgen.desk.cards import Maker
from pressgen.desk.filled import clean
from pressgen.desk.flow import for_writers
from pressgen.desk.models import State, Story
from pressgen.desk.pages.refused import answer, said
from pressgen.desk.pages.uploads import LARGEST, suffix
from pressgen.desk.people import person
from pressgen.desk.room import Room, room, ui
from pressgen.errors import FileError, PressgenError

_A_PAGE = 50
_FILES = (".yaml", ".yml", ".json", ".xlsx", ".xlsm")
_DRAFTS = (".docx", ".md", ".markdown", ".html", ".htm", ".txt")
_OWN_TEXT = "own-text"


@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """The stories, the newest first; as a fragment for the search that goes on while one types."""
    here = room()
    found = _found(request, Story.objects.select_related("changed_by"))
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("page"))
    kinds = _kinds(here)
    names = dict(kinds)
    for story in page.object_list:
        story.label = names.get(story.type, story.type)
    context = {"page": page, "kinds": kinds, "states": State.choices, "asked": request.GET}
    part = request.headers.get("HX-Request")
    return render(request, "desk/stories_rows.html" if part else "desk/stories.html", context)


def _found(request: HttpRequest, stories_: QuerySet[Story]) -> QuerySet[Story]:
    words = clean(request.GET.get("q", ""))[:200]
    for word in words.split():
        stories_ = stories_.filter(
            Q(zh__icontains=word) | Q(en__icontains=word) | Q(day__icontains=word) | Q(data__icontains=word)
        )
    wanted = {name: request.GET.get(name, "") for name in ("type", "state")}
    return stories_.filter(**{name: value for name, value in wanted.items() if value})


def _kinds(here: Room) -> list[tuple[str, str]]:
    """The release types by name with what a person calls them."""
    maker = Maker(ui())
    return [(name, maker.say(here.types[name].label)) for name in here.types]


@require_POST
@for_writers
def new(request: HttpRequest) -> HttpResponse:
    """A new, empty story of a type, or one like its example."""
    here = room()
    name = request.POST.get("type", "")
    if name not in here.types:
        raise Http404
    example = request.POST.get("example")
    data = api.example(here.types[name]) if example else _unwritten(name)
    story = stories.created(name, data, person(request), here, "made")
    return HttpResponseRedirect(reverse("story", args=[story.pk]))


def _unwritten(name: str) -> dict[str, Plain]:
    """The facts of a story that nobody has written yet: of today, to be published now."""
    now = timezone.localtime()
    return {"release": name, "published": f"{now:%Y-%m-%d %H:%M}", "date": f"{now:%Y-%m-%d}"}


@require_POST
@for_writers
def copy(request: HttpRequest, pk: str) -> HttpResponse:
    """Last year's story as the start of this year's: the same facts and photos, a draft again."""
    old = get_object_or_404(Story, pk=pk)
    data = {name: value for name, value in old.facts.items() if name not in ("slug", "updated", "embargo")}
    photos = [each for each in stories.folder(old).iterdir() if each.is_file()]
    story = stories.created(old.type, data, person(request), room(), "copied", photos)
    return HttpResponseRedirect(reverse("story", args=[story.pk]))


@require_POST
@for_writers
def take_in(request: HttpRequest) -> HttpResponse:
    """Event files, Excel forms and drafts as stories; what cannot be read is said file by file.

    Drafts given at once are one story: a file a language, or one with both.
    """
    given = request.FILES.getlist("files")
    drafts = [upload for upload in given if suffix(upload) in _DRAFTS]
    lots = [[upload] for upload in given if upload not in drafts] + ([drafts] if drafts else [])
    made: list[Story] = []
    refused: list[str] = []
    for lot in lots:
        try:
            made.append(_taken_in(lot, person(request)))
        except PressgenError as error:
            refused += [f"{lot[0].name}: {line}" for line in said(error)]
    if refused or not made:
        title = _("Not everything could be taken in") if made else _("Nothing could be taken in")
        return answer(request, 422, title, refused or [_("Choose a file first.")])
    there = reverse("story", args=[made[0].pk]) if len(made) == 1 else reverse("stories")
    return HttpResponseRedirect(there)


def _taken_in(uploads: list[UploadedFile[Any]], by: User) -> Story:
    here = room()
    for upload in uploads:
        if suffix(upload) not in (*_FILES, *_DRAFTS) or (upload.size or 0) > LARGEST:
            raise FileError(
                "只收事实文件（.yaml、.json）、Excel表（.xlsx）和稿件（.docx、.md、.html、.txt），"
                "每个不超过{most} MB",
                "event files (.yaml, .json), Excel forms (.xlsx) and drafts (.docx, .md, .html, .txt) "
                "of at most {most} MB can be taken in",
                most=LARGEST // 1_000_000,
            )
    data = _begun(uploads, here) if suffix(uploads[0]) in _DRAFTS else _facts(uploads[0], here)
    return stories.created(str(data["release"]), data, by, here, "taken in")


def _facts(upload: UploadedFile[Any], here: Room) -> dict[str, Plain]:
    with api.passing() as folder:
        file = folder / f"event{suffix(upload)}"
        api.put(file, upload.read())
        return api.facts(file, here.types)[0]


def _begun(uploads: list[UploadedFile[Any]], here: Room) -> dict[str, Plain]:
    """Drafts of one or both languages as the start of a story: their words as own words."""
    house = here.house()
    texts = [api.read_bytes(each.read(), each.name or "", suffix(each), house.forms) for each in uploads]
    return api.begun(api.joined(texts), _OWN_TEXT, house)


urls: list[URLPattern] = [
    path("", listed, name="stories"),
    path("stories/new", new, name="story-new"),
    path("stories/import", take_in, name="stories-import"),
    path("stories/<uuid:pk>/copy", copy, name="story-copy"),
]
