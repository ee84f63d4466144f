"""pressgen statements: the kinds of statement a story may have, and how each is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from pressgen import api
from pressgen.cli.console import say, ui
from pressgen.cli.named import NEEDED, WIDTH, in_language, kind_named, listed, type_named
from pressgen.errors import UI
from pressgen.events import Field
from pressgen.events.cases import Case, cases
from pressgen.house import open_newsroom


@click.command
@click.argument("kind", required=False)
@click.option(
    "--type",
    "type_name",
    metavar="TYPE",
    help="Only the kinds that go with a release type. · 只列某类稿件常用的陈述。",
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="With KIND: every example there is, not only the first."
    " · 同陈述名称连用：列出全部例子，不只第一个。",
)
def command(kind: str | None, type_name: str | None, every: bool) -> None:
    """List the kinds of statement; with KIND, its fields, an example and what that prints in both languages.

    列出陈述的种类；写上一种（如share或占比），给出它的字段、例子和印出来的中英文句子。

    \b
    pressgen statements
    pressgen statements --type investment-promotion
    pressgen statements share
    """
    types = api.types(open_newsroom(Path.cwd()))
    if kind:
        click.echo("\n".join(shown(types.statements[kind_named(kind, types.statements)], ui(), every=every)))
        return
    names = list(types.statements)
    if type_name:
        names = type_named(type_name, types).fitting
    for name in names:
        declared = types.statements[name]
        label = f"{declared.label.zh} · {declared.label.en}"
        click.echo(f"{name:<{WIDTH}} {label}: {in_language(declared.help, ui())}")
    say(
        "pressgen statements 名称：怎么写、印出来是什么",
        "pressgen statements KIND: how to write it, what it prints",
    )


def shown(kind: Field, lang: UI, *, every: bool) -> Iterator[str]:
    """One kind: what it is called, its fields, examples."""
    assert kind.statement is not None  # noqa: S101  # a kind of statement is declared by one
    yield f"{kind.name} · {kind.label.zh} · {kind.label.en}"
    yield in_language(kind.help, lang)
    yield ""
    yield from listed(kind.fields, lang, "  ")
    yield f"  {in_language(NEEDED, lang)}"
    found = cases(kind.statement.folder)
    for case in found if every else found[:1]:
        yield from _example(case)


def _example(case: Case) -> Iterator[str]:
    yield ""
    yield case.event
    yield f"zh  {case.zh}"
    yield f"en  {case.en}"
