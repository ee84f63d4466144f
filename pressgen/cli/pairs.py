"""Which files say the same thing: names that differ only in zh and en, or two given alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pressgen.errors import Place, UsageError
from pressgen.formats import FORMATS
from pressgen.formats.spoken import IN_NAME


def paired(paths: Sequence[Path]) -> list[list[Path]]:
    """The files in groups to be read together; folders are walked, in the order of their names.

    Raises UsageError for a folder without any.
    """
    files = [file for path in paths for file in _in(path)]
    if len(files) == 2 and len(paths) == 2:
        return [files]
    groups: dict[object, list[Path]] = {}
    for file in files:
        groups.setdefault(_key(file), []).append(file)
    return list(groups.values())


def _in(path: Path) -> list[Path]:
    files = list(_walked(path))
    if not files:
        raise UsageError(
            "文件夹里没有可检查的文件；可用：{known}",
            "there is no file to check in this folder; it takes {known}",
            Place(str(path)),
            known=", ".join(FORMATS),
        )
    return files


def _walked(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and file.suffix.lower() in FORMATS and not file.name.startswith(("~$", ".")):
            yield file


def _key(file: Path) -> object:
    """What is left of a name without its language; a name without one stands for itself.

    >>> _key(Path("story.zh.docx")) == _key(Path("story.en.docx")), str(_key(Path("zheng.md")))
    (True, 'zheng.md')
    """
    bare, count = IN_NAME.subn("", file.stem)
    return (file.parent, bare, file.suffix.lower()) if count else file
