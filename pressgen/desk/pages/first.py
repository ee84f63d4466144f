"""The first page of a desk without a newsroom: which city, which office, which language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pressgen import api
from pressgen.desk.cards import is_chinese
from pressgen.desk.filled import clean
from pressgen.desk.installation import home_of
from pressgen.desk.pages.refused import said
from pressgen.desk.people import person
from pressgen.desk.samples import take_in_samples
from pressgen.errors import UI, UsageError

_ASKED = ("city", "city_en", "office", "office_en", "phone")


@require_http_methods(["GET", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """Ask once, then make the newsroom in the desk's home."""
    if request.method == "GET":
        return render(request, "desk/first.html", {"given": {}})
    given = {name: clean(request.POST.get(name, "")) for name in _ASKED}
    lang: UI = "en" if request.POST.get("language") == "en" else "zh"
    if not is_chinese(given["city"]) or not is_chinese(given["office"]):
        return _again(request, given, _("Give the city and the office by their Chinese names."))
    try:
        api.furnish(home_of(settings.DESK), api.office_of(*(given[name] for name in _ASKED)), lang)
    except UsageError as error:
        return _again(request, given, " ".join(said(error)))
    if request.POST.get("samples"):
        take_in_samples(person(request))
    response = HttpResponseRedirect("/")
    code = "zh-hans" if lang == "zh" else "en"
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, code, max_age=365 * 86400, samesite="Lax", httponly=True
    )
    return response


def _again(request: HttpRequest, given: dict[str, str], message: str) -> HttpResponse:
    return render(request, "desk/first.html", {"given": given, "message": message}, status=422)


urls: list[URLPattern] = [path("first/", first, name="first")]
