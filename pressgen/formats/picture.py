"""A photo as an office passes it on, and as a page shows it: upright, JPEG or PNG, nothing private in it."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pressgen.errors import FileError, Place
from pressgen.formats.picture_file import bare_jpeg, bare_png, plain_jpeg, rights
from pressgen.source import bytes_of

if TYPE_CHECKING:
    from PIL.Image import Exif, Image

SIDE_MOST = 2400
"""Pixels of a side on a page; across a text column of A4 that is 390 dpi, more than a press prints."""
PIXELS_MOST = 100_000_000
FILE_MOST = 64 * 1024 * 1024
_MEGAPIXELS = f"{PIXELS_MOST // 1_000_000} megapixels"
_UPRIGHT = 1
_ORIENTATION = 0x0112
_READ = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "AVIF", "HEIF")
"""Pillow's names of what is read; a PostScript file, say, would start another program."""
_JPEG = b"\xff\xd8\xff"
"""How most photos begin: Pillow would import readers of five other formats first."""
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_RAW = (
    ".nef",
    ".nrw",
    ".cr2",
    ".cr3",
    ".dng",
    ".arw",
    ".orf",
    ".rw2",
    ".raf",
    ".pef",
    ".srw",
    ".3fr",
    ".iiq",
)
"""A camera's own formats; many look like TIFF and would show only their small preview."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes and its size in pixels."""

    data: bytes
    kind: Literal["jpeg", "png"]
    width: int
    height: int


def original(path: Path) -> Picture:
    """The picture in a file in its full size, to be passed on: upright, in RGB or grey, JPEG or PNG.

    A PNG stays PNG, anything else is JPEG. Where that is what it was, its pixels are copied bit for
    bit; the file's other contents (place, time, camera, previews) are left out, except who made it.
    Raises ``FileError`` for a file that is missing, no picture, damaged or over 100 megapixels.
    """
    return _original(path, *_state(path))


def picture(path: Path) -> Picture:
    """The picture in a file as a page shows it: ``original``, at most 2400 pixels a side.

    A larger one is made smaller and written as JPEG (PNG where it is transparent). Raises as ``original``.
    """
    return _shown(path, *_state(path))


