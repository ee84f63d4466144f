"""A photo as every format can show it: upright, in RGB, JPEG or PNG, of a size a page can use."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pressgen.errors import FileError, Place

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE_MOST = 2400
"""Pixels; at the width of a text column of A4 that is 390 dpi, more than a press prints."""
PIXELS_MOST = 100_000_000
FILE_MOST = 64 * 1024 * 1024
_MEGAPIXELS = f"{PIXELS_MOST // 1_000_000} megapixels"
_UPRIGHT = 1
_ORIENTATION = 0x0112
_ENDS = {"jpeg": b"\xff\xd9", "png": b"IEND"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes and its size in pixels."""

    data: bytes
    kind: Literal["jpeg", "png"]
    width: int
    height: int


def picture(path: Path) -> Picture:
    """The picture in a file; an upright RGB JPEG or PNG of at most 2400 pixels a side is passed as it is.

    Others are turned upright, converted to RGB, made smaller and written as JPEG (PNG where they are
    transparent). Raises ``FileError`` for a file that is missing, no picture, damaged or over 100 megapixels.
    """
    try:
        stat = path.stat()
    except OSError:
        raise FileError(
            "找不到图片；请核对文件名", "no such picture; check its name", Place(str(path))
        ) from None
    if stat.st_size > FILE_MOST:
        raise _too_large(path, f"{FILE_MOST // 1024 // 1024} MB")
    return _picture(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=64)
def _picture(path: Path, _size: int, _changed: int) -> Picture:
    from PIL import Image  # noqa: PLC0415  # a text without photos needs no Pillow

    try:
        data = path.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data)) as image:
                return _fit(image, data, path)
    except FileError:
        raise
    except Image.DecompressionBombError:
        raise _too_large(path, _MEGAPIXELS) from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise FileError(
            "不是图片，或图片已损坏；请换成JPEG或PNG",
            "no picture, or a damaged one; give a JPEG or PNG instead",
            Place(str(path)),
        ) from None


def _fit(image: Image, data: bytes, path: Path) -> Picture:
    width, height = image.size
    if width * height > PIXELS_MOST:
        raise _too_large(path, _MEGAPIXELS)
    kind = (image.format or "").lower()
    upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    if upright and max(width, height) <= SIDE_MOST and _plain(image, kind):
        if _ENDS[kind] not in data:
            raise ValueError(kind)
        return Picture(data, "png" if kind == "png" else "jpeg", width, height)
    return _converted(image)


def _plain(image: Image, kind: str) -> bool:
    """A JPEG or PNG that every reader of Word files and every browser shows."""
    return (kind == "jpeg" and image.mode in {"RGB", "L"}) or kind == "png"


def _converted(image: Image) -> Picture:
    from PIL import ImageOps  # noqa: PLC0415  # as above

    image.draft("RGB", (SIDE_MOST, SIDE_MOST))
    fresh = ImageOps.exif_transpose(image)
    fresh.thumbnail((SIDE_MOST, SIDE_MOST))
    transparent = fresh.has_transparency_data
    kind: Literal["jpeg", "png"] = "png" if transparent else "jpeg"
    fresh = fresh.convert("RGBA" if transparent else "RGB")
    out = BytesIO()
    fresh.save(out, kind, **({} if transparent else {"quality": 90}))
    return Picture(out.getvalue(), kind, *fresh.size)


def _too_large(path: Path, most: str) -> FileError:
    return FileError(
        "图片过大（上限{most}）；请缩小后再用",
        "the picture is too large (limit {most}); make it smaller",
        Place(str(path)),
        most=most,
    )
