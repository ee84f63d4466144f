"""An event file (YAML, JSON, an Excel form) becomes an event, or all that is wrong with it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import source
from pressgen.archive import SPREADSHEETS
from pressgen.errors import EventError, Place, PressgenError, Wording, raise_all
from pressgen.events import references
from pressgen.events.fields import Fields, declared_path
from pressgen.events.model import Event, Fact
from pressgen.events.refusal import refuse
from pressgen.events.types import named as named_type
from pressgen.events.types import nearly
from pressgen.events.walk import MOST_FAULTS, Walk
from pressgen.figures.figure import Figure
from pressgen.regex import regex
from pressgen.source import Node, real

if TYPE_CHECKING:
    from pressgen.events.xlsx import Form


_SLUG = regex(r"[a-z0-9](?:[a-z0-9_-]{0,78}[a-z0-9])?")
_RESERVED = regex(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_UNNAMED_FILES = ("example", "event")


def load(path: Path, types: Mapping[str, Fields]) -> Event:
    """The event a file tells. ``types`` gives the fields of a release type by its name.

    Raises FileError (no YAML, no JSON, no workbook, not UTF-8), EventError, or Faults: every fault of the
    file, in its order, with line and column or cell, field and what to write instead.
    """
    if path.suffix.lower() not in SPREADSHEETS:
        return read(source.load(path), path, types)
    form = _form(path, types)
    event = read(form.node, path, types, form.faults)
    return replace(event, left_out=form.left_out, cells=form.cells)


def nodes(path: Path, types: Mapping[str, Fields]) -> tuple[Node, list[PressgenError]]:
    """What a file says, whether or not it can be used, and the faults of its cells. Raises FileError."""
    if path.suffix.lower() not in SPREADSHEETS:
        return source.load(path), []
    form = _form(path, types)
    return form.node, form.faults


def _form(path: Path, types: Mapping[str, Fields]) -> Form:
    from pressgen.events import xlsx  # noqa: PLC0415  # lxml, and most events are text

    return xlsx.read(path, types)


def read(
    node: Node,
    path: Path,
    types: Mapping[str, Fields],
    found: Sequence[PressgenError] = (),
    *,
    complete: bool = True,
) -> Event:
    """The event that nodes tell which were read from ``path``; raises as ``load`` does.

    ``found`` are faults that reading the file has met already; ``complete``: ask for what is missing.
    """
    fields = _type(node, types, found)
    walk = Walk(fields, path.parent)
    walk.whole(node, required=complete)
    slug = _slug(walk.facts, path)
    places = {fault.at for fault in found}
    walk.faults = [*found, *(fault for fault in walk.faults if fault.at not in places)]
    refused = [str(fault.fields["field"]) for fault in walk.faults if "field" in fault.fields]
    referring = references.References(walk.facts, fields.fields, refused)
    astray = islice(referring.faults(), MOST_FAULTS)
    faults = [*walk.faults, *astray, *_order(fields, walk.facts)]
    faults += _slug_faults(slug, walk, node)
    raise_all(sorted(faults, key=lambda fault: _standing(fault, node.at))[:MOST_FAULTS])
    house = walk.facts.get("house")
    return Event(
        fields.type,
        str(house.value) if house else "",
        slug,
        path,
        fields,
        references.settled(walk.facts, referring.called),
        walk.story or fields.story,
        referring.called,
    )


def _standing(error: PressgenError, first: Place) -> tuple[bool, str, int, int]:
    """The order of a file: lines and columns, of a workbook those of the first sheet before the others'."""
    at = error.at or first
    sheet = at.cell.rpartition("!")[0]
    return (sheet != first.cell.rpartition("!")[0], sheet, at.line or 0, at.column or 0)


def _type(node: Node, types: Mapping[str, Fields], found: Sequence[PressgenError]) -> Fields:
    try:
        return type_of(node, types)
    except EventError as error:
        raise_all([*found, error])
        raise


def type_of(node: Node, types: Mapping[str, Fields]) -> Fields:
    """The fields of the release type that nodes name. Raises EventError: none, or one there is not."""
    if not isinstance(node.value, dict):
        raise EventError(
            "不是事实文件；请写“字段: 值”，第一行写 release: 加以下之一：{known}",
            "this is no event; write 'name: value', first release: and one of {known}",
            node.at,
            known=_listed(types),
        )
    named = node.value.get("release")
    if named is None or not isinstance(named.value, str) or not named.value:
        raise refuse(
            "release",
            "缺少稿件类型；请写 release: 加以下之一：{known}",
            "the release type is missing; write release: and one of {known}",
            named.at if named else node.keys.get("release", node.at),
            known=_listed(types),
        )
    fields = named_type(named.value, types)
    if fields is None:
        raise refuse(
            "release",
            "没有“{type}”这种稿件；{hint}",
            "there is no release type “{type}”; {hint}",
            named.at,
            type=named.value,
            hint=_hint(named.value, types),
        )
    return fields


