"""Two people's facts put together: what both changed is chosen field by field, nobody's words are lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

from pressgen import api
from pressgen.api import Fields, House, Plain
from pressgen.desk.cards import Maker
from pressgen.desk.comparing import Run, words
from pressgen.desk.filled import empty
from pressgen.desk.room import ui
from pressgen.errors import Wording

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
