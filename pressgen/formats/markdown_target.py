"""Addresses as Markdown writes them between its round brackets."""

from __future__ import annotations

from pressgen.formats.address import UNSEEN, is_relative, of_file, percent
from pressgen.regex import regex

_SIGNS = regex(r"[\\()<>&]")


def image_target(path: str) -> str:
    """A picture's file, or its address in the net."""
    return of_file(path) if is_relative(path) else link_target(path)


def link_target(address: str) -> str:
    """An address, unchanged but for characters nobody sees."""
    escaped = _SIGNS.sub(r"\\\g<0>", UNSEEN.sub(percent, address))
    return f"<{escaped}>" if " " in address else escaped
