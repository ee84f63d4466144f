"""Which files say the same thing: names that differ only in zh and en, or two given alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pressgen import api
from pressgen.errors import Place, UsageError, series
from pressgen.formats import FORMATS, known_suffix
from pressgen.formats.spoken import bare
from pressgen.source import BESIDE, walked


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
