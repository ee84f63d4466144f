"""The shipped examples as stories, so that a new desk has something to look at."""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth.models import User

from pressgen import api
from pressgen.desk import stories
from pressgen.desk.installation import Installation
from pressgen.desk.models import Story
from pressgen.desk.people import me
from pressgen.desk.room import room

_PICTURES = frozenset({".jpg", ".jpeg", ".png"})


def take_in_samples(by: User) -> list[Story]:
    """A story of each release type's example, with its photos."""
    here = room()
    return [_taken_in(name, here.types[name].folder, by) for name in here.types]


def _taken_in(name: str, folder: Path, by: User) -> Story:
    here = room()
    data, _ = api.facts(folder / "example.yaml", here.types)
    photos = [path for path in folder.iterdir() if path.suffix.lower() in _PICTURES]
    return stories.created(name, data, by, here, "sample", photos)


def filled_with_samples(installation: Installation) -> None:
    """A newsroom where there is none yet, and the examples where there is no story yet."""
    home = installation.home
    if home is not None and not (home / "pressgen.toml").is_file():
        api.furnish(home, api.Office(), "zh", sample=True)
    if not Story.objects.exists():
        take_in_samples(me())
