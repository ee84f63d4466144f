"""Where documents come from and go to."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol, cast

from pressgen import source
from pressgen.document import Document, Release
from pressgen.errors import Place, UsageError, series
from pressgen.formats.spoken import settled
from pressgen.house.forms import GENERAL, Forms

if TYPE_CHECKING:
    from pressgen.house import House


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the module that reads and writes it, and how else the names of such files end.

    The module is imported when it is asked for.
    """

    module: str
    others: tuple[str, ...] = ()
    drafted: bool = True
    """Whether a draft can be written as one."""
    lines: bool = False
    """Whether it is plain lines, which are mended and converted in place."""


FORMATS = {
    ".docx": Kind("pressgen.formats.word", (".docm", ".dotx")),
    ".md": Kind("pressgen.formats.markdown", (".markdown",), lines=True),
    ".html": Kind("pressgen.formats.html", (".htm",)),
    ".txt": Kind("pressgen.formats.plain", drafted=False, lines=True),
    ".ninjs.json": Kind("pressgen.formats.ninjs"),
}
"""Every kind of file there is, by how its names end."""

DRAFTED = {suffix.split(".")[1]: suffix for suffix, kind in FORMATS.items() if kind.drafted}
"""What a draft can be written as, and how the names of its files end: ``ninjs``, ``.ninjs.json``."""


def endings(*suffixes: str) -> tuple[str, ...]:
    """How names of these kinds of file end, of all without any.

    >>> endings(".html")
    ('.html', '.htm')
    """
    return tuple(ending for suffix in suffixes or FORMATS for ending in (suffix, *FORMATS[suffix].others))


LINES = endings(*(suffix for suffix, kind in FORMATS.items() if kind.lines))
"""How names of files end whose text is mended and converted in place."""


class Format(Protocol):
    """What every module of ``FORMATS`` can do."""

    def write(self, document: Document, house: House, *, translation: str = "") -> bytes:
        """One document as a file's bytes; ``translation`` is the name of the other language's file."""

    def read(self, data: bytes, name: str, forms: Forms = GENERAL) -> Release:
        """A file's bytes as blocks; ``name`` is the file's name in places. Raises FileError.

        ``forms`` are what a house recognises.
        """


def format_of(name: str) -> Format:
    """The format of a file's name or of a suffix (``.md``). Raises UsageError for any other.

    >>> format_of("release.zh.MD").__name__
    'pressgen.formats.markdown'
    """
    suffix = PurePath(name).suffix.lower() or name.lower()
    kind = FORMATS.get(known_suffix(name))
    if kind is None:
        raise UsageError(
            "不支持{suffix}格式；可用：{known}",
            "{suffix} files are not supported; use {known}",
            Place(name),
            suffix=suffix,
            known=series(FORMATS),
        )
    return cast("Format", importlib.import_module(kind.module))


def known_suffix(name: str) -> str:
    """The suffix of ``FORMATS`` that a file's name or a suffix stands for, or nothing.

    >>> known_suffix("story.zh.ninjs.json"), known_suffix("page.HTM"), known_suffix("photo.jpg")
    ('.ninjs.json', '.html', '')
    """
    return next((suffix for suffix in FORMATS if name.lower().endswith(endings(suffix))), "")


def read(*paths: Path | str, forms: Forms = GENERAL) -> Release:
    """One file, or several that say the same thing, as one release. Raises FileError, UsageError.

    ``forms`` are what a house recognises (``house.forms``): its credits, dateline, marks to translate.
    """
    return joined([_read(Path(path), forms) for path in paths])


def joined(releases: Sequence[Release]) -> Release:
    """Several texts that say the same thing as one release."""
    return Release(
        tuple(block for release in releases for block in release.blocks),
        next((release.published for release in releases if release.published), ""),
        {name: path for release in releases for name, path in release.files.items()},
        tuple(loss for release in releases for loss in release.losses),
    )


def read_bytes(data: bytes, name: str, suffix: str = "", forms: Forms = GENERAL) -> Release:
    """A file's bytes as a release, as ``read`` gives it; ``suffix`` for what has no name of its own."""
    return settled(format_of(suffix or PurePath(name).name).read(data, name, forms), name)


def _read(path: Path, forms: Forms) -> Release:
    format_of(path.name)  # what cannot be read is said before a file is looked for
    return read_bytes(source.bytes_of(path), str(path), forms=forms)
