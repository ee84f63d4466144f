"""The pages: one module each, with its addresses in ``urls``; what all of them share is here."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from pressgen.desk.room import WHILE_TYPING, room, ui
from pressgen.errors import PressgenError

ROOMS = (
    ("stories", _("Stories")),
    ("check", _("Check")),
    ("convert", _("Convert")),
    ("glossary", _("Glossary")),
    ("house", _("House")),
    ("rates", _("Rates")),
)
"""What stands at the top of every page: the address's name, and what it is called."""


def shared(request: HttpRequest) -> dict[str, Any]:
    """What every template knows."""
    match = request.resolver_match
    here = match.url_name if match else ""
    return {"rooms": ROOMS, "here": here, "ui": ui(), "team": settings.DESK.team, "office": _office()}


def _office() -> str:
    """The office whose desk it is; nothing while its newsroom cannot be read.

    A page that needs the newsroom says so itself; one that tells what was saved must not fail for a heading.
    """
    home = settings.DESK.home
    try:
        if home is None or not (home / "pressgen.toml").is_file():
            return ""
        title = room(WHILE_TYPING).house().style.title
    except (PressgenError, OSError):
        return ""
    return title.of(ui())
