"""A release type's template in one language: plain text by named block, rendered in a closed room.

Templates are code-like and still sandboxed: plain values only, a short list of filters and tests, no
operators that multiply, a cap on output and on time.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pressgen.drafting.filters import FILTERS, TESTS
from pressgen.drafting.token import ABSENT
from pressgen.errors import Place, PressgenError, TemplateError
from pressgen.house import House
from pressgen.source import nearest

MAX_OUTPUT = 1_000_000
MAX_SECONDS = 5.0

T = TypeVar("T")

_PLAIN = ("default", "first", "join", "last", "length")


class Absent(jinja2.ChainableUndefined):
    """A declared fact that was not given: false, and a mark where it is printed."""

    def __str__(self) -> str:
        return ABSENT


@dataclass(frozen=True, slots=True)
class Template:
    """A template found for a release type, a language and a house, with what it needs to be rendered."""

    name: str
    path: Path
    environment: jinja2.Environment

    def blocks(self, context: Mapping[str, Any]) -> list[tuple[str, str]]:
        """The blocks' names and texts in the order of the outermost template. Raises TemplateError."""
        return _in_time(lambda: self._explained(lambda: self._render(context), context), self.path)

    def _render(self, context: Mapping[str, Any]) -> list[tuple[str, str]]:
        template = self.environment.get_template(self.name)
        scope = template.new_context(dict(context))
        size = 0
        for chunk in template.root_render_func(scope):  # follows {% extends %}, which gathers the blocks
            size = self._measured(size, chunk)
        return [(name, self._text(scope, name)) for name in self._order(scope)]

    def _text(self, scope: Any, name: str) -> str:
        chunks, size = [], 0
        for chunk in scope.blocks[name][0](scope):
            size = self._measured(size, chunk)
            chunks.append(chunk)
        return "".join(chunks)

    def _measured(self, size: int, chunk: str) -> int:
        if size + len(chunk) > MAX_OUTPUT:
            raise self._error("模板输出过长", "the template writes too much", 1)
        return size + len(chunk)

    def _order(self, scope: Any) -> list[str]:
        """The outermost template's blocks in their order; a new one stands behind the one it follows."""
        names: list[str] = []
        for template in reversed(self._chain()):
            before = len(names) - 1
            for name in self.environment.get_template(template).blocks:
                if name not in names:
                    names.insert(before + 1, name)
                before = names.index(name)
        return [name for name in names if name in scope.blocks]

    def _chain(self) -> list[str]:
        """The template's name and those it extends, the nearest first."""
        chain = [self.name]
        while (parent := self._parent(chain[-1])) and parent not in chain:
            chain.append(parent)
        return chain

    def _parent(self, name: str) -> str:
        source = self.environment.loader.get_source(self.environment, name)[0]  # type: ignore[union-attr]
        found = re.search(r"""\{%-?\s*extends\s+["']([^"']+)["']""", source)
        return found[1] if found else ""

    def _explained(self, work: Callable[[], T], context: Mapping[str, Any]) -> T:
        try:
            return work()
        except PressgenError as error:
            error.at = error.at or Place(str(self.path), _line(error))
            raise
        except jinja2.TemplateNotFound as error:
            raise self._error(
                "没有模板{name}", "there is no template {name}", _line(error), name=error.name
            ) from None
        except jinja2.TemplateSyntaxError as error:
            raise self._syntax(error) from None
        except jinja2.UndefinedError as error:
            raise self._undefined(error, context) from None
        except SecurityError as error:
            raise self._error(
                "模板不得这样做（{why}）", "a template may not do this ({why})", _line(error), why=error
            ) from None
        except RecursionError:
            raise self._error("模板无止境地引用自身", "the template calls itself without end", 1) from None
        except Exception as error:  # noqa: BLE001  # whatever a template does wrong is the template's error
            why = f"{type(error).__name__}: {error}"
            raise self._error(
                "模板出错（{why}）", "the template fails ({why})", _line(error), why=why
            ) from None

    def _undefined(self, error: Exception, context: Mapping[str, Any]) -> TemplateError:
        words = re.findall(r"'([^' ]+)'", str(error))
        meant = nearest(words[-1], _names(context)) if words else ""
        what = words[-1] if words else str(error)
        if meant:
            return self._error(
                "没有事实{what}；是否为{meant}？",
                "there is no fact {what}; did you mean {meant}?",
                _line(error),
                what=what,
                meant=meant,
            )
        return self._error(
            "没有事实{what}", "there is no fact {what}; see fields.yaml", _line(error), what=what
        )

    def _syntax(self, error: jinja2.TemplateSyntaxError) -> TemplateError:
        why, at = error.message or "", Place(error.filename or str(self.path), error.lineno)
        unknown = re.match(r"No (filter|test) named '(\w+)'", why)
        if unknown:
            known = self.environment.filters if unknown[1] == "filter" else self.environment.tests
            return TemplateError(
                "没有{kind}{word}；可用：{known}",
                "there is no {kind} {word}; did you mean {known}?",
                at,
                kind=unknown[1],
                word=unknown[2],
                known=nearest(unknown[2], known) or ", ".join(sorted(known)),
            )
        return TemplateError("模板写法有误（{why}）", "not a valid template ({why})", at, why=why)

    def _error(self, zh: str, en: str, line: int, **fields: object) -> TemplateError:
        return TemplateError(zh, en, Place(str(self.path), line), **fields)


