"""Glossary tables: CSV read, written whole or not at all, and added to by two people at once."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pressgen.complaints import complaint
from pressgen.errors import GlossaryError, Place, raise_all
from pressgen.glossary import columns, rows
from pressgen.glossary.compose import MOST, Table, entries, refusal
from pressgen.glossary.entry import Entry, Glossary, Term, usual_case
from pressgen.glossary.uncollected import uncollected
from pressgen.source import listed

TRIES = 5
"""How often a change is tried again when a program without our lock (Excel) wrote in between."""
WAIT = 60.0
"""Seconds to wait for another person's change to the same file."""


def read(path: Path) -> Glossary:
    """The glossary of a CSV table: one row a term, or one row a concept with ``zh`` and ``en``.

    UTF-8 with or without BOM, or GB18030. What was mended stands in ``Glossary.repairs``. Raises
    GlossaryError with file, line and column, or Faults with all faults of the file.
    """
    with uncollected():
        return parse(rows.read(path))


def parse(found: rows.Rows) -> Glossary:
    """The glossary of rows already read."""
    if not found.rows:
        raise_all(found.errors)
        raise GlossaryError(
            "文件是空的；至少写上表头zh,en和一行名称",
            "the file is empty; write at least a header zh,en and one row",
            Place(found.file),
        )
    line, header = found.rows[0]
    table = Table(found.file, header, found.rows[1:], found.place, line, found.repairs, found.errors)
    glossary = Glossary(entries(table), table.repairs)
    raise_all(sorted(table.errors, key=lambda error: (error.at or Place("")).line or 0))
    return glossary


def read_all(paths: Iterable[Path]) -> Glossary:
    """The glossary of several tables, later ones winning by id; a folder stands for its ``*.csv``."""
    whole = Glossary()
    for path in paths:
        for table in listed(path, ".csv") if path.is_dir() else [path]:
            whole += read(table)
    return whole


def write(glossary: Glossary, path: Path) -> None:
    """Write one row a term, in the glossary's order, whole or not at all; only the columns in use.

    A new file begins with a BOM, so that Excel reads it right; an old one keeps its BOM (or none) and
    its line ends. ``read(write(g)) == g``.
    """
    text = _text(glossary, ())
    with _locked(path):
        while not _replace(path, text, _held(path)):
            pass


def add(path: Path, entry: Entry) -> Glossary:
    """Add an entry to a table, or put it in the place of the one with its id; the table as it is now.

    Others may add at the same time: the file is locked, read, compared and replaced.
    """
    return change(path, lambda glossary: Glossary([*glossary, entry]))


def change(path: Path, step: Callable[[Glossary], Glossary]) -> Glossary:
    """Read a table, take one step, and write it, with no other change in between."""
    with _locked(path):
        for _ in range(TRIES):
            before = _held(path)
            changed, text = _stepped(path, before, step)
            if _replace(path, text, before):
                return changed
    raise GlossaryError(
        "另一个程序一直在改这个文件；请关闭它再试",
        "another program keeps changing this file; close it and try again",
        Place(str(path)),
    )


def _stepped(path: Path, before: bytes | None, step: Callable[[Glossary], Glossary]) -> tuple[Glossary, str]:
    if not before:
        changed = step(Glossary())
        return changed, _text(changed, ())
    found = rows.parse(before, str(path))
    header = [columns.name(cell) for cell in found.rows[0][1]] if found.rows else []
    _refuse_wide(path, header)
    changed = step(parse(found))
    return changed, _text(changed, header)


def _refuse_wide(path: Path, header: list[str]) -> None:
    if header and "term" not in header:
        raise GlossaryError(
            "这张表一行一个概念（zh、en两列），写不下词形和状态；请先用pressgen glossary export转换",
            "this table (zh, en) has no room for form and status; convert it with pressgen glossary export",
            Place(str(path), 1),
        )


def records(glossary: Glossary, kept: Iterable[str] = ()) -> tuple[list[str], list[list[str]]]:
    """A glossary as header and rows, one a term: the columns in use, and those of ``kept``.

    Raises GlossaryError for a name that could not be read again.
    """
    found = [cells for entry in glossary for cells in _rows(entry)]
    used = {*columns.NEEDED, "status", *kept}.union(name for cells in found for name in cells)
    names = [name for name in columns.LONG if name in used]
    return names, [[cells.get(name, "") for name in names] for cells in found]


def _text(glossary: Glossary, kept: Iterable[str]) -> str:
    """A table as CSV with line feeds; columns already in the file stay."""
    names, found = records(glossary, kept)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([rows.escaped(cell) for cell in cells] for cells in found)
    return out.getvalue()


def _rows(entry: Entry) -> Iterator[dict[str, str]]:
    facts = {
        "field": entry.field,
        "kind": entry.kind,
        "definition": entry.definition,
        "loose": "yes" if entry.loose else "",
    }
    for term in entry.terms:
        if fault := refusal(term.lang, term.text):
            raise GlossaryError(*fault, term.at if term.at.file else None, text=term.text[:80], most=MOST)
        cells = {"id": entry.id, "lang": term.lang, "term": term.text, "status": term.status}
        yield cells | {name: cell for name, cell in (facts | _optional(term)).items() if cell}
        facts = {}


def _optional(term: Term) -> dict[str, str]:
    """What a term has beyond the usual."""
    return {
        "form": "" if term.form == "full" else term.form,
        "case": "" if term.case == usual_case(term.text) else term.case,
        "pos": term.pos,
        "note": term.note,
        "source": term.source,
        "since": term.since,
        "until": term.until,
    }


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a file against every other pressgen; GlossaryError where it stays held or cannot be written."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  # reading needs no lock

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=WAIT)
    try:
        with lock:
            yield
    except Timeout:
        raise GlossaryError(
            "正被另一个程序修改，等了{wait}秒仍未完成；请稍后再试",
            "another program is changing it and did not finish in {wait} s; try again later",
            Place(str(path)),
            wait=int(WAIT),
        ) from None
    except OSError as error:
        raise _unwritable(path, error) from None


def _replace(path: Path, text: str, before: bytes | None) -> bool:
    """Put text (with line feeds) in a file's place; False where it is no longer what ``before`` says.

    A new file gets a BOM, so that Excel reads it right; an old one keeps its BOM and its line ends.
    """
    from pressgen import outbox  # noqa: PLC0415  # reading needs none

    if _held(path) != before:
        return False
    outbox.put(path, _bytes(text, before))
    return True


def _held(path: Path) -> bytes | None:
    """What a file holds now; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _bytes(text: str, before: bytes | None) -> bytes:
    data = text.encode("utf-8")
    if before is not None and b"\r\n" in before:
        data = data.replace(b"\n", b"\r\n")
    marked = not before or before.startswith(codecs.BOM_UTF8)
    return codecs.BOM_UTF8 + data if marked else data


def _unwritable(path: Path, error: OSError) -> GlossaryError:
    return GlossaryError(
        "无法写入（{reason}）；若在Excel里开着，请先关闭",
        "cannot be written ({reason}); if it is open in Excel, close it",
        Place(str(path)),
        reason=complaint(error),
    )
