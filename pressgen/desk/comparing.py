"""Two texts compared as a page shows them, and two people's changes of one story put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

from pressgen import api
from pressgen.api import Changed, Fields, House, Plain, Release
from pressgen.desk.cards import Maker
from pressgen.desk.filled import Filled, empty
from pressgen.desk.models import Story, Version
from pressgen.desk.room import Room, ui
from pressgen.desk.stories import Made
from pressgen.errors import Wording


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


Whose = Literal["mine", "theirs", "both", ""]
_LANGS = {"zh": Wording("中文", "Chinese"), "en": Wording("英文", "English")}


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that differs: its path, the value each of the two has, whose is taken unless somebody says else.

    ``proposed`` is empty where both changed it. ``lists``: both can be taken, one behind the other.
    """

    path: str
    mine: Any
    theirs: Any
    proposed: Whose
    lists: bool = False

    def label(self, fields: Fields) -> str:
        """What a person calls the fact, with what it belongs to."""
        last = self.path.rpartition(".")[2]
        said = (Maker(ui()).called(fields, self.path), _LANGS[last].say(ui()) if last in _LANGS else "")
        return " · ".join(filter(None, said)) or self.path

    def runs(self, house: House) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """Mine and theirs, each with what the other does not have marked as put in."""
        lang: Literal["zh", "en"] = "en" if self.path.endswith(".en") else "zh"
        found = words(_text(self.theirs), _text(self.mine), lang, house)
        mine = tuple(run for run in found if run.change != "del")
        theirs = tuple(Run(run.text, "ins" if run.change else "") for run in found if run.change != "ins")
        return mine, theirs


def _text(value: Plain) -> str:
    if empty(value):
        return ""
    return value if isinstance(value, str) else api.event_text({"": value}).removeprefix("'':").strip()


def differences(mine: Plain, theirs: Plain, base: Plain, path: str = "") -> Iterator[Difference]:
    """What two people's facts have otherwise, by fact; ``base`` is what both began with."""
    if mine == theirs or (empty(mine) and empty(theirs)):
        return
    if isinstance(mine, dict) and isinstance(theirs, dict):
        old = base if isinstance(base, dict) else {}
        for name in dict.fromkeys((*theirs, *mine)):
            inside = f"{path}.{name}" if path else name
            yield from differences(mine.get(name), theirs.get(name), old.get(name), inside)
    elif isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs):
        old_items = base if isinstance(base, list) and len(base) == len(mine) else [None] * len(mine)
        for number, (own, other, before) in enumerate(zip(mine, theirs, old_items, strict=True)):
            yield from differences(own, other, before, f"{path}.{number}")
    else:
        lists = isinstance(mine, list) and isinstance(theirs, list)
        yield Difference(path, mine, theirs, _proposed(mine, theirs, base), lists)


def _proposed(mine: Plain, theirs: Plain, base: Plain) -> Whose:
    if mine == base or (empty(mine) and empty(base)):
        return "theirs"
    return "mine" if theirs == base or (empty(theirs) and empty(base)) else ""


def merged(
    theirs: Mapping[str, Plain], found: list[Difference], chosen: Mapping[str, Whose]
) -> dict[str, Plain]:
    """Their facts with mine where mine are chosen; what nobody chose is as proposed, or both, or mine."""
    data: dict[str, Any] = deepcopy(dict(theirs))
    for each in reversed(found):
        whose = chosen.get(each.path) or each.proposed or ("both" if each.lists else "mine")
        if whose == "mine":
            _put(data, each.path.split("."), each.mine)
        elif whose == "both" and each.lists:
            rest = [item for item in each.mine if item not in each.theirs]
            _put(data, each.path.split("."), _joined(each.theirs, rest))
    return data


def _joined(theirs: list[Any], rest: list[Any]) -> list[Any]:
    """Their items, then mine, the story's rest still last."""
    if theirs and theirs[-1] == "rest":
        return [*theirs[:-1], *rest, "rest"]
    return [*theirs, *rest]


def _put(data: Any, way: list[str], value: Plain) -> None:
    for part in way[:-1]:
        data = data[int(part)] if isinstance(data, list) else data.setdefault(part, {})
    if isinstance(data, list):
        data[int(way[-1])] = value
    elif empty(value):
        data.pop(way[-1], None)
    else:
        data[way[-1]] = value
