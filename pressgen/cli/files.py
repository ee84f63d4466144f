"""Which files a command line means: events, by name, folder or pattern; drafts, each with its counterpart."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path

from pressgen import api
from pressgen.errors import FileError, Place, UsageError, series
from pressgen.formats import FORMATS, known_suffix
from pressgen.formats.spoken import bare
from pressgen.source import BESIDE, listed, matched, real, walked

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


def paired(paths: Sequence[Path], *, named: bool = False) -> list[list[Path]]:
    """The files in groups to be read together; folders are walked, in the order of their names.

    ``named``: two files alone are no pair unless their names say so. Raises UsageError for a folder without
    any.
    """
    files = [file for path in paths for file in _in(path)]
    if len(files) == 2 and len(paths) == 2 and not named:
        return [files]
    groups: dict[object, list[Path]] = {}
    for file in files:
        groups.setdefault(_key(file), []).append(file)
    return list(groups.values())


def with_partners(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files, and of each the one in the other language that lies beside it."""
    found = [file for path in paths for file in (path, None if path.is_dir() else api.partner(path)) if file]
    return tuple(dict.fromkeys(found))


def _in(path: Path) -> list[Path]:
    files = list(_walked(path))
    if not files:
        raise UsageError(
            "文件夹里没有可检查的文件；可用：{known}",
            "there is no file to check in this folder; it takes {known}",
            Place(str(path)),
            known=series(FORMATS),
        )
    return files


def _walked(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in walked(path):
        if known_suffix(file.name) and not file.name.startswith(BESIDE):
            yield file


def _key(file: Path) -> tuple[Path, str]:
    return file.parent, bare(file.name)
