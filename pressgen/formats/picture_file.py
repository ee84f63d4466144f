"""A picture's file with its pixels as they are and who made it, and nothing else: not where, when, how.

A JPEG's segments and a PNG's chunks are walked one by one. What a viewer needs for the pixels is copied
byte for byte, colour profile included; comments, Exif, XMP, maker's notes, previews, later pictures
and everything behind the end are left out. Creator, credit and copyright are read and written anew:
nobody may take them out of a picture. Sources: ITU T.81, JFIF 1.01, PNG (third edition); IPTC-IIM 4.2,
datasets 2:80, 2:110 and 2:116; Exif 3.0, tags 013B and 8298.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pressgen.regex import regex
from pressgen.text import invisible

if TYPE_CHECKING:
    from PIL.Image import Exif, Image


_ARTIST, _COPYRIGHT = 0x013B, 0x8298
_LONGEST = 400
_UTF8 = b"\x1c\x01\x5a\x00\x03\x1b%G"


@dataclass(frozen=True, slots=True)
class Rights:
    """Who made a picture, who is to be credited, whose it is; what a file does not say is empty."""

    creator: str = ""
    credit: str = ""
    notice: str = ""


def rights(image: Image, exif: Exif | None) -> Rights:
    """What an opened picture says about its rights: IPTC first, then Exif."""
    said = _iptc(image)
    found = exif if exif is not None else {}
    creator = said.get((2, 80)) or _exif_text(found.get(_ARTIST))
    notice = said.get((2, 116)) or _exif_text(found.get(_COPYRIGHT))
    return Rights(creator, said.get((2, 110), ""), notice)


def block(said: Rights) -> bytes:
    """The rights as an IPTC block in a Photoshop resource, the body of a JPEG's APP13; else nothing.

    >>> block(Rights())
    b''
    """
    datasets = ((80, said.creator), (110, said.credit), (116, said.notice))
    records = b"".join(_dataset(number, text.encode()) for number, text in datasets if text)
    if not records:
        return b""
    body = _UTF8 + records
    resource = b"8BIM\x04\x04\x00\x00" + len(body).to_bytes(4, "big") + body
    return b"Photoshop 3.0\x00" + resource + b"\x00" * (len(body) % 2)


def _dataset(number: int, text: bytes) -> bytes:
    return bytes((0x1C, 2, number)) + len(text).to_bytes(2, "big") + text


def _iptc(image: Image) -> dict[tuple[int, int], str]:
    if image.format != "TIFF" and "photoshop" not in image.info:
        return {}  # nowhere else does Pillow look for it
    from PIL import ImageFile, IptcImagePlugin  # noqa: PLC0415  # Pillow, only where there are photos

    try:
        found = (isinstance(image, ImageFile.ImageFile) and IptcImagePlugin.getiptcinfo(image)) or {}
    except Exception:  # noqa: BLE001  # a broken block says nothing about rights, and is not passed on
        return {}
    return {
        key: _decoded(value if isinstance(value, bytes) else b", ".join(value))
        for key, value in found.items()
    }


def _exif_text(value: object) -> str:
    """Exif has no character set of its own: Pillow read the bytes as Latin-1."""
    text = value if isinstance(value, str) else ""
    try:
        return _decoded(text.encode("latin-1"))
    except UnicodeEncodeError:
        return _clean(text)


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030", "latin-1"):
        try:
            return _clean(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return ""


def _clean(text: str) -> str:
    """On one line, without what nobody sees."""
    line = " ".join(text.replace("\x00", " ").split())[:_LONGEST]
    return "" if invisible(line) or not line.isprintable() else line


PNG = b"\x89PNG\r\n\x1a\n"
_SOI, _EOI, _SOS = b"\xff\xd8", b"\xff\xd9", 0xDA
_JFIF, _PROFILES, _PHOTOSHOP, _ADOBE = 0xE0, 0xE2, 0xED, 0xEE
_QUANTIZING = 0xDB
_PIXELS = frozenset([*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF])
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset([0x01, *range(0xD0, 0xD8)])
_SCAN_ENDS = regex(rb"\xff[^\x00\xd0-\xd7\xff]")
_CHUNKS = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI".split())
_SAID = regex(rb"(?:Author|Copyright)\x00")
_DPI = range(30, 2401)
_SEGMENTS_MOST, _CHUNKS_MOST = 5_000, 100_000

_Part = TypeVar("_Part")
Segment = tuple[int, bytes]
"""A marker, and the whole segment it begins."""


_PLAIN = frozenset([0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, _JFIF])
"""Segments of pixels and of how to read them, and a JFIF head."""
_COLOURS = (1, 3)
_BITS = 8
_TABLE = 65


def plain_jpeg(data: bytes) -> tuple[bytes, int, int] | None:
    """A JPEG that says nothing beside its pixels and its resolution, bare, with its width and height.

    Such are photos that went through a messenger or a page. None: Pillow has to look at it, which takes
    longer to import than a page to write.
    """
    try:
        segments = list(_fewer(_segments(data), _SEGMENTS_MOST))
    except ValueError:
        return None
    heads = [each for marker, each in segments if marker == _JFIF]
    frames = [each for marker, each in segments if marker in _FRAMES]
    tables = [each for marker, each in segments if marker == _QUANTIZING]
    if not (
        {marker for marker, _ in segments} <= _PLAIN
        and len(heads) == len(frames) == 1
        and segments[0] == (_JFIF, heads[0])
        and next(marker for marker, _ in segments if marker in _FRAMES or marker == _SOS) != _SOS
        and all(len(each) % _TABLE == 4 and each[4::_TABLE].strip(b"\0\1\2\3") == b"" for each in tables)
    ):
        return None
    (head,), (frame,) = heads, frames
    if len(head) != 18 or not head.startswith(b"JFIF\0", 4) or len(frame) < 10:
        return None
    height, width, colours = int.from_bytes(frame[5:7], "big"), int.from_bytes(frame[7:9], "big"), frame[9]
    if frame[4] != _BITS or colours not in _COLOURS or len(frame) != 10 + 3 * colours or not width * height:
        return None
    return bare_jpeg(data, Rights(), _dpi(head)), width, height


def _dpi(head: bytes) -> tuple[float, float] | None:
    """The resolution of a JFIF head, in inches or centimetres."""
    x, y = int.from_bytes(head[12:14], "big"), int.from_bytes(head[14:16], "big")
    per = {1: 1.0, 2: 2.54}.get(head[11])
    return (x * per, y * per) if per else None


def bare_jpeg(data: bytes, said: Rights, dpi: tuple[float, float] | None) -> bytes:
    """The JPEG without what its file says beside the pixels, but with its rights and resolution.

    Raises ValueError where its segments do not lead to its end.
    """
    segments = list(_fewer(_segments(data), _SEGMENTS_MOST))
    kept = [each for marker, each in segments if marker in _PIXELS or _is_colour(marker, each)]
    notice = block(said)
    head = [_SOI, *([_resolution(dpi)] if _takes_jfif(segments) else [])]
    head += [_segment(_PHOTOSHOP, notice)] if notice else []
    return b"".join([*head, *kept, _EOI])


def _fewer(parts: Iterator[_Part], most: int) -> Iterator[_Part]:
    """The parts, unless somebody cut a file into more than any program writes."""
    for number, part in enumerate(parts):
        if number == most:
            raise ValueError(most)
        yield part


def _segments(data: bytes) -> Iterator[Segment]:
    """Every segment with a length, a scan with the coded pixels behind it; ends at the end of the image."""
    at = len(_SOI)
    while data[at : at + 2] != _EOI:
        if data[at : at + 1] != b"\xff" or at + 4 > len(data):
            raise ValueError(at)
        marker = data[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SOS:
            end = _scan_end(data, end)
        if not at + 4 <= end <= len(data):
            raise ValueError(at)
        yield marker, data[at:end]
        at = end


def _scan_end(data: bytes, start: int) -> int:
    found = _SCAN_ENDS.search(data, start)
    if not found:
        raise ValueError(start)
    return found.start()


def _is_colour(marker: int, segment: bytes) -> bool:
    profile = marker == _PROFILES and segment[4:].startswith(b"ICC_PROFILE\x00")
    return profile or (marker == _ADOBE and segment[4:].startswith(b"Adobe"))


def _takes_jfif(segments: list[Segment]) -> bool:
    """Whether the colours stay the same under a JFIF head, which means luma and chroma.

    Most programs expect such a head; a camera's file has Exif instead.
    """
    for marker, segment in segments:
        if marker == _JFIF and segment[4:].startswith(b"JFIF"):
            return True
        if marker == _ADOBE and segment[4:9] == b"Adobe":
            return len(segment) > 15 and segment[15] != 0
        if marker in _FRAMES:
            return segment[10:17:3] != b"RGB"
    return False


def _resolution(dpi: tuple[float, float] | None) -> bytes:
    """A JFIF head; a resolution no camera and no scanner has is left out."""
    x, y = (round(each) for each in dpi or (0, 0))
    unit, x, y = (1, x, y) if x in _DPI and y in _DPI else (0, 1, 1)
    body = b"JFIF\x00\x01\x01" + bytes((unit,)) + x.to_bytes(2, "big") + y.to_bytes(2, "big") + b"\x00\x00"
    return _segment(_JFIF, body)


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def bare_png(data: bytes) -> bytes:
    """The PNG with its pixels, colours, resolution, author and copyright, and nothing else.

    Of an animation the first picture stays. Raises ValueError where a chunk is damaged or the end is missing.
    """
    return PNG + b"".join(_fewer(_chunks(data), _CHUNKS_MOST))


def _chunks(data: bytes) -> Iterator[bytes]:
    at, name = len(PNG), b""
    while name != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        name, body = data[at + 4 : at + 8], data[at + 8 : end - 4]
        if end > len(data) or zlib.crc32(name + body) != int.from_bytes(data[end - 4 : end], "big"):
            raise ValueError(at)
        if name in _CHUNKS or _says_whose(name, body):
            yield _resolved(name, body) if name == b"pHYs" else data[at:end]
        at = end


def _says_whose(name: bytes, body: bytes) -> bool:
    return name in {b"tEXt", b"iTXt"} and _SAID.match(body) is not None


def _resolved(name: bytes, body: bytes) -> bytes:
    """A resolution, unless no camera and no scanner has it; in pixels a metre."""
    per_inch = [int.from_bytes(body[at : at + 4], "big") * 0.0254 for at in (0, 4)]
    if len(body) != 9 or any(round(each) not in _DPI for each in per_inch):
        return b""
    whole = name + body
    return len(body).to_bytes(4, "big") + whole + zlib.crc32(whole).to_bytes(4, "big")
