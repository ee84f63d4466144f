"""Glossary files: taken in with what became of each entry, given out in any format."""

from __future__ import annotations

from django.db import DatabaseError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen import api
from pressgen.desk import flow, names, stories
from pressgen.desk.models import NameChange
from pressgen.desk.pages import uploads
from pressgen.desk.pages.refused import answer, each_of, said_at, unrecorded
from pressgen.desk.pages.story_files import attachment
from pressgen.desk.people import person
from pressgen.desk.room import room, ui
from pressgen.errors import PressgenError

_IN = (".csv", ".xlsx", ".xlsm", ".tbx", ".xml")
_OUT = ("csv", "xlsx", "tbx")
_SHOWN = 100


@require_POST
@flow.for_those_who_may("names")
def take_in(request: HttpRequest) -> HttpResponse:
    """A table, workbook or TBX file as a table of the newsroom's own; the same file again is an update."""
    by, upload = person(request), uploads.received(request, _IN)
    if upload is None:
        return answer(
            request,
            422,
            _("Not taken in"),
            [_("Only CSV, XLSX and TBX files of at most 20 MB are taken in.")],
        )
    house = room().house()
    with api.passing() as folder:
        try:
            done = api.import_names(uploads.copied(upload, folder, "imported"), house)
        except PressgenError as error:
            return answer(request, 422, _("Not taken in"), [said_at(each) for each in each_of(error)])
    old = {entry.id: entry for entry in house.glossary}
    new = (*done.merged.added, *done.merged.changed, *done.merged.elsewhere)
    try:
        with transaction.atomic():
            NameChange.objects.bulk_create(
                NameChange(entry=each.id, before=names.said(old.get(each.id)), after=names.said(each), by=by)
                for each in new
            )
            stories.noted("names imported", by, f"{upload.name}: {len(new)}")
    except DatabaseError:  # the names are in their table: that nothing was saved would not be true
        return unrecorded(request)
    context = {
        "done": done,
        "faults": [each.message(ui()) for each in (*done.faults, *done.losses)][:_SHOWN],
        "listed": [
            (entry.name("zh"), listed.name("zh"), listed.name("en")) for entry, listed in done.merged.listed
        ],
        "name": upload.name,
    }
    return render(request, "desk/glossary_imported.html", context)


@require_GET
def give_out(request: HttpRequest, form: str) -> HttpResponse:
    """All names there are as one file."""
    if form not in _OUT:
        raise Http404
    with api.passing() as folder:
        file = folder / f"glossary.{form}"
        api.export_names(room().house(), file)
        data = file.read_bytes()
    stories.noted("names exported", person(request), form)
    return attachment(data, f"glossary.{form}", form)


urls: list[URLPattern] = [
    path("glossary/import", take_in, name="glossary-import"),
    path("glossary/glossary.<str:form>", give_out, name="glossary-export"),
]
