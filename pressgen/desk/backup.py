"""Everything of a desk in one file, and back: rows as JSON, which either database takes; photos; checks."""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from django.core.management import CommandError, call_command
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, transaction

from pressgen import api
from pressgen.complaints import complaint
from pressgen.desk.installation import Installation
from pressgen.desk.models import Story
from pressgen.errors import FileError, Place

_ROWS = "rows.json"
_FOLDERS = ("stories", "checks")
_OWN = 0o600
"""A backup holds what nobody else may read."""
_LEFT_OUT = ("contenttypes", "auth.permission", "sessions", "desk.job")
"""What belongs to one installation, and work whose results lie beside the database."""
_STAYS = re.compile(r"[^\\:\0]+[^\\:\0/]")
"""A name that leads nowhere else on Windows either, and is no folder's."""
_BROKEN = (
    KeyError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, CommandError,
    DatabaseError, DeserializationError,
)  # fmt: skip
"""What a file may be that somebody calls a backup."""


def write(installation: Installation, path: Path) -> None:
    """All rows, photos and checked files in one ZIP, whole or not at all. The secret is no part of it."""
    rows = io.StringIO()
    options = {"natural_foreign": True, "natural_primary": True, "exclude": list(_LEFT_OUT)}
    with transaction.atomic():
        call_command("dumpdata", stdout=rows, verbosity=0, **options)
    with api.filling(path, _OWN) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(_ROWS, rows.getvalue())
        for name in _FOLDERS:
            _put(file, installation, name)


def _put(file: zipfile.ZipFile, installation: Installation, name: str) -> None:
    assert installation.folder is not None  # noqa: S101  # a desk that serves has a home
    for each in api.walked(installation.folder / name):
        file.write(each, each.relative_to(installation.folder).as_posix())


def read(installation: Installation, path: Path) -> None:
    """Put a backup into an empty desk. Raises FileError: no backup, or a desk that has stories already."""
    if Story.objects.exists():
        raise FileError(
            "这个工作台里已有稿件；请恢复到一个新的文件夹（--home）",
            "this desk has stories already; restore into a new folder (--home)",
            Place(str(installation.home)),
        )
    try:
        with zipfile.ZipFile(path) as file:
            _restored(installation, file)
    except (OSError, *_BROKEN) as error:
        raise FileError(
            "不是工作台的备份（{why}）",
            "this is no backup of a desk ({why})",
            Place(str(path)),
            why=complaint(error),
        ) from None


def _restored(installation: Installation, file: zipfile.ZipFile) -> None:
    assert installation.folder is not None  # noqa: S101  # a desk that serves has a home
    for name in file.namelist():  # the rows come last: a desk with stories takes no backup
        parts = PurePosixPath(name).parts
        if parts[:1] and parts[0] in _FOLDERS and _STAYS.fullmatch(name) and ".." not in parts:
            api.put(installation.folder.joinpath(*parts), file.read(name))
    rows, data = installation.folder / _ROWS, file.read(_ROWS)
    if data.strip() == b"[]":  # of a desk without anything
        return
    api.put(rows, data)
    try:
        call_command("loaddata", os.fspath(rows), verbosity=0)
    finally:
        rows.unlink()
