"""pressgen statements: the kinds of statement a story may have, and how each is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from pressgen import api
from pressgen.cli.console import say, ui
from pressgen.cli.help import padded
from pressgen.cli.named import kind_named, type_named
from pressgen.errors import UI, Wording
from pressgen.events import Field
from pressgen.events.cases import Case, cases
from pressgen.events.fields import Kind
from pressgen.house import open_newsroom

_WIDTH = 20
KINDS_ZH: Mapping[Kind, str] = {
    "figure": "数", "money": "金额", "count": "个数", "number": "数目", "percent": "百分比",
    "points": "百分点", "change": "变化", "multiple": "倍数", "ordinal": "序数", "date": "日期",
    "datetime": "时间", "period": "时段", "mark": "成绩", "name": "名称", "names": "名称列表",
    "text": "文字", "cells": "单元格", "word": "代号", "choice": "选项", "phone": "电话",
    "email": "邮箱", "website": "网址", "photo": "照片", "rate": "汇率", "group": "一组",
    "list": "列表", "people": "人员", "credits": "署名", "same": "同类", "fact": "引用",
    "statement": "陈述", "statements": "陈述列表", "story": "稿件顺序",
}  # fmt: skip
"""What each kind of field is in Chinese, as the page on event files has it."""
_NEEDED = Wording(
    "* 必填。字段的写法见docs/events.zh.md。", "* needed. How fields are written: docs/events.md."
)


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
        click.echo(f"{name:<{_WIDTH}} {label}: {_of(declared.help, ui())}")
    say(
        "pressgen statements 名称：怎么写、印出来是什么",
        "pressgen statements KIND: how to write it, what it prints",
    )


def shown(kind: Field, lang: UI, *, every: bool) -> Iterator[str]:
    """One kind: what it is called, its fields, examples."""
    assert kind.statement is not None  # noqa: S101  # a kind of statement is declared by one
    yield f"{kind.name} · {kind.label.zh} · {kind.label.en}"
    yield _of(kind.help, lang)
    yield ""
    yield from _fields(kind.fields, lang, "  ")
    yield f"  {_of(_NEEDED, lang)}"
    found = cases(kind.statement.folder)
    for case in found if every else found[:1]:
        yield from _example(case)


def _fields(fields: Mapping[str, Field], lang: UI, indent: str) -> Iterator[str]:
    for name, field in fields.items():
        head = f"{indent}{name}{'*' if field.required else ''}"
        kind = padded(KINDS_ZH[field.kind] if lang == "zh" else field.kind, 10)
        about = f"{_of(field.label, lang)}: {_of(field.help, lang)}{_choices(field, lang)}"
        yield f"{head:<{_WIDTH}} {kind} {about}"
        yield from _fields(field.fields, lang, f"{indent}  ")


def _choices(field: Field, lang: UI) -> str:
    """The words to choose from as a file may say them, which in Chinese is either."""
    if not field.choices:
        return ""
    if lang == "en":
        return f" ({' | '.join(field.choices)})"
    return f"（{' | '.join(f'{label.zh} {word}' for word, label in field.choices.items())}）"


def _example(case: Case) -> Iterator[str]:
    yield ""
    yield case.event
    yield f"zh  {case.zh}"
    yield f"en  {case.en}"


def _of(wording: Wording, lang: UI) -> str:
    return wording.zh if lang == "zh" else wording.en
