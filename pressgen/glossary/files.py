"""Glossary files of any kind, by suffix: CSV, workbooks, TBX."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pressgen.glossary import tables
from pressgen.glossary.entry import Glossary

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


def read_all(paths: Iterable[Path]) -> Glossary:
    """The glossary of several files, later ones winning by id; a folder stands for its ``*.csv``."""
    whole = Glossary()
    for path in paths:
        whole += tables.read_all([path]) if path.is_dir() else read(path)
    return whole
