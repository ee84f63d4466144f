"""Who made a picture: creator, credit and copyright, read from its file and written anew.

Nobody may take a photographer's name or a copyright notice out of a picture, and nobody should pass on
where it was taken, when, and with whose camera. So these three are read, and everything else goes.
Sources: IPTC-IIM 4.2, datasets 2:80, 2:110 and 2:116; Exif 3.0, tags 013B and 8298.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