def _listed(types: Mapping[str, Fields]) -> Wording:
    """All release types as a person of either language calls them."""
    return Wording("、".join(each.label.zh for each in types.values()), ", ".join(types))


def _hint(written: str, types: Mapping[str, Fields]) -> Wording:
    """What was probably meant, by name or label, and all there are."""
    listed = _listed(types)
    meant = nearly(written, types)
    if meant is None:
        return Wording(f"现有：{listed.zh}", f"there are {listed.en}")
    return Wording(f"是否为{meant.zh}？现有：{listed.zh}", f"did you mean {meant.en}? There are {listed.en}")


def _order(fields: Fields, facts: Mapping[str, Fact]) -> Iterator[EventError]:
    """The dates that stand the wrong way round; the fault is at one that need not be there at all."""
    for early, late in _ordered(fields, facts):
        if not _later(_moment(early), _moment(late)):
            continue
        if early.field.required and not late.field.required:
            zh, en = "{this}早于{other}（{given}）", "{this} is earlier than {other} ({given})"
            blamed, other = late, early
        else:
            zh, en = "{this}晚于{other}（{given}）", "{this} is later than {other} ({given})"
            blamed, other = early, late
        yield refuse(
            blamed.path,
            f"{zh}；请改其中一个",
            f"{en}; correct one of them",
            blamed.at,
            this=blamed.text,
            other=other.path,
            given=other.text,
        )


def _ordered(fields: Fields, facts: Mapping[str, Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Facts of which the first may not be later: the type's and each statement's, item by item in lists."""
    pairs = {(first, second, "") for first, second in fields.order}
    for path in facts:
        parts = path.split(".")
        for end in range(1, len(parts)):
            within = ".".join(parts[:end])
            found = None if parts[end - 1].isdigit() else fields.find(within)
            kind = found.statement if found else None
            inner = f"{within}.{parts[end]}." if parts[end].isdigit() else f"{within}."
            pairs |= {(first, second, inner) for first, second in (kind.order if kind else ())}
    for first, second, within in sorted(pairs):
        declared = declared_path(within + first)
        for path, fact in facts.items():
            if path.startswith(within) and declared_path(path) == declared:
                other = facts.get(_beside(path, within, second))
                if other:
                    yield fact, other


def _beside(path: str, within: str, second: str) -> str:
    """The path of the other fact in the same items of lists.

    >>> _beside("legs.1.arrives", "", "legs.leaves"), _beside("date", "", "end")
    ('legs.1.leaves', 'end')
    """
    steps, wanted = path.removeprefix(within).split("."), second.split(".")
    found: list[str] = []
    while wanted and steps and (steps[0] == wanted[0] or steps[0].isdigit()):
        found.append(steps.pop(0))
        if not found[-1].isdigit():
            wanted.pop(0)
    return within + ".".join([*found, *wanted])


def _moment(fact: Fact) -> str:
    return str(fact.value.value if isinstance(fact.value, Figure) else fact.value)


def _later(word: str, other: str) -> bool:
    """Compared as finely as both are given: a day is not later than a minute of the same day.

    >>> _later("2027-08", "2027-07-31"), _later("2027-01/2027-06", "2027-05"), _later("XXXX-06", "2027-05")
    (True, False, False)
    """
    start, end = word.partition("/")[0], other.rpartition("/")[2]
    size = min(len(start), len(end))
    return start[:size] > end[:size] and ("XXXX" in start) == ("XXXX" in end)


def _slug(facts: Mapping[str, Fact], path: Path) -> str:
    if "slug" in facts:
        return str(facts["slug"].value)
    stem = real(path).parent.name if path.stem in _UNNAMED_FILES else path.stem
    return stem.lower().replace(" ", "-")


def _slug_faults(slug: str, walk: Walk, node: Node) -> Iterator[EventError]:
    reserved = _RESERVED.fullmatch(slug)
    if any(str(fault.fields.get("field")) == "slug" for fault in walk.faults):
        return
    if reserved or not _SLUG.fullmatch(slug):
        written = walk.facts.get("slug")
        yield refuse(
            "slug",
            "“{slug}”不能作文件名；请写 slug: 加小写字母、数字和连字符，最多80个，如 foshan-suzhou-2023",
            "“{slug}” cannot name a file; write slug: with up to 80 lower-case letters, digits and hyphens, "
            "such as foshan-suzhou-2023",
            written.at if written else node.keys.get("slug", node.at),
            slug=slug,
        )
