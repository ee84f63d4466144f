"""What every request passes: its origin, its person, its language; and the headers every answer has."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from pressgen.errors import PressgenError

Answer = Callable[[HttpRequest], HttpResponseBase]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_OPEN = ("/enter/", "/static/", "/healthz")


def headers(answer: Answer) -> Answer:
    """Every answer says what a page may do; pages are not kept by browsers."""

    def with_headers(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return with_headers


def known_origin(answer: Answer) -> Answer:
    """A host that is not ours is refused, and so is whatever another page asks for.

    Following a link names no origin; "null" is that of a page that hides it, and may look but not change.
    """

    def from_here(request: HttpRequest) -> HttpResponseBase:
        host = request.get_host()  # raises DisallowedHost, which is answered with 400
        origin = request.headers.get("Origin", "")
        looks = request.method in ("GET", "HEAD") and origin == "null"
        if origin and not looks and urlsplit(origin).netloc != host:
            return HttpResponse(
                _("This request comes from another page."), status=403, content_type="text/plain"
            )
        return answer(request)

    return from_here


def entered(answer: Answer) -> Answer:
    """Who has not come in is sent to the entrance; a page's own script is told so instead."""

    def by_a_person(request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated or request.path.startswith(_OPEN):
            return answer(request)
        if request.headers.get("X-Requested-With") or request.headers.get("HX-Request"):
            return HttpResponse(_("You have been signed out."), status=401, content_type="text/plain")
        return HttpResponseRedirect(f"{settings.LOGIN_URL}?next={request.path}")

    return by_a_person


class said:  # noqa: N801  # a middleware like the others, with Django's hook for exceptions
    """What pressgen refuses is said in one line, in the person's language."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, as it is."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer for an error of pressgen's own; any other is Django's."""
        from pressgen.desk.pages.refused import refused  # noqa: PLC0415  # apps are ready only now

        return refused(request, error) if isinstance(error, PressgenError) else None


def founded(answer: Answer) -> Answer:
    """Without a newsroom the first page asks for one."""

    def in_a_newsroom(request: HttpRequest) -> HttpResponseBase:
        home = settings.DESK.home
        first = reverse("first")
        closed = request.user.is_authenticated and not request.path.startswith((*_OPEN, first, "/language/"))
        if closed and home is not None and not (home / "pressgen.toml").is_file():
            return HttpResponseRedirect(first)
        return answer(request)

    return in_a_newsroom
