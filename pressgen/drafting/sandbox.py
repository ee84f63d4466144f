"""The closed room templates are rendered in: plain values, little made of little, a limit of time."""

from __future__ import annotations

import marshal
import threading
import time
from collections.abc import Callable, Iterable
from contextvars import copy_context
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from pressgen import memory
from pressgen.cache import edition
from pressgen.drafting.token import ABSENT, Accompanied
from pressgen.errors import Place, TemplateError
from pressgen.text import forbidden

MAX_SECONDS = 5.0
MAX_VALUE = 1_000_000
"""Characters, or things in a list, of any value a template makes on its way."""

T = TypeVar("T")


class Absent(jinja2.ChainableUndefined):
    """A declared fact that was not given: false, and a mark where it is printed."""

    def __str__(self) -> str:
        return ABSENT


def printed(value: Any) -> Any:
    """What a template prints: a fact or words. Raises TemplateError for a group, a list or a truth."""
    if isinstance(value, (str, jinja2.Undefined)) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    named = f"（{', '.join(value)}）" if isinstance(value, dict) else ""
    raise TemplateError(
        "这里要写一个事实，不能写一组或一列；请写出其中的事实{named}，或用list",
        "a fact is printed here, not a group or a list; name one of its facts{named}, or use list",
        named=named.replace("（", " (").replace("）", ")"),
    )


def joined(parts: Iterable[Any], separator: str = "") -> str:
    """Values as text, one after the other, as far as that is not too much."""
    found: list[str] = []
    size = 0
    for part in parts:
        found.append(str(printed(part)))
        size += len(found[-1]) + len(separator)
        _refuse_much(size)
    return str(separator).join(found)


def _refuse_much(size: int) -> None:
    if size > MAX_VALUE:
        raise TemplateError("模板输出过长；请核对循环", "the template writes too much; look at its loops")


class _Closed(NodeTransformer):
    """Every ``~`` becomes the filter that counts, and no literal may look like a fact."""

    def visit_Concat(self, node: nodes.Concat, *given: Any, **named: Any) -> nodes.Node:  # noqa: N802  # as Jinja calls it
        """The values of a ``~`` for the filter ``joined``."""
        self.generic_visit(node, *given, **named)
        listed = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(listed, "joined", [], [], None, None, lineno=node.lineno)

    def visit_Const(self, node: nodes.Const, *_: Any, **__: Any) -> nodes.Node:  # noqa: N802
        """Words in quotation marks."""
        return self._plain(node, node.value)

    def visit_TemplateData(self, node: nodes.TemplateData, *_: Any, **__: Any) -> nodes.Node:  # noqa: N802
        """Words outside of all braces."""
        return self._plain(node, node.data)

    @staticmethod
    def _plain(node: nodes.Node, value: object) -> nodes.Node:
        found = forbidden(value) if isinstance(value, str) else None
        if found:
            raise jinja2.TemplateSyntaxError(f"the control character {found[1]}", node.lineno)
        return node


class ClosedRoom(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with no way left to make much of little, and no calls on values."""

    intercepted_binops = frozenset(["*", "**", "%", "+"])
    concat = staticmethod(joined)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed: nodes.Template = _Closed().visit(super()._parse(source, name, filename))
        return parsed

    def wrap_str_format(self, value: Any) -> None:  # noqa: ARG002  # as Jinja calls it
        """No ``format`` of texts: its widths make much of little."""
        return

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse an operator that could make much of little."""
        if operator != "+":
            raise SecurityError(f"operator {operator}")
        if isinstance(left, (str, list)) and isinstance(right, (str, list)):
            _refuse_much(len(left) + len(right))
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, called: Any, /, *given: Any, **named: Any) -> Any:
        """Call a macro, which sees no context; of anything else Jinja asks whether that is safe."""
        if not isinstance(called, Macro):
            return super().call(context, called, *given, **named)
        for name in ("_block_vars", "_loop_vars"):
            named.pop(name, None)
        return called(*given, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A member; of a figure its companion."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, Accompanied):
            found = obj.companions.get(attribute)
            return self.undefined(obj=obj, name=attribute) if found is None else found
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


class Kept(jinja2.BytecodeCache):
    """Templates compiled by earlier commands; ``memory`` has them by their text, their name and this room."""

    def __init__(self) -> None:
        self._edition = f"{jinja2.__version__} {edition(Path(__file__).parent)}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002  # as Jinja calls it
        """A template's name: a new newsroom has the templates of another in files of its own."""
        return name

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """A template's code, of its own file wherever it was first read."""
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code and filename:
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket

    def get_source_checksum(self, source: str) -> str:
        """What stands for a template's text; jinja2 would take its hash."""
        return f"{self._edition} {source}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code where that is known."""
        found = memory.known(f"template {bucket.key} {bucket.checksum}")
        bucket.code = marshal.loads(found) if found else None  # noqa: S302  # see memory

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code for the next command."""
        memory.learn(f"template {bucket.key} {bucket.checksum}", marshal.dumps(bucket.code))


def in_time(work: Callable[[], T], path: Path) -> T:
    """The work's result, or TemplateError when it takes too long; its thread is stopped.

    What counts is processor time, of which each thread of the process has its share: nothing is refused on a
    busy machine that would have ended on a quiet one. A thread that ends is alive for a moment longer than it
    is counted.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001  # carried over to the caller's thread
            errors.append(error)

    thread = threading.Thread(target=copy_context().run, args=(run,), daemon=True)
    began = time.process_time()
    thread.start()
    while thread.is_alive():
        beside = max(1, threading.active_count() - 1)
        if time.process_time() - began > MAX_SECONDS * beside:
            break
        thread.join(0.1)
    if thread.is_alive():
        _stop(thread)
        raise TemplateError(
            "模板运行超过{s:.0f}秒；请核对循环",
            "the template runs for over {s:.0f} seconds; look at its loops",
            Place(str(path)),
            s=MAX_SECONDS,
        )
    if errors:
        raise errors[0]
    return results[0]


class _StoppedError(BaseException):
    """Raised in a thread that takes too long; no handler of a template's errors takes it for one of them."""


def _stop(thread: threading.Thread) -> None:
    """End a thread at its next step: left behind, it would take the processor from all others for good."""
    import ctypes  # noqa: PLC0415  # hardly ever

    ident = ctypes.c_ulong(thread.ident or 0)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ident, ctypes.py_object(_StoppedError))
