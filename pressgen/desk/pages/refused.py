"""What is said when something cannot be done: one clear sentence, on a page or for a page's script."""

from __future__ import annotations

import sys
from errno import ENOSPC

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from pressgen.desk.room import ui
from pressgen.desk.wordings import sentences
from pressgen.errors import Faults, PressgenError


def said(error: PressgenError) -> list[str]:
    """An error's sentences without the paths of our own files."""
    return sentences(error, ui())


def each_of(error: PressgenError, most: int = 100) -> list[PressgenError]:
    """The faults of a file one by one, as many as a person would read."""
    return list(error.errors if isinstance(error, Faults) else (error,))[:most]


def said_at(error: PressgenError) -> str:
    """A fault with its line or cell, without the path of our own copy."""
    place = error.at
    where = (place.cell or str(place.line or "")) if place else ""
    return f"{where}: {said(error)[0]}" if where else said(error)[0]


def refused(request: HttpRequest, error: PressgenError) -> HttpResponse:
    """What pressgen refuses, in the person's language; a disk without room is said as what it is."""
    if _is_full(error):
        return _without_room()
    return answer(request, 400, _("This cannot be done"), said(error))


def answer(request: HttpRequest, status: int, title: str, lines: list[str]) -> HttpResponse:
    """A page with a title and a few sentences, or for a script the sentences alone."""
    if request.headers.get("X-Requested-With") or request.headers.get("HX-Request"):
        return HttpResponse("\n".join(lines), status=status, content_type="text/plain; charset=utf-8")
    return render(request, "desk/refused.html", {"title": title, "lines": lines}, status=status)


def unrecorded(request: HttpRequest) -> HttpResponse:
    """Names that stand in the glossary, and not in its history: the table was written, the database not."""
    line = _("The glossary has what you gave. The desk's database does not answer, so its history lacks it.")
    return answer(request, 503, _("Saved, but not in the history"), [line])


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """A request that no page of ours makes, or one that is too large."""
    lines = [_("The request is too large, or comes from an address that is not this desk's.")]
    return HttpResponse("\n".join(lines), status=400, content_type="text/plain; charset=utf-8")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """Something this person may not do."""
    return answer(request, 403, _("Not for you"), [_("Your role does not allow this.")])


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """An address that leads nowhere."""
    return answer(request, 404, _("Not found"), [_("There is no such page or story.")])


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # as Django calls it
    """A fault of ours, or of the disk or the database, which are said by their name."""
    error = sys.exc_info()[1]
    if _is_full(error):
        return _without_room()
    if isinstance(error, OperationalError):
        status, line = 503, _("The desk's database does not answer: nothing was saved. Please try again.")
    elif isinstance(error, OSError):
        why = error.strerror or type(error).__name__
        status, line = 503, _("The desk's disk fails (%s): nothing was saved. Please try again.") % why
    else:
        status, line = 500, _("Something went wrong here; what you saved before is safe. Please try again.")
    return HttpResponse(line, status=status, content_type="text/plain; charset=utf-8")


def _is_full(error: BaseException | None) -> bool:
    """Whether a disk without room is behind an error: the context of one of our own is the system's."""
    behind = error.__context__ if isinstance(error, PressgenError) else error
    return "disk is full" in str(error) or (isinstance(behind, OSError) and behind.errno == ENOSPC)


def _without_room() -> HttpResponse:
    line = _("The disk of the desk is full: nothing was saved. Make room, then save again.")
    return HttpResponse(line, status=503, content_type="text/plain; charset=utf-8")
