"""Two texts compared as a page shows them: paragraph by paragraph, what was left out and what was put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pressgen import api
from pressgen.api import Changed, House, Release
from pressgen.desk.filled import Filled
from pressgen.desk.models import Story, Version
from pressgen.desk.room import Room
from pressgen.desk.stories import Made


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that is in both texts, or was taken out of the older, or put into the newer."""

    text: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with what changed in it."""

    role: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One language of two texts; ``same`` where nothing changed."""

    lang: str
    lines: tuple[Line, ...]

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return all(not run.change for line in self.lines for run in line.runs)


def made_of(of: Story | Version, here: Room) -> Made:
    """A version's facts as far as they can be drafted."""
    return Made(of.story if isinstance(of, Version) else of, here, Filled(of.facts))


def compared(old: Story | Version, new: Story | Version, here: Room) -> list[Compared]:
    """What changed from one version to another, in each language."""
    before, after = (_release(made_of(each, here)) for each in (old, new))
    house = here.house(str(new.facts.get("house", "")))
    return [
        shown(lang, api.compared(before.document(lang), after.document(lang), house)) for lang in api.LANGS
    ]


def _release(made: Made) -> Release:
    return made.draft.release if made.draft else Release(())


def shown(lang: str, changes: Iterable[Changed]) -> Compared:
    """What became of a text's paragraphs, as a page shows it."""
    return Compared(
        lang,
        tuple(Line((each.new or each.old).role, tuple(_runs(each))) for each in changes),  # type: ignore[union-attr]
    )


def words(old: str, new: str, lang: Literal["zh", "en"], house: House) -> tuple[Run, ...]:
    """What changed between two wordings of one thing."""
    before, after = (api.passages(**{lang: text}).document(lang) for text in (old, new))
    return tuple(run for line in shown(lang, api.compared(before, after, house)).lines for run in line.runs)


def _runs(changed: Changed) -> Iterator[Run]:
    """What was taken out stands before what was put in its place."""
    old, new = (block.text if block else "" for block in (changed.old, changed.new))
    if not changed.stretches:
        yield from (Run(text, change) for text, change in ((old, "del"), (new, "ins")) if text)
    for stretch in changed.stretches:
        before, after = old[slice(*stretch.old)], new[slice(*stretch.new)]
        if stretch.same:
            yield Run(after)
            continue
        yield from (Run(text, change) for text, change in ((before, "del"), (after, "ins")) if text)
