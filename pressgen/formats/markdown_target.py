"""Addresses of links and pictures in a Markdown file: which are safe, how they are written and read."""

from __future__ import annotations

import re
from urllib.parse import unquote

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_SAFE = ("http", "https", "mailto", "tel")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_IN_PATH = re.compile(r"[^\w\-.~/\u0080-\U0010ffff]|\s", re.ASCII)
_IN_LINK = re.compile(r"[\\()<>&]")


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
    found = _SCHEME.match(_UNSEEN.sub("", target).replace(" ", ""))
    return found[1].lower() if found else ""


def image_target(path: str) -> str:
    """A picture's file as Markdown writes it: percent signs for what an address cannot hold."""
    if not is_relative(path):
        return link_target(path)
    return _IN_PATH.sub(_percent, path)


def link_target(address: str) -> str:
    """An address as Markdown writes it, unchanged but for characters nobody sees."""
    escaped = _IN_LINK.sub(r"\\\g<0>", _UNSEEN.sub(_percent, address))
    return f"<{escaped}>" if " " in address else escaped


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def image_file(target: str) -> str:
    """The file an image's address names, as a path with slashes; an address in the net stays as it is."""
    return unquote(target) if is_relative(target) else target
