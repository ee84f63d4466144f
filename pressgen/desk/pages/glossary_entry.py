"""One entry of the glossary: edited where it stands, removed; what was done to it before."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_GET, require_POST

from pressgen import api
from pressgen.api import Entry
from pressgen.desk import flow, names
from pressgen.desk.models import NameChange
from pressgen.desk.pages.glossary import KINDS
from pressgen.desk.pages.refused import answer, said
from pressgen.desk.people import person
from pressgen.desk.room import room
from pressgen.errors import PressgenError

STATUSES = (
    ("preferred", _l("to be used")),
    ("admitted", _l("may be used")),
    ("deprecated", _l("not to be used")),
)
FORMS = (("full", _l("full form")), ("short", _l("short form")), ("abbreviation", _l("abbreviation")))
_HISTORY = 50


def _entry(entry_id: str) -> Entry:
    glossary = room().house().glossary
    if entry_id not in glossary:
        raise Http404
    return glossary[entry_id]


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The entry as a form, on a page of its own or in the place of its row, and its history."""
    entry = _entry(request.GET.get("id", ""))
    context = {
        "entry": entry,
        "terms": names.blank(entry),
        "sign": names.sign(entry),
        "kinds": KINDS,
        "statuses": STATUSES,
        "forms": FORMS,
        "changes": NameChange.objects.filter(entry=entry.id).select_related("by")[:_HISTORY],
        "may_edit": flow.may(person(request), "names"),
    }
    part = request.headers.get("HX-Request")
    return render(request, "desk/glossary_edit.html" if part else "desk/glossary_entry.html", context)


@require_POST
@flow.for_those_who_may("names")
def change(request: HttpRequest) -> HttpResponse:
    """Put the entry as the form says in the place of the old one, or remove it."""
    before = _entry(request.POST.get("id", ""))
    if request.POST.get("seen", "") != names.sign(before):
        return answer(request, 409, _("Not saved"), [_("Somebody else changed this entry; open it again.")])
    try:
        after = None if "remove" in request.POST else names.read(before, request.POST)
        if after != before:
            with transaction.atomic():  # what is recorded goes again where the table cannot be written
                names.record(before, after, person(request))
                api.change_name(before, after, room().house())
    except PressgenError as error:
        return answer(request, 422, _("Not saved"), said(error))
    there = reverse("glossary")
    return HttpResponseRedirect(f"{there}?q={after.name('zh')}" if after else there)


urls: list[URLPattern] = [
    path("glossary/entry", show, name="glossary-entry"),
    path("glossary/change", change, name="glossary-change"),
]
