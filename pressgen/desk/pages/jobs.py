"""Work that goes on beside the requests: how far it is, what came of it, once more."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_GET, require_POST

from pressgen.desk import jobs
from pressgen.desk.models import Job
from pressgen.desk.pages.story_files import attachment
from pressgen.desk.people import person
from pressgen.desk.room import ui


def _mine(request: HttpRequest, pk: str) -> Job:
    return get_object_or_404(Job.objects.select_related("story"), pk=pk, by=person(request))


@require_GET
def show(request: HttpRequest, pk: str) -> HttpResponse:
    """How far a job is: as a page, or as the part of it that is asked for again while it is at work."""
    job = _mine(request, pk)
    context = {"job": job, "wrong": job.zh if ui() == "zh" else job.en, "rows": list(map(_row, _rows(job)))}
    part = request.headers.get("HX-Request")
    return render(request, "desk/job_state.html" if part else "desk/job.html", context)


def _rows(job: Job) -> list[dict[str, Any]]:
    return list(job.task.get("rows", []))


def _row(row: dict[str, Any]) -> dict[str, Any]:
    """A row in this person's language."""
    return row | {"refused": row["refused"][ui()]} if "refused" in row else row


@require_POST
def again(request: HttpRequest, pk: str) -> HttpResponse:
    """Run it once more."""
    job = _mine(request, pk)
    jobs.again(job)
    return HttpResponseRedirect(reverse("job", args=[job.pk]))


@require_GET
def result(request: HttpRequest, pk: str) -> HttpResponse:
    """The file that came of it."""
    job = _mine(request, pk)
    if job.state != Job.State.DONE or not job.result:
        raise Http404
    return attachment((jobs.folder(job) / job.result).read_bytes(), job.result, "zip")


urls: list[URLPattern] = [
    path("jobs/<uuid:pk>/", show, name="job"),
    path("jobs/<uuid:pk>/again", again, name="job-again"),
    path("jobs/<uuid:pk>/result", result, name="job-result"),
]
