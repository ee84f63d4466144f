"""Word files: ours written in the house's look, anyone's read; ``review`` gives them back commented."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from pressgen.formats.word.read import read

if TYPE_CHECKING:
    from pressgen.formats.word.bilingual import write_bilingual
    from pressgen.formats.word.changes import write_all_changes, write_changes
    from pressgen.formats.word.page import write

__all__ = ["read", "write", "write_all_changes", "write_bilingual", "write_changes"]

_WRITERS = {
    "write": "page",
    "write_all_changes": "changes",
    "write_bilingual": "bilingual",
    "write_changes": "changes",
}
"""The modules that write: who only reads enters none of them."""


def __getattr__(name: str) -> object:
    if name not in _WRITERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    writers = importlib.import_module(f"{__name__}.{_WRITERS[name]}")
    value = globals()[name] = getattr(writers, name)
    return value
