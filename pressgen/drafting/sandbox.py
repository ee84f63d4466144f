"""The closed room templates are rendered in: plain values, no operator that multiplies, a limit of time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pressgen.drafting.token import ABSENT, Accompanied
from pressgen.errors import Place, TemplateError

MAX_SECONDS = 5.0

T = TypeVar("T")


class Absent(jinja2.ChainableUndefined):
    """A declared fact that was not given: false, and a mark where it is printed."""

    def __str__(self) -> str:
        return ABSENT


class ClosedRoom(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with no operator left that can make much of little, and no calls on values."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002  # as Jinja calls it
        """Refuse an operator that could make much of little."""
        raise SecurityError(f"operator {operator}")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A member; of a figure its companion."""
        if isinstance(obj, Accompanied):
            return obj.companions.get(attribute, self.undefined(obj=obj, name=attribute))
        if isinstance(obj, Absent):
            return Absent(name=attribute)  # nothing is said beside what is not said
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item; of a figure its companion."""
        if isinstance(obj, (Accompanied, Absent)):
            return self.getattr(obj, str(argument))
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may look at it."""
        if isinstance(obj, LoopContext):
            return attr in ("first", "index", "last", "length")
        return isinstance(obj, dict) and not callable(value) and super().is_safe_attribute(obj, attr, value)


def in_time(work: Callable[[], T], path: Path) -> T:
    """The work's result, or TemplateError when it takes too long; the thread is left behind."""
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001  # carried over to the caller's thread
            errors.append(error)

    thread = threading.Thread(target=copy_context().run, args=(run,), daemon=True)
    thread.start()
    thread.join(MAX_SECONDS)
    if errors:
        raise errors[0]
    if not results:
        raise TemplateError(
            "模板运行超过{s:.0f}秒",
            "the template runs for over {s:.0f} seconds",
            Place(str(path)),
            s=MAX_SECONDS,
        )
    return results[0]
