"""Dataclasses made at their import in a sixth of the time: the methods written for them are compiled once.

``dataclasses`` writes the source of up to six methods for each class and has it executed. To compile those of
150 classes takes longer than a short text's checks, so that the command line takes what was compiled before:
without it a first draft takes an eighth more processor time, and so does a conversion (a check a twelfth).
"""

from __future__ import annotations

import dataclasses
import marshal
from collections.abc import Mapping
from typing import Any

from pressgen import memory


def remember_methods() -> None:
    """From now on in this process ``dataclasses`` executes what ``memory`` has of the source it writes.

    It looks up the name ``exec`` as any module does; where a Python's does without, nothing changes.
    """
    vars(dataclasses)["exec"] = _execute


def _execute(source: str, scope: dict[str, Any], found: Mapping[str, Any] | None = None) -> None:
    kept = memory.row(f"exec {source}", lambda: marshal.dumps(_compiled(source)))
    exec(marshal.loads(kept) if kept else source, scope, found)  # noqa: S102, S302  # as dataclasses does


def _compiled(source: str) -> Any:
    return compile(source, "<string>", "exec")