def _state(path: Path) -> tuple[int, int]:
    """A file's size and when it changed: while both stay, it is read once."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        raise FileError(
            "找不到图片；请核对文件名", "no such picture; check its name", Place(str(path))
        ) from None
    if stat.st_size > FILE_MOST:
        raise _too_large(path, f"{FILE_MOST // 1024 // 1024} MB")
    return stat.st_size, stat.st_mtime_ns


@lru_cache(maxsize=64)
def _shown(path: Path, size: int, changed: int) -> Picture:
    whole = _original(path, size, changed)
    if max(whole.width, whole.height) <= SIDE_MOST:
        return whole
    return _opened(path, whole.data, _smaller)


@lru_cache(maxsize=8)
def _original(path: Path, _size: int, _changed: int) -> Picture:
    if path.suffix.lower() in _RAW:
        raise _in_camera_format(path)
    data = bytes_of(path, FILE_MOST)
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC and not _reads_heic():
        raise _in_heic(path)
    plain = plain_jpeg(data) if data.startswith(_JPEG) else None
    if plain and plain[1] * plain[2] <= PIXELS_MOST:
        return Picture(plain[0], "jpeg", *plain[1:])
    return _opened(path, data, lambda image: _passed_on(image, data, path))


def _opened(path: Path, data: bytes, use: Callable[[Image], Picture]) -> Picture:
    """What is made of the bytes of a picture; whatever a decoder trips over is a damaged picture."""
    from PIL import Image  # noqa: PLC0415  # a text without photos needs no Pillow

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if data.startswith(_JPEG):
                from PIL.JpegImagePlugin import jpeg_factory  # noqa: PLC0415  # as above

                image: Image.Image = jpeg_factory(BytesIO(data))
            else:
                image = Image.open(BytesIO(data), formats=_READ)
            with image:
                return use(image)
    except FileError:
        raise
    except (Image.DecompressionBombError, MemoryError):
        raise _too_large(path, _MEGAPIXELS) from None
    except Exception:  # noqa: BLE001  # decoders of hostile bytes fail in every way there is
        raise _no_picture(path) from None


def _passed_on(image: Image, data: bytes, path: Path) -> Picture:
    width, height = image.size
    if width * height > PIXELS_MOST:
        raise _too_large(path, _MEGAPIXELS)
    exif = _exif(image)
    upright = exif is None or exif.get(_ORIENTATION, _UPRIGHT) not in range(2, 9)
    if upright and _is_fit(image):
        with contextlib.suppress(ValueError):  # a decoder may make sense of it, or say that it is damaged
            return Picture(_bare(image, data, exif), _kind(image), width, height)
    return _converted(image, exif)


def _exif(image: Image) -> Exif | None:
    try:
        return image.getexif()
    except Exception:  # noqa: BLE001  # a broken Exif block is left out like a sound one
        return None


def _is_fit(image: Image) -> bool:
    """A JPEG or PNG that every reader of Word files and every browser shows."""
    return image.format == "PNG" or (image.format in {"JPEG", "MPO"} and image.mode in {"RGB", "L"})


def _kind(image: Image) -> Literal["jpeg", "png"]:
    return "png" if image.format == "PNG" else "jpeg"


def _bare(image: Image, data: bytes, exif: Exif | None) -> bytes:
    if image.format == "PNG":
        return bare_png(data)
    return bare_jpeg(data, rights(image, exif), image.info.get("dpi"))


def _converted(image: Image, exif: Exif | None) -> Picture:
    """Upright and in RGB, in full size: PNG as PNG, anything else as JPEG, on white if transparent."""
    from PIL import ImageOps  # noqa: PLC0415  # as above

    from pressgen.formats.picture_colour import plain  # noqa: PLC0415  # Pillow, for photos that need it

    said, kind, dpi = rights(image, exif), _kind(image), image.info.get("dpi")
    fresh = plain(ImageOps.exif_transpose(image), transparent=kind == "png")
    data = _saved(fresh, kind, 95)
    bare = bare_png(data) if kind == "png" else bare_jpeg(data, said, dpi)
    return Picture(bare, kind, *fresh.size)


def _smaller(image: Image) -> Picture:
    from pressgen.formats.picture_colour import plain  # noqa: PLC0415  # as above

    said, dpi = rights(image, None), image.info.get("dpi")
    image.draft(None, (SIDE_MOST, SIDE_MOST))
    fresh = plain(image, transparent=True)
    fresh.thumbnail((SIDE_MOST, SIDE_MOST))
    kind: Literal["jpeg", "png"] = "png" if fresh.has_transparency_data else "jpeg"
    data = _saved(fresh, kind, 90)
    return Picture(data if kind == "png" else bare_jpeg(data, said, dpi), kind, *fresh.size)


def _saved(image: Image, kind: str, quality: int) -> bytes:
    out = BytesIO()
    options = {} if kind == "png" else {"quality": quality}
    image.save(out, kind, icc_profile=image.info.get("icc_profile"), **options)
    return out.getvalue()


def _reads_heic() -> bool:
    """Whether pillow-heif is there (``pip install pressgen[heic]``); it is made known to Pillow."""
    try:
        from pillow_heif import register_heif_opener  # noqa: PLC0415  # optional, 6 MB
    except ImportError:
        return False
    register_heif_opener(thumbnails=False)
    return True


def _in_heic(path: Path) -> FileError:
    return FileError(
        "是HEIC照片（苹果手机的格式），不能直接用；请另存为JPEG，或安装pressgen[heic]",
        "is a HEIC photo, as iPhones take them; export it as JPEG, or install pressgen[heic]",
        Place(str(path)),
    )


def _in_camera_format(path: Path) -> FileError:
    return FileError(
        "是相机的RAW文件；请导出为JPEG",
        "is a camera's raw file; export it as JPEG",
        Place(str(path)),
    )


def _no_picture(path: Path) -> FileError:
    return FileError(
        "不是图片，或图片已损坏；请换成JPEG或PNG",
        "no picture, or a damaged one; give a JPEG or PNG instead",
        Place(str(path)),
    )


def _too_large(path: Path, most: str) -> FileError:
    return FileError(
        "图片过大（上限{most}）；请缩小后再用",
        "the picture is too large (limit {most}); make it smaller",
        Place(str(path)),
        most=most,
    )
