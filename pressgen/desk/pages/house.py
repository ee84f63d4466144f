"""House: how this newsroom prints, changed line by line beside a sample page; every house there is."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen import api
from pressgen.api import House
from pressgen.desk import flow, stories
from pressgen.desk.cards import Maker
from pressgen.desk.pages.refused import answer, said
from pressgen.desk.paper import Page, Setter
from pressgen.desk.people import person
from pressgen.desk.room import room, ui
from pressgen.errors import Faults, PressgenError

_SAMPLE = "investment-promotion"
_LONGEST = 100_000
_KEPT = 600
"""Seconds for which the look of a text that nobody saved is known."""


@require_GET
def house(request: HttpRequest) -> HttpResponse:
    """The settings of a house in words and as its file has them, beside an example in its look."""
    here = room()
    wanted = request.GET.get("house", "") or here.newsroom.house or "base"
    opened = here.house(wanted)
    names = ["base", *here.newsroom.houses]
    say = Maker(ui()).say
    own = api.house_file(opened.name, here.newsroom)
    context = {
        "houses": [(name, say(here.house(name).style.title)) for name in names],
        "house": opened.name,
        "style": opened.style,
        "paper": _sample(opened),
        "text": own.read_text(encoding="utf-8-sig") if own else "",
        "may_edit": own is not None and flow.may(person(request), "house"),
    }
    return render(request, "desk/house.html", context)


def _sample(opened: House) -> Page | None:
    here = room()
    data = {**api.example(here.types[_SAMPLE]), "house": opened.name}
    entered = api.enter(data, Path("sample.yaml"), here.newsroom, here.types, today=here.day)
    try:
        draft, _faults = api.preview(entered, opened)
    except PressgenError:
        return None
    return Setter(draft.release, (), ui()).page() if draft else None


def _text(request: HttpRequest) -> str:
    return request.POST.get("text", "")[:_LONGEST].replace("\r\n", "\n")


def _lines(error: PressgenError, name: str) -> list[tuple[int, str]]:
    """Every fault with its line in the text, nought for one that stands elsewhere."""
    faults = error.errors if isinstance(error, Faults) else (error,)
    own = f"{name}/house.yaml"
    return [
        (fault.at.line or 0 if fault.at and fault.at.file == own else 0, said(fault)[0]) for fault in faults
    ]


@require_POST
def preview(request: HttpRequest, name: str) -> HttpResponse:
    """What a text that is still being written would be: every line judged, and the sample in its look."""
    here = room()
    if api.house_file(name, here.newsroom) is None:
        raise Http404
    try:
        opened = api.open_written(name, here.newsroom, _text(request), today=here.day)
        page = _sample(opened)
    except PressgenError as error:
        return render(request, "desk/house_judged.html", {"lines": _lines(error, name)})
    look = rules(opened)
    key = hashlib.sha256(look.encode()).hexdigest()[:32]
    cache.set(f"look:{key}", look, _KEPT)
    return render(request, "desk/house_judged.html", {"lines": [], "paper": page, "look": key})


@require_POST
@flow.for_those_who_may("house")
def save(request: HttpRequest, name: str) -> HttpResponse:
    """Put the text in the place of the house's file, if every line of it is right; the old one is kept."""
    here, before = room(), request.POST.get("seen", "").replace("\r\n", "\n")
    try:
        with _kept(name, before):
            api.save_house(name, here.newsroom, _text(request), before, today=here.day)
    except PressgenError as error:
        lines = [f"{line}: {text}" if line else text for line, text in _lines(error, name)]
        return answer(request, 422, _("Not saved"), lines)
    stories.noted("house changed", person(request), name)
    return HttpResponseRedirect(f"{reverse('house')}?house={name}")


@contextlib.contextmanager
def _kept(name: str, text: str) -> Iterator[None]:
    """The text that stood there before, with the moment it was replaced, if it is."""
    folder = settings.DESK.backups / "houses"
    copy = folder / f"{name}-{timezone.localtime():%Y%m%d-%H%M%S}.yaml"
    new = not copy.exists()
    if new:
        api.put(copy, text.encode())
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            if new:
                copy.unlink()
        raise


_CSS = "text/css; charset=utf-8"


def rules(house: House) -> str:
    """How a house prints Chinese and English."""
    return "\n".join(api.style_sheet(house, lang, f".paper.{lang}") for lang in api.LANGS)


@require_GET
def sheet(request: HttpRequest, house: str) -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """The look of a house as its file has it."""
    return HttpResponse(rules(room().house(house)), content_type=_CSS)


@require_GET
def written(request: HttpRequest, key: str) -> HttpResponse:  # noqa: ARG001  # as above
    """The look of a house that somebody is still writing."""
    look = cache.get(f"look:{key}")
    if look is None:
        raise Http404
    return HttpResponse(look, content_type=_CSS)


urls: list[URLPattern] = [
    path("look/written/<slug:key>.css", written, name="look-written"),
    path("look/<slug:house>.css", sheet, name="look"),
    path("house/", house, name="house"),
    path("house/<slug:name>/preview", preview, name="house-preview"),
    path("house/<slug:name>/save", save, name="house-save"),
]
