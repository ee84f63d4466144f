"""Dataclasses made at their import in a sixth of the time: the methods written for them are compiled once.

``dataclasses`` writes the source of up to six methods for each class and has it executed. To compile those of
150 classes takes longer than a short text's checks, so that the command line takes what was compiled before:
without it a first draft takes an eighth more processor time, and so does a conversion (a check a twelfth).
So are the source of a named tuple and the annotations that ``typing`` is given as text. Half of those methods
are hardly ever called (how an instance is shown, that nothing of it is replaced or taken away): they are
functions that know the names of the fields, and need no source.
"""

from __future__ import annotations

import collections
import dataclasses
import typing
from collections.abc import Callable, Mapping, Sequence
from reprlib import recursive_repr
from types import CodeType
from typing import Any

from pressgen import memory

_Methods = dict[str, CodeType]
"""What the sources of a module's methods are compiled to."""
_known: dict[str, _Methods] = {}
"""By module; each is read when its first class is made."""


def remember_methods() -> None:
    """From now on in this process ``dataclasses`` executes what ``memory`` has of the source it writes.

    It looks up its own names as any module does, and so do the others; where a Python's do without, nothing
    changes.
    """
    _known.clear()
    vars(collections)["eval"] = _evaluate
    vars(typing)["compile"] = _annotated
    names = vars(dataclasses)
    names["exec"] = _execute
    if {"_create_fn", "_repr_fn", "_frozen_get_del_attr"} <= names.keys():
        names["_repr_fn"], names["_frozen_get_del_attr"] = _shown, _kept


def _execute(source: str, scope: dict[str, Any], found: Mapping[str, Any] | None = None) -> None:
    methods = _of(f"methods {scope.get('__name__')}", source)
    exec(methods[source] if methods else source, scope, found)  # noqa: S102  # as dataclasses does


def _evaluate(source: str, scope: dict[str, Any]) -> Any:
    methods = _of(f"methods {scope.get('__name__')}", source, "eval")
    return eval(methods[source] if methods else source, scope)  # noqa: S307  # as collections does


def _annotated(source: str, *more: Any) -> Any:
    methods = _of("methods annotations", source, "eval") if more == ("<string>", "eval") else None
    return methods[source] if methods else compile(source, *more)


def _of(module: str, source: str, mode: str = "exec") -> _Methods | None:
    """The methods of a module, this one among them; None where nothing is remembered."""
    methods = _known.get(module) or memory.row(module, dict)
    if methods is not None:
        _known[module] = methods
        if source not in methods:
            methods[source] = compile(source, "<string>", mode)
            memory.learn(module, methods)
    return methods


def _shown(fields: Sequence[dataclasses.Field[Any]], *_: Any) -> Callable[[Any], str]:
    """How an instance is shown, as the method that ``dataclasses`` would write."""
    names = [field.name for field in fields]

    @recursive_repr()
    def __repr__(self: Any) -> str:  # noqa: N807  # called so
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({said})"

    return __repr__


def _kept(shape: Any, fields: Sequence[dataclasses.Field[Any]], *_: Any) -> tuple[Callable[..., None], ...]:
    """What refuses that a field is replaced or taken away."""
    names = frozenset(field.name for field in fields)

    def __setattr__(self: Any, name: str, value: object) -> None:  # noqa: N807
        if type(self) is shape or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(shape, self).__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:  # noqa: N807
        if type(self) is shape or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(shape, self).__delattr__(name)

    return __setattr__, __delattr__
