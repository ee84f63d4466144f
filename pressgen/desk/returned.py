"""A draft that was edited outside and came back to its story: what changed, and what of it can be taken in.

A change is taken into the facts where it lies within words that somebody typed on a card, or in a figure;
a new paragraph becomes own words, and one that is gone takes its card along. Everything else is standing
text of a template, to be said on the cards.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Any

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile

from pressgen import api
from pressgen.api import Changed, Mark, Plain, Release
from pressgen.desk import checking, stories
from pressgen.desk.cards import Maker
from pressgen.desk.checking import Checked
from pressgen.desk.comparing import Compared, Run, made_of, shown, words
from pressgen.desk.filled import Filled, drop_item, value_at
from pressgen.desk.layout import usual_story
from pressgen.desk.models import Check, Story, Version
from pressgen.desk.room import Room, ui
from pressgen.desk.stories import Made
from pressgen.errors import UsageError

_ITEM = re.compile(r"story(?:\.\d+)+")
_PICTURES = ("photo", "caption")
_BASES = 5
"""Versions that were taken out and are held against a file, to find which one it was written from."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A change that the facts can have: ``path`` of the fact, empty for a new paragraph.

    ``new`` are its words by language, none where the item of the story at ``path`` is gone; ``runs`` are
    what changed in them.
    """

    path: str
    label: str
    new: dict[str, str]
    runs: tuple[Run, ...] = ()

    @property
    def lang(self) -> str:
        """The language it is in, nothing for both."""
        return next(iter(self.new)) if len(self.new) == 1 else ""


def received(story: Story, uploads: Sequence[UploadedFile[Any]], by: User, here: Room) -> Check:
    """Keep files that came back to a story, with a version of it. Raises FileError, UsageError."""
    check = checking.made(Check(story=story, house=str(story.facts.get("house", "")), by=by), uploads)
    now = stories.keep(story, "came back", by, str(check))
    check.base = _written_from(Returned(check, here), now, here)
    check.save(update_fields=["base"])
    stories.note(story, "came back", by, str(check))
    return check


def _written_from(returned: Returned, now: Version, here: Room) -> Version:
    """The version a file was written from: the one that has most of its paragraphs, the newest of several."""
    story = now.story
    taken_out = story.versions.filter(why="taken out").order_by("-id")[:_BASES]
    paragraphs = {block.text for block in returned.given.blocks}

    def alike(version: Version) -> int:
        draft = made_of(version, here).draft
        return sum(block.text in paragraphs for block in draft.release.blocks) if draft else 0

    return max([now, *taken_out], key=alike)


@dataclass(frozen=True)
class Returned(Checked):
    """Files that came back, beside the draft they were written from; checked as any others are."""

    @cached_property
    def made(self) -> Made:
        """The facts of the version that the files were written from."""
        assert self.check.base is not None  # noqa: S101  # every check of a story has one
        return made_of(self.check.base, self.room)

    @cached_property
    def given(self) -> Release:
        """What the files say."""
        return api.joined([api.read(path) for path in self.paths])

    @cached_property
    def before(self) -> Release:
        """What the draft said."""
        return self.made.draft.release if self.made.draft else Release(())

    @cached_property
    def release(self) -> Release:
        """What the files say, beside the draft's own text in a language that did not come back."""
        missing = [lang for lang in api.LANGS if not self.given.document(lang).blocks]
        return api.joined(
            [
                self.given,
                *(Release(self.before.document(lang).blocks, self.before.published) for lang in missing),
            ]
        )

    @cached_property
    def changes(self) -> dict[str, list[Changed]]:
        """For each language that came back what became of its paragraphs."""
        return {
            lang: api.compared(self.before.document(lang), self.given.document(lang), self.house)
            for lang in api.LANGS
            if self.given.document(lang).blocks
        }

    @property
    def compared(self) -> list[Compared]:
        """The same as a page shows it."""
        return [shown(lang, changes) for lang, changes in self.changes.items()]

    @cached_property
    def takeable(self) -> list[Taken]:
        """What of the changes the facts can have, in the order of the page."""
        found: dict[tuple[str, str], Taken] = {}
        for lang, changes in self.changes.items():
            for changed in changes:
                for taken in self._within(changed, lang):
                    key = taken.path, lang if self._slot(taken.path, lang) else ""
                    found.setdefault(key, taken)
        return [*found.values(), *self._new(), *self._gone()]

    def _within(self, changed: Changed, lang: str) -> Iterator[Taken]:
        """The facts of a paragraph of which only their own words changed."""
        old, new = changed.old, changed.new
        if not old or not new or changed.same or self.made.draft is None:
            return
        for mark in old.facts:
            fact = self.made.draft.event.facts.get(mark.target)
            place = _moved(mark, changed, loose=fact is not None and fact.field.kind == "text")
            before, after = old.text[mark.start : mark.end], new.text[slice(*place)] if place else ""
            path = self.made.paths.get(mark.target, mark.target)
            if fact and after.strip() and after != before and self._settable(path, lang, before, fact.field):
                label = Maker(ui()).say(fact.field.label)
                runs = words(before, after, "zh" if lang == "zh" else "en", self.house)
                yield Taken(path, label, {lang: after.strip()}, runs)

    def _settable(self, path: str, lang: str, before: str, field: api.Field) -> bool:
        """Whether the fact still is what the draft said: words as they stand there, or any figure."""
        value = value_at(self.made.filled.data, path)
        if value != value_at(self.check.story.facts if self.check.story else {}, path):
            return False
        slot = self._slot(path, lang)
        if slot:
            return isinstance(value, dict) and value.get(slot) == before
        return value == before or bool(field.companions and value)

    def _slot(self, path: str, lang: str) -> str:
        """The key a language's words have in a fact, nothing where it is written once for both."""
        value = value_at(self.made.filled.data, path)
        return lang if isinstance(value, dict) and lang in value else ""

    def _new(self) -> Iterator[Taken]:
        """New paragraphs as own words: the first new one of one language answers the first of the other."""
        fresh = {
            lang: [
                each.new.text
                for each in changes
                if each.new and not each.old and each.new.role != "photo" and each.new.text not in self._moved
            ]
            for lang, changes in self.changes.items()
        }
        for zh, en in zip_longest(fresh.get("zh", ()), fresh.get("en", ()), fillvalue=""):
            yield Taken("", "", {lang: text for lang, text in (("zh", zh), ("en", en)) if text.strip()})

    def _gone(self) -> Iterator[Taken]:
        """Items of the story that say nothing any more: all their paragraphs are gone from what came back."""
        gone: dict[str, list[Run]] = {}
        before = [each for each in self._all if each.old]
        stays = {item for each in before if each.new for item in self._items(each.old)}
        for each in before:
            text = each.old.text if each.old and not each.new else ""
            if text and text not in self._moved:
                for item in self._items(each.old) - stays:
                    gone.setdefault(item, []).append(Run(text, "del"))
        now = self.check.story.facts if self.check.story else {}
        for item in sorted(gone, key=_numbers):
            if value_at(self.made.filled.data, item) == value_at(now, item):
                yield Taken(item, "", {}, tuple(gone[item]))

    @cached_property
    def _moved(self) -> set[str]:
        """Paragraphs that only stand elsewhere: order is a matter of the cards."""
        out = {each.old.text for each in self._all if each.old and not each.new}
        return out & {each.new.text for each in self._all if each.new and not each.old}

    @property
    def _all(self) -> list[Changed]:
        return [each for found in self.changes.values() for each in found]

    def _items(self, block: api.Block | None) -> set[str]:
        """The items of the story that a paragraph says, but for those beside a part of the type."""
        if block is None or block.role in _PICTURES:
            return set()
        paths = (self.made.paths.get(mark.target, mark.target) for mark in block.facts)
        found = {match[0] for path in paths if (match := _ITEM.match(path))}
        return {item for item in found if not self._is_beside_a_part(item)}

    def _is_beside_a_part(self, item: str) -> bool:
        """Whether an item of several in a paragraph stands with words that no card's going takes away."""
        around = value_at(self.made.filled.data, item.rpartition(".")[0])
        return item.count(".") > 1 and any(isinstance(each, str) for each in around)

    def take(self, numbers: Collection[int], version: int, by: User) -> Story:
        """Put changes into the facts, which are saved if nobody else has since version ``version``.

        Raises UsageError where nothing was chosen, the first fault of a value that cannot be a fact,
        ChangedMeanwhileError, FrozenError.
        """
        story = self.check.story
        chosen = [taken for number, taken in enumerate(self.takeable) if number in numbers]
        if story is None or not chosen:
            raise UsageError("请先勾选要采用的改动", "choose the changes to be taken in")
        data = self._with(chosen, story)
        before, after = (Made(story, self.room, Filled(facts)) for facts in (story.facts, data))
        earlier = {str(fault) for fault in before.faults}
        for fault in after.faults:
            if str(fault) not in earlier:
                raise fault
        stories.keep(story, "saved", story.changed_by)
        saved = stories.save(after, version, by)
        stories.note(saved, "changes taken in", by, f"{self.check}: {len(chosen)}")
        return saved

    def _with(self, chosen: Sequence[Taken], story: Story) -> dict[str, Plain]:
        data: dict[str, Any] = deepcopy(story.facts)
        gone = [taken.path for taken in chosen if taken.path and not taken.new]
        for taken in chosen:
            if not taken.path:
                items = data.setdefault("story", usual_story(self.room.types[story.type]))
                items.insert(_behind(items), {"words": {"text": dict(taken.new)}})
                continue
            for lang, text in taken.new.items():
                _put(data, taken.path, self._slot(taken.path, lang), text)
        for path in sorted(gone, key=_numbers, reverse=True):
            drop_item(data, path)
        return data


