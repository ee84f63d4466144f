"""The look of a house's paper as a style sheet of its own: pages here allow no styles within."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET

from pressgen import api
from pressgen.desk.room import room


@require_GET
def sheet(request: HttpRequest, house: str) -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """How a house prints Chinese and English."""
    opened = room().house(house)
    rules = [api.style_sheet(opened, lang, f".paper.{lang}") for lang in api.LANGS]
    return HttpResponse("\n".join(rules), content_type="text/css; charset=utf-8")


urls: list[URLPattern] = [path("look/<slug:house>.css", sheet, name="look")]
