"""Addresses of links and pictures: which are safe, and how a file's name is written as one."""

from __future__ import annotations

import re
from urllib.parse import unquote

from pressgen.regex import regex

UNSEEN = regex(r"[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Characters that nobody sees in an address, and that browsers leave out."""

_SCHEME = regex(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_SAFE = ("http", "https", "mailto", "tel")
_IN_PATH = regex(r"[^\w\-.~/\u0080-\U0010ffff]|\s", re.ASCII)


def is_safe(target: str) -> bool:
    r"""Whether an address is relative or of a scheme that runs nothing: http(s), mailto, tel.

    >>> is_safe("photos/hall.jpg"), is_safe("java\nscript:alert(1)"), is_safe("data:text/html,x")
    (True, False, False)
    """
    return all(_scheme(address) in ("", *_SAFE) for address in (target, unquote(target)))


def is_relative(target: str) -> bool:
    """Whether an address names a file beside the document."""
    return not _scheme(target) and not target.startswith(("//", "#"))


def _scheme(target: str) -> str:
    found = _SCHEME.match(UNSEEN.sub("", target).replace(" ", ""))
    return found[1].lower() if found else ""


def of_file(path: str) -> str:
    """A file's name as an address: percent signs for what an address cannot hold.

    >>> of_file("照片/hall 1 (100%).jpg")
    '照片/hall%201%20%28100%25%29.jpg'
    """
    return _IN_PATH.sub(percent, path) if is_relative(path) else path


def to_file(target: str) -> str:
    """The file an address names, with slashes; an address in the net stays as it is."""
    return unquote(target) if is_relative(target) else target


def percent(found: re.Match[str]) -> str:
    """What was found as the bytes of its UTF-8."""
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
