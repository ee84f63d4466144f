"""The newsroom behind the desk: its types and houses, opened once and again when their files change."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_language

from pressgen import api
from pressgen.api import Draft, House, Newsroom
from pressgen.errors import UI, PressgenError

if TYPE_CHECKING:
    from pressgen.api import Types

Drafted = tuple[Draft | None, list[PressgenError]]
"""A draft as far as it goes, and what stands in the way of a finished one."""

WHILE_TYPING = 1.0
"""Seconds within which files need no second look while somebody types."""
_LATELY = 8
"""Drafts that are at hand when their page is opened again."""
_ACCEPTED = "pressgen.accepted.yaml"
"""What a newsroom accepted is read with every check: it is no reason to open the houses again."""
_WATCHED = (
    ("", ("pressgen.toml", ".csv", ".xlsx")),
    ("glossary", (".csv",)),
    ("rates", (".csv",)),
    ("templates", (".yaml", ".j2")),
)
"""Folders of a newsroom, and how the files in them end that are looked at."""


@dataclass
class Room:
    """One state of a newsroom's files; houses are large and are opened when they are first needed."""

    newsroom: Newsroom
    types: Types
    day: date
    _houses: dict[str, House] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _drafted: dict[tuple[object, ...], Drafted] = field(default_factory=dict)

    def lately(self, file: Path, text: str, make: Callable[[], Drafted]) -> Drafted:
        """The draft of a story with these facts: of the last few the one there is, else made now.

        ``file`` lies where the photos are; one more or less there is another story. One caller at a time.
        """
        settings_ = self.newsroom.settings
        beside = (file.parent, Path(_ACCEPTED), *([settings_.with_name(_ACCEPTED)] if settings_ else []))
        key = (file, text, *map(_stamp, beside))
        self._drafted[key] = drafted = self._drafted.pop(key, None) or make()
        while len(self._drafted) > _LATELY:
            del self._drafted[next(iter(self._drafted))]
        return drafted

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
    times = [_changed(path) for folder, endings in _WATCHED for path in _files(home / folder, endings)]
    return max(times, default=0.0) + len(times)


def _files(folder: Path | str, endings: tuple[str, ...]) -> Iterator[str]:
    """Files of these endings in a folder, templates also deeper; what cannot be looked into has none."""
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(endings):
            yield entry.path
        elif ".j2" in endings and entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, endings)


def _changed(path: str) -> float:
    """When a file was last changed; what is wrong with one that cannot be looked at, its reader says."""
    try:
        return os.stat(path).st_mtime  # noqa: PTH116  # many, at every page
    except OSError:
        return 0.0


def _stamp(path: Path) -> tuple[int, ...]:
    """What differs once a file or the list of a folder's files was written anew."""
    try:
        at = path.stat()
    except OSError:
        return ()
    return at.st_ino, at.st_mtime_ns, at.st_size


@cache
def _spoken(code: str) -> UI:
    return "zh" if code.startswith("zh") else "en"


def ui() -> UI:
    """The language this person is spoken to in."""
    return _spoken(get_language() or "zh-hans")