def _numbers(path: str) -> tuple[int, ...]:
    return tuple(int(part) for part in path.split(".") if part.isdecimal())


def _behind(items: Sequence[Plain]) -> int:
    """Where a new paragraph goes: behind everything but what the story's rest holds."""
    return len(items) - 1 if items and items[-1] == "rest" else len(items)


def _moved(mark: Mark, changed: Changed, *, loose: bool) -> tuple[int, int] | None:
    """Where a stretch of the older paragraph stands in the newer; None where its edges are not to be found.

    ``loose``: words put in at its edges belong to it.
    """
    starts, ends = (list(_places(changed, place)) for place in (mark.start, mark.end))
    if not starts or not ends:
        return None
    start = max(starts)
    return (min(starts), max(ends)) if loose else (start, max(start, min(ends)))


def _places(changed: Changed, place: int) -> Iterator[int]:
    """Every place of the newer text that answers one of the older: several where words were put in."""
    for stretch in changed.stretches:
        if stretch.same and stretch.old[0] <= place <= stretch.old[1]:
            yield stretch.new[0] + place - stretch.old[0]
        elif place == stretch.old[0]:
            yield stretch.new[0]
        elif place == stretch.old[1]:
            yield stretch.new[1]


def _put(data: Any, path: str, slot: str, text: str) -> None:
    """Write a value: under the key of its language, as a figure's own value, or in its place."""
    *way, last = path.split(".")
    inside = value_at(data, ".".join(way)) if way else data
    key: Any = int(last) if isinstance(inside, list) else last
    if slot:
        inside[key][slot] = text
    elif isinstance(inside[key], dict) and "value" in inside[key]:
        inside[key]["value"] = text
    else:
        inside[key] = text
