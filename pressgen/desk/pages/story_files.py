"""What goes into a story and comes out of it: photos, drafts in every format, facts, a press kit."""

from __future__ import annotations

from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_GET, require_POST

from pressgen import api
from pressgen.api import Order
from pressgen.desk import flow, long_work, stories
from pressgen.desk.models import Story
from pressgen.desk.paper import Setter
from pressgen.desk.people import person
from pressgen.desk.room import room, ui

_LARGEST = 64 * 1024 * 1024
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "html": "application/octet-stream",
    "ninjs": "application/json",
    "zip": "application/zip",
    "yaml": "application/yaml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "tbx": "application/x-tbx+xml",
}


def attachment(data: bytes, name: str, kind: str) -> HttpResponse:
    """A file to be saved, never shown as a page."""
    response = HttpResponse(data, content_type=_TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_GET
def facts(request: HttpRequest, pk: str) -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """The facts as the YAML file that the command line drafts from."""
    story = get_object_or_404(Story, pk=pk)
    return attachment(api.event_text(story.facts).encode(), f"{stories.file_name(story)}.yaml", "yaml")


@require_GET
def form(request: HttpRequest, pk: str) -> HttpResponse:
    """The facts as the Excel form of their type, filled in."""
    story = get_object_or_404(Story, pk=pk)
    if story.type not in room().types:
        raise Http404
    data = api.form(story.type, room().newsroom, data=story.facts)
    _taken(request, story, "xlsx")
    return attachment(data, f"{stories.file_name(story)}.xlsx", "xlsx")


@require_GET
def to_copy(request: HttpRequest, pk: str, lang: str) -> HttpResponse:
    """One text for the clipboard: plain, and as HTML that says its own look."""
    if lang not in api.LANGS:
        raise Http404
    story = get_object_or_404(Story, pk=pk)
    release, house = stories.printed(story, room(), early=_early(request))
    document = release.document(lang)
    _taken(request, story, f"{lang} copied")
    return JsonResponse({"text": api.plain_text(document, house), "html": api.pasted(document, house)})


@require_GET
def to_print(request: HttpRequest, pk: str, lang: str) -> HttpResponse:
    """One text or both as a page to be printed."""
    if lang not in (*api.LANGS, "both"):
        raise Http404
    story = get_object_or_404(Story, pk=pk)
    release, house = stories.printed(story, room(), early=_early(request))
    page = Setter(release, (), ui()).page()
    columns = [column for column in page.columns if lang in (column.lang, "both")]
    return render(request, "desk/print.html", {"story": story, "columns": columns, "house": house.name})


@require_GET
def kit(request: HttpRequest, pk: str) -> HttpResponse:
    """All files of a story as one ZIP."""
    story = get_object_or_404(Story, pk=pk)
    data = stories.press_kit(story, room(), early=_early(request))
    _taken(request, story, "zip")
    return attachment(data, f"{stories.file_name(story)}.zip", "zip")


@require_POST
def pack(request: HttpRequest, pk: str) -> HttpResponse:
    """Begin to pack a press kit with many photos; its page says how far it is."""
    story = get_object_or_404(Story, pk=pk)
    job = long_work.kit(story, person(request), early=_early(request))
    _taken(request, story, "zip")
    return HttpResponseRedirect(reverse("job", args=[job.pk]))


@require_GET
def draft(request: HttpRequest, pk: str, lang: str, form: str) -> HttpResponse:
    """One language of the draft in one format, or both in one Word file."""
    if form not in api.DRAFTED or lang not in (*api.LANGS, *api.LAYOUTS):
        raise Http404
    story = get_object_or_404(Story, pk=pk)
    both = lang in api.LAYOUTS
    order = Order((form,), bilingual=lang if both else "")
    with stories.delivered(story, room(), order, early=_early(request)) as folder:
        found = sorted(folder.glob("*.bilingual.docx" if both else f"*.{lang}{api.DRAFTED[form]}"))
        if not found:
            raise Http404
        data, name = found[0].read_bytes(), found[0].name
    _taken(request, story, f"{lang} {form}")
    return attachment(data, name, form)


def _early(request: HttpRequest) -> bool:
    """Whether the person said to know that the embargo is not over."""
    return (request.POST if request.method == "POST" else request.GET).get("early") == "1"


def _taken(request: HttpRequest, story: Story, what: str) -> None:
    said = f"{what}, before its embargo" if story.under_embargo and _early(request) else what
    stories.keep(story, "taken out", person(request), said)
    stories.note(story, "taken out", person(request), said)


@require_POST
def add_photo(request: HttpRequest, pk: str) -> HttpResponse:
    """A picture into the story's folder; answers with the name it has there."""
    story = get_object_or_404(Story, pk=pk)
    if not flow.may(person(request), "edit") or story.state in flow.FROZEN:
        raise PermissionDenied
    upload = request.FILES.get("photo")
    if not isinstance(upload, UploadedFile) or (upload.size or 0) > _LARGEST:
        return HttpResponse(status=400)
    return JsonResponse({"name": stories.add_photo(story, upload.name or "photo", upload.read())})


@require_GET
def photo(request: HttpRequest, pk: str, name: str) -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """A photo of the story as a page shows it: its pixels, made anew."""
    story = get_object_or_404(Story, pk=pk)
    file = stories.folder(story) / Path(name).name
    if not file.is_file():
        raise Http404
    data, kind = api.picture(file)
    response = HttpResponse(data, content_type=kind)
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


urls: list[URLPattern] = [
    path("stories/<uuid:pk>/facts.yaml", facts, name="story-facts"),
    path("stories/<uuid:pk>/facts.xlsx", form, name="story-form"),
    path("stories/<uuid:pk>/copy/<str:lang>", to_copy, name="story-copied"),
    path("stories/<uuid:pk>/print/<str:lang>", to_print, name="story-print"),
    path("stories/<uuid:pk>/kit.zip", kit, name="story-kit"),
    path("stories/<uuid:pk>/pack", pack, name="story-pack"),
    path("stories/<uuid:pk>/draft/<str:lang>.<str:form>", draft, name="story-draft"),
    path("stories/<uuid:pk>/photo", add_photo, name="story-photo-add"),
    path("stories/<uuid:pk>/photo/<str:name>", photo, name="story-photo"),
]
