"""The newsrooms that open files belong to, each read once until a file of it is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pressgen import api


@dataclass
class OpenNewsroom:
    """One newsroom with all that was read of it. ``events`` are the last of each file that could be read."""

    newsroom: api.Newsroom
    events: dict[Path, api.Event] = field(default_factory=dict)
    _houses: dict[str, api.House] = field(default_factory=dict)

    @cached_property
    def types(self) -> api.Types:
        """The release types."""
        return api.types(self.newsroom)

    def house(self, name: str) -> api.House:
        """A house by name, the newsroom's own for "". Raises HouseError, GlossaryError."""
        if name not in self._houses:
            self._houses[name] = api.open_house(name, self.newsroom)
        return self._houses[name]


class Newsrooms:
    """The newsroom of each folder."""

    def __init__(self) -> None:
        self._known: dict[Path, OpenNewsroom] = {}

    def of(self, path: Path) -> OpenNewsroom:
        """The newsroom a file lies in. Raises HouseError for settings that cannot be read."""
        if path.parent not in self._known:
            newsroom = api.open_newsroom(path.parent)
            same = (known for known in self._known.values() if known.newsroom == newsroom)
            self._known[path.parent] = next(same, None) or OpenNewsroom(newsroom)
        return self._known[path.parent]

    def forget(self) -> None:
        """Read everything again: a file was saved."""
        self._known.clear()
