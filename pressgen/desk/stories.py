"""Stories made, saved, kept and drafted: the one place where they are written."""

from __future__ import annotations

import json
import re
import threading
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from pressgen import api
from pressgen.api import Draft, Finding, House, Order, Plain, Release
from pressgen.desk.filled import Filled
from pressgen.desk.models import Act, State, Story, Version
from pressgen.desk.room import Drafted, Room
from pressgen.errors import PressgenError, UsageError

_KEPT_EVERY = timedelta(minutes=10)
_UNFIT = re.compile(r"[^\w.-]+")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
_drafting = threading.Lock()
"""Drafts are made one after the other: two at once would only be slower, both."""


_placing = threading.Lock()
"""Two photos of one name that come at once get a name each."""
_LONGEST = 180
"""Bytes of a photo's name at most, but for its number and ending."""


class ChangedMeanwhileError(Exception):
    """Somebody else saved the story since it was seen."""


class FrozenError(Exception):
    """The story is released: only a correction may change it."""


def folder(story: Story) -> Path:
    """The folder of a story's photos."""
    path = settings.DESK.stories / str(story.pk)
    path.mkdir(parents=True, exist_ok=True)
    return Path(path)


@dataclass(frozen=True)
class Made:
    """A story's facts as far as they can be drafted, and all that is wrong with them."""

    story: Story
    room: Room
    filled: Filled

    @cached_property
    def _preview(self) -> Drafted:
        file = folder(self.story) / f"{self.slug}.yaml"
        with _drafting:
            return self.room.lately(file, as_text(self.filled.data), lambda: self._drafted(file))

    def _drafted(self, file: Path) -> Drafted:
        here = self.room
        entered = api.enter(self.filled.data, file, here.newsroom, here.types, today=here.day)
        return api.preview(entered, here.house(entered.event.house if entered.event else ""))

    @property
    def slug(self) -> str:
        """What its files are called: as its facts say, unless that is no name of a file."""
        slug = self.filled.data.get("slug")
        named = isinstance(slug, str) and _NAME.fullmatch(slug)
        return str(slug) if named else f"{self.story.type}-{str(self.story.pk)[:8]}"

    @property
    def draft(self) -> Draft | None:
        """The draft as far as it goes."""
        return self._preview[0]

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """What the checks say of the draft."""
        if self.draft is None:
            return ()
        with _drafting:
            return self.draft.findings

    @property
    def faults(self) -> list[PressgenError]:
        """What the facts lack, or what is wrong with them."""
        return self._preview[1]

    @cached_property
    def paths(self) -> dict[str, str]:
        """For every fact of the draft the path it was entered under."""
        return {path: fact.at.cell for path, fact in self.draft.event.facts.items()} if self.draft else {}

    def goto(self, path: str) -> str:
        """The input in which a fact was written."""
        return self.filled.input_of(self.paths.get(path, path))


def summary(made: Made) -> dict[str, Any]:
    """What the list of stories says of one."""
    data, draft = made.filled.data, made.draft
    given = data.get("headline")
    headline = given if isinstance(given, dict) else {}
    errors = [each for each in made.findings if each.severity == "error"]
    facts = draft.event.facts if draft else {}
    return {
        "zh": _short(headline.get("zh")),
        "en": _short(headline.get("en")),
        "day": _short(data.get("date"), 40),
        "slug": _short(data.get("slug"), 80),
        "embargo": str(facts["embargo"].value) if "embargo" in facts else "",
        "faults": len(made.faults) + len(errors),
        "open": len(draft.untranslated) if draft else 0,
    }


def _short(value: Plain, most: int = 300) -> str:
    return value[:most] if isinstance(value, str) else ""


def created(
    type_name: str, data: Mapping[str, Plain], by: User, room: Room, why: str, photos: Iterable[Path] = ()
) -> Story:
    """A new story with these facts, and copies of these photos."""
    story = Story(type=type_name, data=as_text(data), changed_by=by)
    try:
        for photo in photos:
            api.put(folder(story) / photo.name, photo.read_bytes())
        for name, value in summary(Made(story, room, Filled(dict(data)))).items():
            setattr(story, name, value)
        with transaction.atomic():
            story.save(force_insert=True)
            note(story, why, by)
    except BaseException:
        api.clear(settings.DESK.stories / str(story.pk))
        raise
    return story


def save(made: Made, version: int, by: User) -> Story:
    """Save a story's facts, if nobody else has since version ``version``; an approval is gone with that.

    Raises ChangedMeanwhileError, FrozenError.
    """
    story, data = made.story, as_text(made.filled.data)
    if data == story.data and story.version == version:
        return story
    if story.state in (State.RELEASED, State.CORRECTED):
        raise FrozenError
    values = summary(made)
    if story.state == State.APPROVED:
        values |= {"state": State.REVISION, "approved": 0, "approved_by": None}
    with transaction.atomic():
        _keep_before(story, by)
        done = Story.objects.filter(pk=story.pk, version=version, state=story.state).update(
            data=data, version=F("version") + 1, changed=timezone.now(), changed_by=by, **values
        )
        if not done:
            raise ChangedMeanwhileError
    return Story.objects.get(pk=story.pk)


