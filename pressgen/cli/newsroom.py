"""pressgen new, types, houses, schema: what a newsroom has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click

from pressgen import api, outbox
from pressgen.archive import SPREADSHEETS
from pressgen.cli.console import say, ui
from pressgen.cli.named import NEEDED, WIDTH, in_language, kind_named, listed, type_named
from pressgen.errors import UI, FileError, Place, UsageError, Wording
from pressgen.events import Fields
from pressgen.events.form import blank
from pressgen.events.schema import schema as json_schema
from pressgen.house import Newsroom, open_newsroom

WORKBOOK = ".xlsx"
_EVENTS = (".yaml", ".yml")


@click.command
@click.argument("type_name", metavar="TYPE")
@click.option(
    "-o",
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to write it; else it is printed, a form named after the type."
    " · 写到哪个文件；不写就显示出来，Excel表以稿件类型为名。",
)
@click.option(
    "--xlsx",
    "as_form",
    is_flag=True,
    help="An Excel form, blank, with examples beside. · 空白的Excel表，旁边有例子。",
)
@click.option(
    "--filled", is_flag=True, help="The Excel form with the example filled in. · 填好例子的Excel表。"
)
@click.option(
    "--kinds",
    metavar="KIND,…",
    default="",
    help="Kinds of statement that also have sheets in the Excel form, or all."
    " · Excel表里还要给哪些陈述留工作表；all为全部。",
)
def new(type_name: str, out: Path | None, as_form: bool, filled: bool, kinds: str) -> None:
    """Write an event file of a release type, with comments, to fill in. It drafts as it stands.

    新建事实文件：带注释，改完即可生成稿件。编辑器会按同名的schema提示字段。--xlsx给出Excel表，供只用Excel的同事填写。

    \b
    pressgen new investment-promotion -o event.yaml
    pressgen new investment-promotion --xlsx -o suzhou.xlsx
    pressgen new investment-promotion --xlsx --kinds agreements,talks
    """
    newsroom = open_newsroom(Path.cwd())
    fields = type_named(type_name, api.types(newsroom))
    if as_form or filled or (out and out.suffix.lower() in SPREADSHEETS):
        form = api.form(fields.type, newsroom, filled=filled, kinds=_kinds(newsroom, kinds))
        _write_form(form, out or Path(f"{type_name}{WORKBOOK}"))
        return
    if kinds:
        raise UsageError("--kinds只用于Excel表；请加--xlsx", "--kinds is for the Excel form; add --xlsx")
    if out and out.suffix.lower() not in _EVENTS:
        raise UsageError(
            "事实文件以.yaml结尾，Excel表以.xlsx结尾；请改成{example}",
            "an event file ends in .yaml, an Excel form in .xlsx; name it {example}",
            Place(str(out)),
            example=out.with_suffix(".yaml").name,
        )
    if out is None:
        click.echo(blank(fields, house=newsroom.house), nl=False)
        return
    _refuse_to_replace(out)
    described = out.with_name(f"{fields.type}.schema.json")
    files = {
        described.name: _schema_text(fields).encode(),
        out.name: blank(fields, described.name, newsroom.house).encode(),
    }
    with outbox.held(out.parent):
        outbox.settle(out.parent)
        outbox.together(out.parent, out.stem, files)
    say(
        "旁边的{schema}供编辑器提示和检查字段，不用改；填好后：pressgen draft {out}",
        "{schema} beside it lets editors prompt and check; leave it as it is. Next: pressgen draft {out}",
        schema=described.name,
        out=out,
    )
    click.echo(out)


def _kinds(newsroom: Newsroom, given: str) -> list[str]:
    """The kinds of statement that are named, by name or label, or all."""
    kinds = api.types(newsroom).statements
    words = [word.strip() for word in re.split("[,，、]", given) if word.strip()]
    return list(kinds) if words == ["all"] else [kind_named(word, kinds) for word in words]


def _write_form(form: bytes, out: Path) -> None:
    if out.suffix.lower() != WORKBOOK:
        raise UsageError(
            "Excel表的文件名以.xlsx结尾，如{example}",
            "the name of an Excel form ends in .xlsx, such as {example}",
            example=out.with_suffix(WORKBOOK),
        )
    _refuse_to_replace(out)
    outbox.put(out, form)
    click.echo(out)


def _refuse_to_replace(out: Path) -> None:
    if out.exists():
        raise FileError(
            "文件已存在，未覆盖；请换一个名字",
            "there is such a file, it is kept; choose another name",
            Place(str(out)),
        )


@click.command
@click.argument("type_name", metavar="[TYPE]", required=False)
def types(type_name: str | None) -> None:
    """List the release types there are; with TYPE, the parts of its story and its fields.

    列出稿件类型；写上一种（如festival或文旅节庆），给出它的组成部分（story里用的名字）和字段。

    \b
    pressgen types
    pressgen types investment-promotion
    """
    known = api.types(open_newsroom(Path.cwd()))
    if type_name:
        click.echo("\n".join(_shown(type_named(type_name, known), ui())))
        return
    for name, fields in known.items():
        click.echo(f"{name:<24} {fields.label.zh} · {fields.label.en}")


_PARTS = Wording(
    "稿件的组成部分，依次为（story里用这些名字；rest指其余未点名的部分）：",
    "Parts, in their order (story: names them; rest stands for all it does not name):",
)
_FIELDS = Wording("字段：", "Fields:")


def _shown(fields: Fields, lang: UI) -> Iterator[str]:
    """One type: what it is called, the parts its story may name, its fields."""
    yield f"{fields.type} · {fields.label.zh} · {fields.label.en}"
    yield ""
    yield in_language(_PARTS, lang)
    for name in fields.parts:
        yield f"  {name:<{WIDTH}} {in_language(fields.label_of(name), lang)}"
    yield ""
    yield in_language(_FIELDS, lang)
    yield from listed(fields.fields, lang, "  ")
    yield f"  {in_language(NEEDED, lang)}"


@click.command
def houses() -> None:
    """List the houses there are.

    列出发布单位样式。
    """
    newsroom = open_newsroom(Path.cwd())
    for name in ("base", *newsroom.houses):
        title = api.open_house(name, newsroom).style.title
        click.echo(f"{name:<24} {title.zh} · {title.en}")


@click.command
@click.argument("type_name", metavar="TYPE")
def schema(type_name: str) -> None:
    """Print the JSON Schema of a type's event files, for editors.

    输出事实文件的JSON Schema，供编辑器提示和检查。

    \b
    pressgen schema expo-attendance > expo-attendance.schema.json
    """
    click.echo(_schema_text(type_named(type_name, api.types(open_newsroom(Path.cwd())))), nl=False)


def _schema_text(fields: Fields) -> str:
    return json.dumps(json_schema(fields), ensure_ascii=False) + "\n"
