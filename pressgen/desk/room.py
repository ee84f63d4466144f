"""The newsroom behind the desk: its types and houses, opened once and again when their files change."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_language

from pressgen import api
from pressgen.api import House, Newsroom
from pressgen.errors import UI

if TYPE_CHECKING:
    from pressgen.api import Types

_WATCHED = ("pressgen.toml", "glossary/*.csv", "templates/**/*.yaml", "templates/**/*.j2", "*.csv", "*.xlsx")


@dataclass
class Room:
    """One state of a newsroom's files; houses are large and are opened when they are first needed."""

    newsroom: Newsroom
    types: Types
    day: date
    _houses: dict[str, House] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def house(self, name: str = "") -> House:
        """A house by name, the newsroom's own where it is none of those there are."""
        known = name if name in (*self.newsroom.names("houses"), "base") else ""
        with self._lock:
            if known not in self._houses:
                self._houses[known] = api.open_house(known, self.newsroom, today=self.day)
            return self._houses[known]


_rooms: dict[tuple[object, ...], Room] = {}
_opening = threading.Lock()


def room() -> Room:
    """The newsroom as its files stand now."""
    home = settings.DESK.home or Path.cwd()
    today = date.today()  # noqa: DTZ011  # the newsroom's own calendar day
    key = (home, _state(home), today)
    with _opening:
        if key not in _rooms:
            newsroom = api.open_newsroom(home)
            _rooms.clear()
            _rooms[key] = Room(newsroom, api.types(newsroom), today)
        return _rooms[key]


def _state(home: Path) -> float:
    """When a file of the newsroom was last changed, and how many there are."""
    times = [path.stat().st_mtime for pattern in _WATCHED for path in home.glob(pattern)]
    return max(times, default=0.0) + len(times)


@cache
def _spoken(code: str) -> UI:
    return "zh" if code.startswith("zh") else "en"


def ui() -> UI:
    """The language this person is spoken to in."""
    return _spoken(get_language() or "zh-hans")
