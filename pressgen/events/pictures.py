"""Photos an event names: files in its own folder."""

from __future__ import annotations

import errno
from pathlib import Path, PureWindowsPath
from unicodedata import normalize

from pressgen.errors import Place, PressgenError
from pressgen.events.refusal import refuse
from pressgen.source import nearest, real

_NO_NAME = (errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP)
"""What a system says of a name it cannot hold."""
_PICTURES = frozenset([".jpg", ".jpeg", ".png", ".webp", ".heic", ".tif", ".tiff", ".gif", ".bmp", ".avif"])


def read(text: str, path: str, at: Place, folder: Path) -> Path:
    """A picture inside the event's folder. A path of either system's kind is looked at, on either."""
    named = PureWindowsPath(text)
    if ":" in text or named.root or ".." in named.parts:
        raise refuse(
            path,
            "“{text}”不在本文件所在的文件夹里；请把照片复制到旁边，只写文件名",
            "“{text}” is not in this file's folder; copy the picture there and write its name",
            at,
            text=text,
        )
    photo = _there(folder.joinpath(*named.parts))
    if photo is None:
        raise _no_photo(text, path, at, folder)
    if photo.is_dir():
        raise refuse(
            path, "“{text}”是文件夹；请写照片的文件名", "“{text}” is a folder; name a picture", at, text=text
        )
    if not real(photo).is_relative_to(real(folder)):
        raise refuse(
            path,
            "“{text}”在文件夹之外；请把照片放到事实文件旁边",
            "“{text}” leads out of the folder; put the photo beside the event file",
            at,
            text=text,
        )
    return photo


def _there(photo: Path) -> Path | None:
    """A file or folder as it is named, or as another system spells the same accents and syllables."""
    spellings = (photo.with_name(normalize(form, photo.name)) for form in ("NFC", "NFD") if photo.name)
    try:
        return next((each for each in (photo, *spellings) if each.is_file() or each.is_dir()), None)
    except OSError as error:
        if error.errno in _NO_NAME:
            return None
        raise


def _no_photo(text: str, path: str, at: Place, folder: Path) -> PressgenError:
    pictures = [each.name for each in folder.iterdir() if each.suffix.lower() in _PICTURES]
    meant = nearest(text, sorted(pictures))
    if meant:
        return refuse(
            path,
            "没有照片{text}；是否为{meant}？",
            "there is no picture {text}; did you mean {meant}?",
            at,
            text=text,
            meant=meant,
        )
    return refuse(
        path,
        "没有照片{text}；请把它放到本文件旁边",
        "there is no picture {text}; put it beside this file",
        at,
        text=text,
    )
