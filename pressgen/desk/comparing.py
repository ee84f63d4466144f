"""Two versions of a story compared: both texts word by word, Chinese by characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from pressgen import api
from pressgen.desk.filled import Filled
from pressgen.desk.models import Story, Version
from pressgen.desk.room import Room
from pressgen.desk.stories import Made

_TOKEN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.,%’'-]*[A-Za-z0-9%])?|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that is in both texts, or was taken out of the older, or put into the newer."""

    text: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One language of two versions; ``same`` where nothing changed."""

    lang: str
    runs: tuple[Run, ...]

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return all(not run.change for run in self.runs)


def texts(of: Story | Version, here: Room) -> dict[str, str]:
    """Both texts of a version as far as they can be drafted."""
    story = of.story if isinstance(of, Version) else of
    draft = Made(story, here, Filled(of.facts)).draft
    if draft is None:
        return dict.fromkeys(api.LANGS, "")
    return {
        lang: "\n".join(block.text for block in draft.release.document(lang).blocks) for lang in api.LANGS
    }


def compared(old: Story | Version, new: Story | Version, here: Room) -> list[Compared]:
    """What changed from one version to another, in each language."""
    before, after = texts(old, here), texts(new, here)
    return [Compared(lang, tuple(runs(before[lang], after[lang]))) for lang in api.LANGS]


def runs(old: str, new: str) -> Iterator[Run]:
    """What two texts have in common and what not, in the order of reading.

    What was taken out stands before what was put in its place.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Run("".join(before[a:b]))
            continue
        if a < b:
            yield Run("".join(before[a:b]), "del")
        if c < d:
            yield Run("".join(after[c:d]), "ins")
