"""A template of a release type or a statement, in one language: plain text, rendered in a closed room.

Templates are code-like and sandboxed: plain values, few filters, no multiplying, capped output and time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, new_context

from pressgen.drafting.environment import environment_of
from pressgen.drafting.sandbox import MAX_VALUE
from pressgen.drafting.template_faults import syntax_fault
from pressgen.drafting.token import FACTS, LANG, broken
from pressgen.errors import Place, PressgenError, TemplateError
from pressgen.house import House
from pressgen.source import nearest
from pressgen.source.file import unreadable

T = TypeVar("T")


class Grammar:
    """The macros every template of a story has without asking, made once: ``{{ companions(x) }}``.

    They see what the template sees that is being rendered.
    """

    def __init__(self) -> None:
        self.made: dict[jinja2.Environment, tuple[Context, dict[str, Any]]] = {}

    def macros(self, environment: jinja2.Environment, context: dict[str, Any]) -> dict[str, Any]:
        """Each by its name."""
        if environment not in self.made:
            template = environment.get_template(f"statements/grammar/{context[LANG]}.j2")
            scope = template.new_context()
            list(template.root_render_func(scope))
            self.made[environment] = scope, scope.get_exported()
        scope, macros = self.made[environment]
        scope.parent = context
        return macros


@dataclass(frozen=True)
class Template:
    """A template found for a release type, a language and a house, with what it needs to be rendered."""

    name: str
    path: Path
    environment: jinja2.Environment

    def blocks(self, context: dict[str, Any], grammar: Grammar) -> list[tuple[str, str]]:
        """The blocks' names and texts in the order of the outermost template. Raises TemplateError.

        A template without blocks is one, without a name.
        """
        found = self._explained(lambda: self._render(context, grammar), context)
        if any(broken(text, context[FACTS]) for _, text in found):
            raise self._error(
                "模板把一个事实拆散了；请对整个事实使用过滤器",
                "the template takes a fact to pieces; use filters on whole facts",
                1,
            )
        return found

    def _render(self, context: dict[str, Any], grammar: Grammar) -> list[tuple[str, str]]:
        template, values = self._compiled, {**grammar.macros(self.environment, context), **context}
        shared = {name: values[name] for name in (LANG, FACTS)}  # what macros see that it imports
        scope = new_context(self.environment, template.name, template.blocks, values, True, shared)
        text = self._gathered(template.root_render_func(scope))  # follows {% extends %}, which gathers blocks
        if not scope.blocks:
            return [("", text)]
        return [
            (name, self._gathered(scope.blocks[name][0](scope)))
            for name in self.names
            if name in scope.blocks
        ]

    def _gathered(self, made: Iterable[str]) -> str:
        chunks, size = [], 0
        for chunk in made:
            size += len(chunk)
            if size > MAX_VALUE:
                raise self._error("模板输出过长", "the template writes too much", 1)
            chunks.append(chunk)
        return "".join(chunks)

    @cached_property
    def _compiled(self) -> jinja2.Template:
        return self.environment.get_template(self.name)

    @cached_property
    def names(self) -> list[str]:
        """The outermost template's blocks in their order; a new one stands behind the one it follows."""
        names: list[str] = []
        for template in reversed(self._chain()):
            before = len(names) - 1
            for name in template.blocks:
                if name not in names:
                    names.insert(before + 1, name)
                before = names.index(name)
        return names

    def hold_to(self, other: Template) -> None:
        """Raises TemplateError where this language has a block that the other one has not."""
        names, others = self.names, other._explained(lambda: other.names, {})  # its own kind
        missing = [name for name in names if name not in others]
        if not missing:
            return
        source = self.path.read_text(encoding="utf-8")
        found = re.search(rf"\{{%-?\s*block\s+{missing[0]}\b", source)
        meant = nearest(missing[0], set(others) - set(names))
        raise self._error(
            "{other}里没有段落{name}" + ("；是否为{meant}？" if meant else "；两种语言的段落名要一样"),
            "{other} has no block {name}"
            + ("; did you mean {meant}?" if meant else "; the names of blocks are the same in both"),
            source.count("\n", 0, found.start()) + 1 if found else 1,
            name=missing[0],
            other=other.path.name,
            meant=meant,
        )

    def _chain(self) -> list[jinja2.Template]:
        """The template and those it extends, the nearest first."""
        names, chain = [self.name], [self._compiled]
        while (parent := _parent(chain[-1])) and parent not in names:
            names.append(parent)
            chain.append(self.environment.get_template(parent))
        return chain

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
                "模板不得这样做；模板里只写事实、过滤器和判断",
                "a template may not do this ({why})",
                _line(error),
                why=error,
            ) from None
        except OSError as error:
            raise unreadable(error, self.path) from None
        except RecursionError:
            raise self._error("模板无止境地引用自身", "the template calls itself without end", 1) from None
        except Exception as error:  # noqa: BLE001  # whatever a template does wrong is the template's error
            raise self._error(
                "这一行算不出来（{kind}）；请核对过滤器和它后面的参数",
                "the template fails ({kind}: {why})",
                _line(error),
                kind=type(error).__name__,
                why=error,
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
        at = Place(error.filename or str(self.path), error.lineno)
        return syntax_fault(error, at, self.environment.filters, self.environment.tests)

    def _error(self, zh: str, en: str, line: int, **fields: object) -> TemplateError:
        return TemplateError(zh, en, Place(str(self.path), line), **fields)


@lru_cache(maxsize=256)
def _parent(template: jinja2.Template) -> str:
    """The name of the template that one extends, or nothing; of a file that changed there is another one."""
    loader = template.environment.loader
    source = loader.get_source(template.environment, str(template.name))[0]  # type: ignore[union-attr]
    found = re.search(r"""\{%-?\s*extends\s+["']([^"']+)["']""", source)
    return found[1] if found else ""


def template(kind: str, lang: str, house: House) -> Template:
    """A release type's template in a language: the house's own, else the type's, else what all types share.

    A type that is made of statements alone needs none of its own. Raises TemplateError.
    """
    own = house.newsroom.find("templates", "releases", kind)
    half = own is not None and [other for other in ("zh", "en") if (own / f"{other}.j2").is_file()]
    if half and lang not in half and not _has_own(kind, lang, house):
        raise TemplateError(
            "{kind}有{other}.j2，没有{lang}.j2；请补上",
            "{kind} has {other}.j2 and no {lang}.j2; write it, too",
            Place(str(own)),
            kind=kind,
            other=half[0],
            lang=lang,
        )
    return _found(["releases/" + kind, "releases/base"], "", kind, lang, house)


def _has_own(kind: str, lang: str, house: House) -> bool:
    """Whether the house, or one it extends, has its own template of a type."""
    find = house.newsroom.find
    return any(find("templates", "houses", name, kind, f"{lang}.j2") for name in house.names)


def statement(kind: str, lang: str, house: House) -> Template:
    """The template of a kind of statement: the house's own, else everybody's. Raises TemplateError."""
    return _found([f"statements/{kind}"], "statements/", kind, lang, house)


def _found(folders: list[str], own: str, kind: str, lang: str, house: House) -> Template:
    named = [f"houses/{name}/{own}{kind}" for name in house.names] + folders
    names = [f"{folder}/{lang}.j2" for folder in named]
    for name in names:
        path = house.newsroom.find("templates", *name.split("/"))
        if path:
            return Template(name, path, environment_of(_roots(house), bare=bool(own)))
    raise TemplateError(
        "{kind}没有{lang}模板；请补上这个文件",
        "{kind} has no template for {lang}; write this file",
        Place(names[-1]),
        kind=kind,
        lang=lang,
    )


def phrases(house: House, context: dict[str, Any]) -> dict[str, Any]:
    """The macros of the grammar for a writer's own words, which are no template."""
    return Grammar().macros(environment_of(_roots(house), bare=False), context)


def _roots(house: House) -> tuple[str, ...]:
    return tuple(str(root / "templates") for root in house.newsroom.folders)


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
