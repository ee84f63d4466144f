"""Coming in: by the address with its token for one person, by name and password in a newsroom."""

from __future__ import annotations

import os
from secrets import compare_digest

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen.desk import signing_in
from pressgen.desk.installation import TOKEN
from pressgen.desk.pages.refused import answer
from pressgen.desk.people import me

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_GET
def by_token(request: HttpRequest, token: str) -> HttpResponse:
    """The one person of a desk at home, by the address that was printed when it started."""
    expected = os.environ.get(TOKEN, "")
    if settings.DESK.team or not expected or not compare_digest(token.encode(), expected.encode()):
        raise Http404
    login(request, me(), backend=_BACKEND)
    return HttpResponseRedirect("/")


def outside(request: HttpRequest) -> HttpResponse:
    """Who is not in is told how to come in; in a newsroom it is here that names and passwords are asked."""
    if request.method != "POST" or not settings.DESK.team:
        return render(request, "desk/outside.html", {"next": request.GET.get("next", "")})
    name, there = request.POST.get("name", ""), request.POST.get("next", "")
    if signing_in.locked(request, name):
        return _again(request, _("Too many attempts. Wait a quarter of an hour."), 429)
    if not signing_in.signed_in(request, name, request.POST.get("password", "")):
        return _again(request, _("The name or the password is wrong."), 401)
    return HttpResponseRedirect(
        there if url_has_allowed_host_and_scheme(there, {request.get_host()}) else "/"
    )


def _again(request: HttpRequest, message: str, status: int) -> HttpResponse:
    context = {"message": message, "next": request.POST.get("next", "")}
    return render(request, "desk/outside.html", context, status=status)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out; the session is gone."""
    logout(request)
    return HttpResponseRedirect(settings.LOGIN_URL)


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """A form that was not made for this person and this time."""
    return answer(
        request,
        403,
        _("Please load the page again"),
        [_("The form was made for another session; nothing was changed.")],
    )


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """The other language of the pages, remembered in this browser."""
    code = request.POST.get("language", "")
    there = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(there, {request.get_host()})
    response = HttpResponseRedirect(there if safe else "/")
    if code in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=365 * 86400, samesite="Lax", httponly=True
        )
    return response


@require_GET
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """That the desk answers."""
    return HttpResponse("ok", content_type="text/plain")


urls: list[URLPattern] = [
    path("enter/", outside, name="outside"),
    path("enter/<str:token>", by_token, name="by-token"),
    path("leave/", leave, name="leave"),
    path("language/", language, name="language"),
    path("healthz", health, name="health"),
]
