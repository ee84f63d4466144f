"""The look of a house's paper as a style sheet of its own: pages here allow no styles within."""

from __future__ import annotations

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET

from pressgen import api
from pressgen.api import House
from pressgen.desk.room import room

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
]
