"""Everything of a desk in one file, and back: rows as JSON, which either database takes; photos; checks."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path, PurePosixPath

from django.core.management import call_command
from django.db import transaction

from pressgen.desk.installation import Installation
from pressgen.desk.models import Story
from pressgen.errors import FileError, Place

_ROWS = "rows.json"
_FOLDERS = ("stories", "checks")
_LEFT_OUT = ("contenttypes", "auth.permission", "sessions", "desk.job")
"""What belongs to one installation, and work whose results lie beside the database."""


def write(installation: Installation, path: Path) -> None:
    """All rows, photos and checked files in one ZIP, whole or not at all. The secret is no part of it."""
    rows = io.StringIO()
    options = {"natural_foreign": True, "natural_primary": True, "exclude": list(_LEFT_OUT)}
    with transaction.atomic():
        call_command("dumpdata", stdout=rows, verbosity=0, **options)
    part = path.with_name(f".{path.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(_ROWS, rows.getvalue())
        for name in _FOLDERS:
            _put(file, installation, name)
    part.chmod(0o600)
    part.replace(path)


def _put(file: zipfile.ZipFile, installation: Installation, name: str) -> None:
    assert installation.folder is not None  # noqa: S101  # a desk that serves has a home
    for each in sorted((installation.folder / name).rglob("*")):
        if each.is_file():
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
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise FileError(
            "不是工作台的备份（{why}）", "this is no backup of a desk ({why})", Place(str(path)), why=error
        ) from None


def _restored(installation: Installation, file: zipfile.ZipFile) -> None:
    assert installation.folder is not None  # noqa: S101  # a desk that serves has a home
    rows = installation.folder / _ROWS
    rows.write_bytes(file.read(_ROWS))
    try:
        call_command("loaddata", os.fspath(rows), verbosity=0)
    finally:
        rows.unlink()
    for name in file.namelist():
        parts = PurePosixPath(name).parts
        if parts[0] in _FOLDERS and ".." not in parts and not PurePosixPath(name).is_absolute():
            target = installation.folder.joinpath(*parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read(name))
