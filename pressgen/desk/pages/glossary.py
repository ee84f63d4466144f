"""Glossary: what things are called, found in either language and by pinyin; new names, its faults."""

from __future__ import annotations

from itertools import islice

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen import api
from pressgen.desk import flow, stories
from pressgen.desk.cards import is_chinese
from pressgen.desk.filled import clean
from pressgen.desk.pages.refused import answer, said
from pressgen.desk.people import person
from pressgen.desk.room import room, ui
from pressgen.errors import PressgenError

_SHOWN = 60


@require_GET
def glossary(request: HttpRequest) -> HttpResponse:
    """Entries that match, and for a name that is not listed how it may be spelt."""
    house = room().house()
    words = clean(request.GET.get("q", ""))[:100]
    entries = api.look_up(words, house) if words else list(islice(house.glossary, _SHOWN))
    context = {
        "q": words,
        "entries": entries[:_SHOWN],
        "more": len(entries) - _SHOWN,
        "all": len(house.glossary),
    }
    if words and is_chinese(words) and not any(entry.name("zh") == words for entry in entries):
        proposal = api.propose(words, house)
        context |= {"proposal": proposal, "why": proposal.why.say(ui())}
    part = request.headers.get("HX-Request")
    return render(request, "desk/glossary_rows.html" if part else "desk/glossary.html", context)


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """A name in both languages into the newsroom's own table."""
    if not flow.may(person(request), "names"):
        raise PermissionDenied
    zh, en = (clean(request.POST.get(name, ""))[:200] for name in ("zh", "en"))
    kind = clean(request.POST.get("kind", ""))
    if not is_chinese(zh) or not en or is_chinese(en) or "\n" in zh + en:
        return answer(request, 422, _("Not added"), [_("Write the Chinese name and its English.")])
    try:
        table = api.add_name(zh, en, room().house(), kind=kind)
    except PressgenError as error:
        return answer(request, 422, _("Not added"), said(error))
    if table is None:
        return answer(request, 422, _("Not added"), [_("One of the two names is listed already.")])
    stories.noted("name added", person(request), f"{zh} {en}")
    return HttpResponseRedirect(f"{reverse('glossary')}?q={zh}")


urls: list[URLPattern] = [
    path("glossary/", glossary, name="glossary"),
    path("glossary/add", add, name="glossary-add"),
]
