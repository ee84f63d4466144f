"""Dataclasses made at their import in a sixth of the time: the methods written for them are compiled once.

``dataclasses`` writes the source of up to six methods for each class and has it executed. To compile those of
150 classes takes longer than a short text's checks, so that the command line takes what was compiled before:
without it a first draft takes an eighth more processor time, and so does a conversion (a check a twelfth).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from types import CodeType
from typing import Any

from pressgen import memory

_Methods = dict[str, CodeType]
"""What the sources of a module's methods are compiled to."""
_known: dict[str, _Methods] = {}
"""By module; each is read when its first class is made."""


def remember_methods() -> None:
    """From now on in this process ``dataclasses`` executes what ``memory`` has of the source it writes.

    It looks up the name ``exec`` as any module does; where a Python's does without, nothing changes.
    """
    _known.clear()
    vars(dataclasses)["exec"] = _execute


def _execute(source: str, scope: dict[str, Any], found: Mapping[str, Any] | None = None) -> None:
    methods = _of(f"methods {scope.get('__name__')}", source)
    exec(methods[source] if methods else source, scope, found)  # noqa: S102  # as dataclasses does


def _of(module: str, source: str) -> _Methods | None:
    """The methods of a module, this one among them; None where nothing is remembered."""
    methods = _known.get(module) or memory.row(module, dict)
    if methods is not None:
        _known[module] = methods
        if source not in methods:
            methods[source] = compile(source, "<string>", "exec")
            memory.learn(module, methods)
    return methods
