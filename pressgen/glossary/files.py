"""Glossary files of any kind, by suffix: CSV, workbooks, TBX."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pressgen.cache import value
from pressgen.glossary import packed, rows, tables
from pressgen.glossary.entry import Glossary
from pressgen.source import bytes_of, listed

WORKBOOKS = (".xlsx", ".xlsm")
TBX = (".tbx", ".martif", ".xml")


def read(path: Path) -> Glossary:
    """The glossary of a file; any suffix but those of workbooks and TBX is taken for a CSV table.

    What was mended or left out stands in ``Glossary.repairs``. Raises GlossaryError, Faults, FileError.
    """
    suffix = path.suffix.lower()
    if suffix in WORKBOOKS:
        from pressgen.glossary import xlsx  # noqa: PLC0415  # most glossaries are CSV

        return xlsx.read(path)
    if suffix in TBX:
        from pressgen.glossary import tbx  # noqa: PLC0415  # most glossaries are CSV

        return tbx.load(path).glossary
    return tables.read(path)


_MOST = 4
_before: dict[str, Glossary] = {}


def read_all(paths: Iterable[Path]) -> Glossary:
    """The glossary of several files, later ones winning by id; a folder stands for its ``*.csv``.

    Tables alone are read once: as long as their bytes are the same, a process has the same glossary again,
    with all that was made of it to find its names.
    """
    files = [file for path in paths for file in (listed(path, ".csv") if path.is_dir() else [path])]
    if any(file.suffix.lower() in (*WORKBOOKS, *TBX) for file in files):
        return _joined(files)
    contents = [part for file in files for part in (str(file), bytes_of(file, rows.MAX_BYTES))]
    origin = packed.origin("glossary", *contents)
    glossary = _before.pop(origin, None) or _kept(files, origin)
    _before[origin] = glossary
    while len(_before) > _MOST:
        _before.pop(next(iter(_before)), None)
    return glossary


def _kept(files: list[Path], origin: str) -> Glossary:
    """The glossary of tables as it is kept in the user's cache folder.

    Where there was something to mend it is not kept there, so that this is said each time.
    """

    def read_now() -> list[packed.Row] | None:
        read = _joined(files)
        return None if read.repairs else list(packed.pack(read))

    found = value(packed.slot(origin), origin, read_now)
    return _joined(files) if found is None else Glossary(packed.PackedEntries(found), origin=origin)


def _joined(files: Iterable[Path]) -> Glossary:
    whole = Glossary()
    for file in files:
        whole += read(file)
    return whole
