"""A form that was filled in, as an event's nodes, each knowing its cell; and all that is wrong with cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressgen import source
from pressgen.errors import FileError, Place, PressgenError, series
from pressgen.events.fields import Field, Fields
from pressgen.events.refusal import refuse
from pressgen.events.types import named as named_type
from pressgen.events.xlsx.facts import Facts, Given, header
from pressgen.events.xlsx.items import Items, SheetItem, columns_of, items_of, no_owner, same_number
from pressgen.events.xlsx.layout import STORY, Table, layout
from pressgen.events.xlsx.story import StoryOfForm
from pressgen.source import Node
from pressgen.workbook import Sheet, open_book

CELLS_MOST = 200_000
"""Filled cells of one sheet of a form."""


@dataclass(frozen=True, slots=True)
class Form:
    """An event's nodes, the faults of cells that could not be read, the sheets that were left out.

    ``cells`` are where the fields of the sheet of facts stand, empty or not.
    """

    node: Node
    faults: list[PressgenError]
    left_out: tuple[Place, ...] = ()
    cells: Mapping[str, Place] = field(default_factory=dict)


def read(path: Path, types: Mapping[str, Fields]) -> Form:
    """The form in a workbook; ``types`` gives the fields of the type it names.

    Nothing is worked out, no link followed. Raises FileError: no workbook, or no sheet of facts in it.
    """
    sheets = open_book(source.bytes_of(path), str(path), CELLS_MOST)
    facts, others = _facts(sheets, str(path))
    release = facts.release()
    fields = named_type(release.text, types) if release else None
    given = facts.read(fields)
    if fields is None:
        named = {"release": release.node} if release else {}
        keys = {"release": given.places["release"]} if "release" in given.places else {}
        return Form(Node(named, facts.at, keys), facts.page.faults)
    return _joined(facts, given, others, fields)


def _facts(sheets: list[Sheet], name: str) -> tuple[Facts, list[Sheet]]:
    """The sheet of facts, and the other sheets; of several the one that is filled in."""
    headed = [(sheet, head) for sheet in sheets if (head := header(sheet))]
    found = [Facts(sheet, head) for sheet, head in headed]
    if not found:
        raise _no_facts(sheets, name)
    filled = [facts for facts in found if facts.filled()] or found[:1]
    if len(filled) > 1:
        word, other = (facts.page.sheet.title for facts in filled[:2])
        raise FileError(
            "工作表{one}和{other}都填了事实；一个文件只写一件事，请分成两个文件",
            "the sheets {one} and {other} are both filled with facts; write each event in a file of its own",
            filled[1].at,
            one=word,
            other=other,
        )
    return filled[0], [sheet for sheet in sheets if all(sheet is not facts.page.sheet for facts in found)]


def _no_facts(sheets: list[Sheet], name: str) -> FileError:
    return FileError(
        "没有事实表：表头要有“代码”以及“中文”“英文”（或“值”）；"
        "请用pressgen new 类型 --xlsx新建一份；看过的工作表：{sheets}",
        "no sheet of facts: its header has Code and Chinese, English (or Value); make a form with "
        "pressgen new TYPE --xlsx; sheets looked at: {sheets}",
        Place(name),
        sheets=series([sheet.title for sheet in sheets] or ["–"]),
    )


def _joined(facts: Facts, given: Given, others: list[Sheet], fields: Fields) -> Form:
    """The facts with the items of all lists in their places."""
    tables = layout(fields).tables
    columns = columns_of(tables)
    found, left_out = dict[str, Items](), []
    faults = facts.page.faults
    for sheet in others:
        listed = items_of(sheet, columns) if sheet.rows else None
        if listed is None:
            left_out += [Place(sheet.file, cell=sheet.title)] if sheet.rows and not sheet.hidden else []
            continue
        listed.read(fields)
        faults += listed.page.faults
        first = found.get(listed.table.path)
        if listed.items and first and first.items:
            faults.append(_second(listed, first))
        elif listed.items or not first:
            found[listed.table.path] = listed
    for table in reversed(tables):
        if table.path in found and table.above:
            faults += _put_inside(found[table.path], found.get(table.above[-1]))
    faults += _put_story({path: listed for path, listed in found.items() if listed.items}, given, fields)
    node = _group(fields.fields, "", given, facts.at)
    return Form(node, faults, tuple(left_out), given.places)


def _put_story(found: Mapping[str, Items], given: Given, fields: Fields) -> list[PressgenError]:
    """Put the items of the lists, and the story, among what is given; the faults of the story."""
    outer = {path: listed for path, listed in found.items() if not listed.table.above and path != STORY}
    items = {
        path: [(item, _node(item, listed.table)) for item in listed.items] for path, listed in outer.items()
    }
    inside = f"{STORY}."
    form = StoryOfForm(
        fields, found, {path.removeprefix(inside): items[path] for path in items if path.startswith(inside)}
    )
    if (story := form.node()) is not None:
        given.nodes[STORY] = story
    lists = {
        path: [node for _, node in pairs] for path, pairs in items.items() if not path.startswith(inside)
    }
    given.lists |= lists
    return form.faults


def _second(listed: Items, first: Items) -> PressgenError:
    return refuse(
        listed.table.path,
        "工作表{one}和{other}都填了这个清单；请合成一张",
        "is filled in on two sheets, {one} and {other}; put all items on one of them",
        listed.items[0].at,
        one=first.page.sheet.title,
        other=listed.page.sheet.title,
    )


def _put_inside(inner: Items, outer: Items | None) -> list[PressgenError]:
    """Give the items of an inner list to those they belong to; the faults of the ones that belong nowhere."""
    above, faults = inner.table.above, list[PressgenError]()
    owners: dict[tuple[str, ...], SheetItem] = {}
    for item in outer.items if outer else ():
        if owners.setdefault(_numbers(item, above), item) is not item:
            faults.append(same_number(item, above[-1]))
    alone = {_numbers(item, above): item for item in reversed(outer.may_begin)} if outer else {}
    for item in inner.items:
        numbers = _numbers(item, above)
        if outer and numbers not in owners and numbers in alone:
            owners[numbers] = alone[numbers]
            outer.begin(alone[numbers])
        owner = owners.get(numbers)
        if owner is None:
            named = [key[-1] for key in owners if key[-1]]
            faults.append(no_owner(item, inner.table.path, above[-1], named))
            continue
        owner.given.lists.setdefault(inner.table.path, []).append(_node(item, inner.table))
    return faults


def _numbers(item: SheetItem, paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item.numbers[path].text if path in item.numbers else "" for path in paths)


def _node(item: SheetItem, table: Table) -> Node:
    return _group(table.field.fields, f"{table.path}.", item.given, item.at)


def _group(fields: Mapping[str, Field], prefix: str, given: Given, at: Place) -> Node:
    """What is given of a group's fields, as named nodes; ``keys`` has the cells of empty fields, too."""
    nodes: dict[str, Node] = {}
    for name, declared in fields.items():
        path = prefix + name
        if declared.shape == "group":
            inner = _group(declared.fields, f"{path}.", given, at)
            if inner.value or declared.required:
                nodes[name] = inner
        elif declared.shape == "list" and path in given.lists:
            items = given.lists[path]
            nodes[name] = Node(list(items), items[0].at if items else at, {})
        elif path in given.nodes:
            nodes[name] = given.nodes[path]
    nodes |= {name: given.nodes[prefix + name] for name in _unknown(fields, prefix, given)}
    keys = {
        path.removeprefix(prefix): place for path, place in given.places.items() if path.startswith(prefix)
    }
    first = next((keys[name] for name in nodes if name in keys), at)
    return Node(nodes, first if prefix else at, keys)


def _unknown(fields: Mapping[str, Field], prefix: str, given: Given) -> list[str]:
    """The names below a prefix that lead to no field, as they were written."""
    below = [path.removeprefix(prefix) for path in given.nodes if path.startswith(prefix)]
    groups = {name for name, declared in fields.items() if declared.shape == "group"}
    return [name for name in below if name not in fields and name.partition(".")[0] not in groups]
