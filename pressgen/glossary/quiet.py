"""Building many small objects at once, without the collector walking them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the collector still: none of what is built is garbage, and looking costs a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            if gc.get_freeze_count() == 0:
                gc.freeze()  # what was built is old at once, and is not walked before the next full round
                gc.unfreeze()
            gc.enable()
