"""What earlier commands compiled, and what this one leaves to the next."""

from __future__ import annotations

import functools

from pressgen import memory
from pressgen.cache import opened, store
from pressgen.classes import remember_methods
from pressgen.regex import remember_written


@functools.cache
def remember() -> None:
    """From now on in this process what earlier commands compiled is known."""
    memory.remember(_compiled_before)
    remember_methods()
    remember_written()


def _compiled_before() -> tuple[bytes, memory.Read] | None:
    """What earlier commands compiled: to compile it again takes a quarter of a draft's time."""
    return opened(memory.NAME, memory.version(), own=True)


def keep_compiled() -> None:
    """What was compiled anew, for the next command."""
    if (made := memory.learnt()) is not None:
        store(memory.NAME, memory.version(), *made)