def _keep_before(story: Story, by: User) -> None:
    """What stood before is kept when another person changes it, and every ten minutes."""
    last = story.versions.first()
    recent = last and last.made > timezone.now() - _KEPT_EVERY and story.changed_by_id == by.pk
    if not recent:
        keep(story, "saved", story.changed_by)


def keep(story: Story, why: str, by: User | None, text: str = "") -> Version:
    """Keep a story as it stands now; ``why`` is one of the words the history knows.

    What was ``saved`` is kept once a version, under who wrote it: four eyes are counted by that.
    """
    saved = story.versions.filter(number=story.version, data=story.data, why="saved").first()
    if saved and why == "saved":
        return saved
    return Version.objects.create(
        story=story, number=story.version, data=story.data, why=why, note=text, made_by=by
    )


def note(story: Story, what: str, by: User | None, detail: str = "") -> Act:
    """Add to the history what somebody did."""
    title = str(story)[:300]
    return Act.objects.create(
        story=story, title=title, what=what, detail=detail[:300], version=story.version, by=by
    )


def noted(what: str, by: User | None, detail: str = "") -> Act:
    """Add to the history what somebody did that is about no story."""
    return Act.objects.create(what=what, detail=detail[:300], by=by)


@contextmanager
def delivered(story: Story, room: Room, order: Order, *, early: bool = False) -> Iterator[Path]:
    """A folder with all files of a story's drafts, its photos and its record, for as long as it is used.

    Under an embargo they are the copies that go out in advance and say so; ``early``: those to publish.
    """
    with api.passing() as work:
        out = work / "out"
        made = Made(story, room, Filled(story.facts))
        file, text = work / "event" / f"{made.slug}.yaml", api.event_text(made.filled.data).encode()
        for photo in photos(story):
            api.put(file.with_name(photo.name), photo.read_bytes())
        api.put(file, text)
        event = api.load(file, room.newsroom, room.types)
        house = room.house(event.house)
        advance = story.under_embargo and not early
        api.deliver(api.draft(event, house.in_advance() if advance else house), out, order)
        api.put(out / file.name, text)
        yield out


def printed(story: Story, room: Room, *, early: bool = False) -> tuple[Release, House]:
    """Both texts of a story as they go out, as far as they can be drafted, and their house.

    Under an embargo they say so, unless ``early``. Raises UsageError where there is nothing yet.
    """
    draft = Made(story, room, Filled(story.facts)).draft
    if draft is None:
        raise UsageError("还没有可用的稿件", "there is no text yet")
    if not story.under_embargo or early:
        return draft.release, draft.house
    house = draft.house.in_advance()
    return api.draft(draft.event, house).release, house


def press_kit(
    story: Story, room: Room, *, early: bool = False, each: Callable[[], object] = lambda: None
) -> bytes:
    """Everything of a story as one ZIP: drafts in every format, photos, record, facts.

    ``each`` is called whenever one of ``kit_size`` files is ready.
    """
    out = BytesIO()
    order = Order(tuple(api.DRAFTED), bilingual=api.LAYOUTS[0], each=each)
    with (
        delivered(story, room, order, early=early) as folder_,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kit,
    ):
        for path in api.walked(folder_):
            kit.write(path, path.relative_to(folder_).as_posix())
    return out.getvalue()


def kit_size(story: Story) -> int:
    """How many files of a press kit take time: the drafts in every format and the photos."""
    return len(api.LANGS) * len(api.DRAFTED) + 1 + len(photos(story))


def photos(story: Story) -> list[Path]:
    """The photos in a story's folder."""
    return [path for path in folder(story).iterdir() if path.is_file()]


def file_name(story: Story) -> str:
    """What a story's files are called, in letters that every system takes."""
    return story.slug if _NAME.fullmatch(story.slug) else story.type


def add_photo(story: Story, name: str, data: bytes) -> str:
    """Keep a picture in a story's folder under a name of its own. Raises FileError for what is none."""
    stem, dot, ending = _UNFIT.sub("-", Path(name).name).strip("-.").rpartition(".")
    ending = ending.lower()
    stem = stem.encode()[:_LONGEST].decode(errors="ignore") or "photo"
    with api.passing() as work:
        api.put(work / f"{stem}{dot}{ending}", data)
        api.picture(work / f"{stem}{dot}{ending}")
    with _placing:
        target, number = folder(story) / f"{stem}{dot}{ending}", 2
        while target.exists() and target.read_bytes() != data:
            target = target.with_name(f"{stem}-{number}{dot}{ending}")
            number += 1
        api.put(target, data)
    return target.name


def as_text(data: Mapping[str, Plain]) -> str:
    """Facts as they are kept."""
    return json.dumps(data, ensure_ascii=False)
