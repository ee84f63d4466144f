"""The newsroom behind the desk: its types and houses, opened once and again when their files change."""

from __future__ import annotations

import threading
import time
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

WHILE_TYPING = 1.0
"""Seconds within which files need no second look while somebody types."""
_WATCHED = (
    "pressgen.toml",
    "glossary/*.csv",
    "templates/**/*.yaml",
    "templates/**/*.j2",
    "*.csv",
    "rates/*.csv",
    "*.xlsx",
)


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
        own = name if name in (*self.newsroom.names("houses"), "base") else ""
        with self._lock:
            if own not in self._houses:
                self._houses[own] = api.open_house(own, self.newsroom, today=self.day)
            return self._houses[own]


@dataclass
class _Opened:
    """The room there is, what its files were like, and when they were last looked at."""

    room: Room
    key: tuple[object, ...]
    looked: float


_opened: list[_Opened] = []
_opening = threading.Lock()


def room(seconds: float = 0.0) -> Room:
    """The newsroom as its files stand now, or as they stood within the last ``seconds``."""
    home, now = settings.DESK.home or Path.cwd(), time.monotonic()
    with _opening:
        opened = _opened[0] if _opened and _opened[0].key[0] == home else None
        if opened and now - opened.looked < seconds:
            return opened.room
        today = date.today()  # noqa: DTZ011  # the newsroom's own calendar day
        key = (home, _state(home), today)
        if opened is None or opened.key != key:
            newsroom = api.open_newsroom(home)
            opened = _Opened(Room(newsroom, api.types(newsroom), today), key, now)
        opened.looked = now
        _opened[:] = [opened]
        return opened.room


def _state(home: Path) -> float:
    """When a file of the newsroom was last changed, and how many there are."""
    times = [_changed(path) for pattern in _WATCHED for path in home.glob(pattern)]
    return max(times, default=0.0) + len(times)


def _changed(path: Path) -> float:
    """When a file was last changed; what is wrong with one that cannot be looked at, its reader says."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


@cache
def _spoken(code: str) -> UI:
    return "zh" if code.startswith("zh") else "en"


def ui() -> UI:
    """The language this person is spoken to in."""
    return _spoken(get_language() or "zh-hans")
