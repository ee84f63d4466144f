"""Where documents come from and go to."""

from __future__ import annotations

import importlib
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

from pressgen.document import Document, Release
from pressgen.errors import Place, UsageError

if TYPE_CHECKING:
    from pressgen.house import House

FORMATS = {
    ".docx": "pressgen.formats.word",
    ".md": "pressgen.formats.markdown",
    ".html": "pressgen.formats.html",
    ".txt": "pressgen.formats.plain",
}
"""The module that reads and writes the files of each suffix; it is imported when it is asked for."""

_ALIASES = {".docm": ".docx", ".dotx": ".docx", ".markdown": ".md", ".htm": ".html"}


class Format(Protocol):
    """What every module of ``FORMATS`` can do."""

    def write(self, document: Document, house: House, *, translation: str = "") -> bytes:
        """One document as a file's bytes; ``translation`` is the name of the other language's file."""

    def read(self, data: bytes, name: str) -> Release:
        """A file's bytes as blocks; ``name`` is the file's name in places. Raises FileError."""


def format_of(name: str) -> Format:
    """The format of a file's name or of a suffix (``.md``). Raises UsageError for any other.

    >>> format_of("release.zh.MD").__name__
    'pressgen.formats.markdown'
    """
    suffix = PurePath(name).suffix.lower() or name.lower()
    module = FORMATS.get(_ALIASES.get(suffix, suffix))
    if module is None:
        raise UsageError(
            "不支持{suffix}格式；可用：{known}",
            "{suffix} files are not supported; use {known}",
            Place(name),
            suffix=suffix,
            known=", ".join(FORMATS),
        )
    return cast("Format", importlib.import_module(module))
