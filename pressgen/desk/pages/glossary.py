"""Glossary: what things are called, found in either language and by pinyin; new names, faults, what waits."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from django.core.paginator import Paginator
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_GET, require_POST

from pressgen import api
from pressgen.desk import flow, names
from pressgen.desk.cards import is_chinese
from pressgen.desk.filled import clean
from pressgen.desk.models import NameChange
from pressgen.desk.pages.refused import answer, said, unrecorded
from pressgen.desk.people import person
from pressgen.desk.room import room, ui
from pressgen.errors import PressgenError

_SHOWN = 60
_COMPLETED = 8
_MOST = 300
_GRAVITY = ("error", "warning", "note")
KINDS = (
    ("person", _l("person")),
    ("place", _l("place")),
    ("body", _l("body")),
    ("title", _l("title")),
    ("event", _l("event")),
    ("company", _l("company")),
    ("industry", _l("industry")),
    ("term", _l("term")),
)
"""What kinds of names there are, and what a person calls them."""


@require_GET
def glossary(request: HttpRequest) -> HttpResponse:
    """Entries that match, and for a name that is not listed how it may be spelt."""
    house = room().house()
    words = clean(request.GET.get("q", ""))[:100]
    entries = api.look_up(words, house) if words else list(islice(house.glossary, _SHOWN))
    context = {
        "kinds": KINDS,
        "q": words,
        "entries": entries[:_SHOWN],
        "more": len(entries) - _SHOWN,
        "all": len(house.glossary),
        "may_edit": flow.may(person(request), "names"),
    }
    if words and is_chinese(words) and not any(entry.name("zh") == words for entry in entries):
        proposal = api.propose(words, house)
        context |= {"proposal": proposal, "why": proposal.why.say(ui())}
    part = request.headers.get("HX-Request")
    return render(request, "desk/glossary_rows.html" if part else "desk/glossary.html", context)


@require_POST
@flow.for_those_who_may("names")
def add(request: HttpRequest) -> HttpResponse:
    """A name in both languages into the newsroom's own table."""
    zh, en = (clean(request.POST.get(name, ""))[:200] for name in ("zh", "en"))
    kind = clean(request.POST.get("kind", ""))
    if not is_chinese(zh) or not en or is_chinese(en) or "\n" in zh + en:
        return answer(request, 422, _("Not added"), [_("Write the Chinese name and its English.")])
    try:
        entry = api.add_name(zh, en, room().house(), kind=kind)
    except PressgenError as error:
        return answer(request, 422, _("Not added"), said(error))
    if entry is None:
        return answer(request, 422, _("Not added"), [_("One of the two names is listed already.")])
    try:
        names.record(None, entry, person(request))
    except DatabaseError:  # the name is in its table: that nothing was saved would not be true
        return unrecorded(request)
    back = request.POST.get("back") == "waiting"
    return HttpResponseRedirect(reverse("glossary-waiting") if back else f"{reverse('glossary')}?q={zh}")


@require_GET
def complete(request: HttpRequest) -> HttpResponse:
    """The names that what is being typed may become, each in both languages."""
    words = clean(request.GET.get("q", ""))[:60]
    found = api.look_up(words, room().house())[:_COMPLETED] if words else []
    rows = [{"zh": entry.name("zh"), "en": entry.name("en")} for entry in found]
    return JsonResponse({"names": [row for row in rows if row["zh"] and row["en"]]})


@require_GET
def faults(request: HttpRequest) -> HttpResponse:
    """What is wrong with the newsroom's glossary, the gravest first, each with the entry it is in."""
    house = room().house()
    found = sorted(api.glossary_faults(house), key=lambda each: _GRAVITY.index(each.severity))
    entries = ((each, house.glossary.named(each.span.text)) for each in found[:_MOST])
    rows = [
        {
            "severity": each.severity,
            "message": each.message(ui()),
            "at": f"{Path(each.span.file).name}:{each.span.line or ''}",
            "entry": entry.id if entry else "",
        }
        for each, entry in entries
    ]
    return render(request, "desk/glossary_faults.html", {"rows": rows, "all": len(found)})


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """The names of stories that the glossary does not settle, with a spelling where there is none."""
    house = room().house()
    rows = names.waiting(room())[:_MOST]
    proposals = [api.propose(row.zh, house) if row.zh and not row.en else None for row in rows]
    context = {
        "rows": list(zip(rows, proposals, strict=True)),
        "kinds": KINDS,
        "may_edit": flow.may(person(request), "names"),
    }
    return render(request, "desk/glossary_waiting.html", context)


@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """What was done to names, the newest first."""
    changes = Paginator(NameChange.objects.select_related("by"), _SHOWN).get_page(request.GET.get("page"))
    return render(request, "desk/glossary_history.html", {"page": changes})


urls: list[URLPattern] = [
    path("glossary/", glossary, name="glossary"),
    path("glossary/add", add, name="glossary-add"),
    path("glossary/complete", complete, name="glossary-complete"),
    path("glossary/faults", faults, name="glossary-faults"),
    path("glossary/waiting", waiting, name="glossary-waiting"),
    path("glossary/history", history, name="glossary-history"),
]
