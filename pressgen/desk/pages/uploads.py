"""The one file of a form: whether it is of a kind and size that a page takes, and what it may be called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from pressgen import api

LARGEST = 20_000_000
"""Bytes of a file that is read as a whole."""
_UNFIT = re.compile(r"[^\w-]+")
_LONGEST = 60


def received(request: HttpRequest, endings: tuple[str, ...]) -> UploadedFile[Any] | None:
    """The file given as ``file``, if its name has one of these endings and it is not too large."""
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile) or (upload.size or 0) > LARGEST:
        return None
    return upload if suffix(upload) in endings else None


def suffix(upload: UploadedFile[Any]) -> str:
    """Its ending in small letters, with the dot."""
    return Path(upload.name or "").suffix.lower()


def stem(upload: UploadedFile[Any]) -> str:
    """Its name without the ending and without signs that a file's name should not have."""
    return _UNFIT.sub("-", Path(upload.name or "").stem)


def copied(upload: UploadedFile[Any], folder: Path, otherwise: str) -> Path:
    """Its bytes as a file of a folder, called as it is or, where nothing of its name is left, otherwise."""
    file = folder / f"{stem(upload).strip('-')[:_LONGEST] or otherwise}{suffix(upload)}"
    api.put(file, upload.read())
    return file
