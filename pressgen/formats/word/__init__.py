"""Word files: ours written in the house's look, anyone's read; ``review`` gives them back commented."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressgen.formats.word.bilingual import write_bilingual
    from pressgen.formats.word.changes import write_all_changes, write_changes
    from pressgen.formats.word.page import write
    from pressgen.formats.word.reader import read

__all__ = ["read", "write", "write_all_changes", "write_bilingual", "write_changes"]

_ROOMS = {
    "read": "reader",
    "write": "page",
    "write_all_changes": "changes",
    "write_bilingual": "bilingual",
    "write_changes": "changes",
}
"""The modules that read and write: who does the one does not enter those of the other."""


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = importlib.import_module(f"{__name__}.{_ROOMS[name]}")
    value = globals()[name] = getattr(room, name)
    return value