def template(kind: str, lang: str, house: House) -> Template:
    """A release type's template in a language: the house's own, else the type's. Raises TemplateError."""
    names = [f"houses/{name}/{kind}/{lang}.j2" for name in house.names] + [f"releases/{kind}/{lang}.j2"]
    for name in names:
        path = house.newsroom.find("templates", *name.split("/"))
        if path:
            roots = tuple(str(root / "templates") for root in house.newsroom.folders)
            return Template(name, path, _environment(roots))
    raise TemplateError(
        "发布类型{kind}没有{lang}模板",
        "the release type {kind} has no template for {lang}",
        Place(names[-1]),
        kind=kind,
        lang=lang,
    )


def _allowed(offered: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: offered[name] for name in names}


@cache
def _environment(roots: tuple[str, ...]) -> jinja2.Environment:
    environment = _ClosedRoom(
        loader=jinja2.FileSystemLoader(list(roots), encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    environment.filters = {**_allowed(environment.filters, _PLAIN), **FILTERS}
    environment.tests = {**_allowed(environment.tests, ("defined", "even", "none", "odd")), **TESTS}
    return environment


class _ClosedRoom(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with no operator left that can make much of little, and no calls on values."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002  # as Jinja calls it
        raise SecurityError(f"operator {operator}")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, LoopContext):
            return attr in ("first", "index", "last", "length")
        return isinstance(obj, dict) and not callable(value) and super().is_safe_attribute(obj, attr, value)


def _line(error: BaseException) -> int:
    """The template's line an error was raised at: Jinja compiles line numbers into its frames."""
    line, trace = 1, error.__traceback__
    while trace:
        if "__jinja_template__" in trace.tb_frame.f_globals or trace.tb_frame.f_code.co_filename.endswith(
            ".j2"
        ):
            line = _template_line(trace) or line
        trace = trace.tb_next
    return line


def _template_line(trace: Any) -> int:
    made = trace.tb_frame.f_globals.get("__jinja_template__")
    return int(made.get_corresponding_lineno(trace.tb_lineno)) if made else int(trace.tb_lineno)


def _names(context: Mapping[str, Any]) -> set[str]:
    found = set(context)
    for value in context.values():
        if isinstance(value, Mapping):
            found |= _names(value)
    return found


def _in_time(work: Callable[[], T], path: Path) -> T:
    """The work's result, or TemplateError when it takes too long; the thread is left behind."""
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001  # carried over to the caller's thread
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
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
