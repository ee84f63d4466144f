"""Which event files a command line means: files, folders, and patterns, which Windows shells leave alone."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path

from pressgen.errors import FileError, Place, series
from pressgen.source import BESIDE, listed, matched, real

SUFFIXES = (".yaml", ".yml", ".json", ".xlsx")
"""What an event file's name ends in."""
_OTHERS = (".record.json", ".schema.json")
"""What pressgen itself leaves in a folder of events."""


def is_event(path: Path) -> bool:
    """Whether a file is an event by its name, rather than a text."""
    return path.suffix.lower() in SUFFIXES and not path.name.lower().endswith(_OTHERS)


def event_files(given: Sequence[Path]) -> list[Path]:
    """The files meant, each once: a folder stands for the events directly in it, in the order of their names.

    What stands for nothing is kept, so that reading it says what is wrong.
    """
    found = [file for path in given for file in _meant(path)]
    return list({real(file): file for file in reversed(found)}.values())[::-1]


def refuse_empty(path: Path) -> None:
    """Raise FileError for a folder or a pattern that stands for no event."""
    if path.is_dir():
        raise FileError(
            "文件夹里没有事实文件（{suffixes}）；请用pressgen new新建一份",
            "there is no event file in this folder ({suffixes}); make one with pressgen new",
            Place(str(path)),
            suffixes=series(SUFFIXES),
        )
    if _is_pattern(path):
        raise FileError(
            "没有符合的文件；请核对这个写法", "no file matches; put the pattern right", Place(str(path))
        )


def _is_pattern(path: Path) -> bool:
    return not path.exists() and glob.has_magic(str(path))


def _meant(path: Path) -> Iterator[Path]:
    if path.is_dir():
        files = [file for file in listed(path) if file.is_file() and _is_meant(file)]
    elif _is_pattern(path):
        files = matched(path)
    else:
        files = []
    yield from files or [path]


def _is_meant(file: Path) -> bool:
    return is_event(file) and not file.name.startswith(BESIDE)
