"""Which files say the same thing: names that differ only in zh and en, or two given alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pressgen.formats import FORMATS

_LANGUAGE = re.compile(
    r"(?:(?<=[._\-\s（(])|^)(?:zh|cn|en|chs|eng|中文|英文|chinese|english)(?=[._\-\s）)]|$)|中文版?|英文版?",
    re.IGNORECASE,
)


def paired(paths: Sequence[Path]) -> list[list[Path]]:
    """The files in groups to be read together; folders are walked, in the order of their names."""
    files = [file for path in paths for file in _walked(path)]
    if len(files) == 2 and len(paths) == 2:
        return [files]
    groups: dict[object, list[Path]] = {}
    for file in files:
        groups.setdefault(_key(file), []).append(file)
    return list(groups.values())


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
    bare, count = _LANGUAGE.subn("", file.stem)
    return (file.parent, bare, file.suffix.lower()) if count else file
