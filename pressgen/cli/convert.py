"""pressgen convert: one sum in both languages with its conversion, or the bracketed sums of a whole draft."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen import api, outbox
from pressgen.cli.console import error, rates_given, show_rate, text_input, ui
from pressgen.cli.options import with_rates
from pressgen.errors import FileError, Place, UsageError, Wording
from pressgen.figures.convert_text import Change
from pressgen.formats import LINES, endings
from pressgen.house import House
from pressgen.source import bytes_of, exists, real

_PAGES = endings(".html")
_FILES = (".docx", *LINES, *_PAGES)


@click.command
@click.argument("what", metavar="TEXT|FILE")
@click.option("--to", default="USD", help="The currency to convert into. · 折算成哪种货币。")
@click.option("--on", metavar="DATE", help="The day whose rate is used. · 用哪天的汇率。")
@click.option(
    "--rate",
    metavar="R",
    help="Yuan for one unit of the currency, whatever the day. · 一单位外币合多少元人民币，不论哪天。",
)
@with_rates
@click.option("--house", default="", help="Whose style. · 用哪个单位的样式。")
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="The file to write a converted draft to. · 折算后的稿件写到哪个文件。",
)
def command(
    what: str, to: str, on: str | None, rate: str | None, rates: Path | None, house: str, out: Path | None
) -> int:
    """Convert a sum, or add and correct the bracketed conversions of a draft (.docx, .md, .txt, .html).

    折算一笔金额，或为整篇稿件补上、改正括号里的折算。

    \b
    pressgen convert 2405.72亿元 --on 2023-07-14
    pressgen convert release.md --on 2023-07-18 -o release.usd.md
    """
    to = api.currency(to)
    opened = api.open_house(
        house, rates=rates_given(rate, rates, to if to != "CNY" else "USD"), on=api.day(on) if on else None
    )
    if exists(what) or what.lower().endswith(_FILES):
        return _draft(Path(what), to, opened, out)
    _sum(what, to, opened)
    return 0


def _sum(text: str, to: str, house: House) -> None:
    exchange = api.exchange(text, house, to)
    click.echo(exchange.zh)
    click.echo(exchange.en)
    show_rate(exchange.rate)


def _draft(path: Path, to: str, house: House, out: Path | None) -> int:
    name = path.name.lower()
    if name.endswith(".docx"):
        return _word(path, to, house, out)
    if name.endswith(_PAGES):
        result = api.convert_page(bytes_of(path), str(path), house, to)
    elif name.endswith(LINES):
        result = api.convert(text_input(str(path)), house, to)
    else:
        raise FileError(
            "convert只改.docx、.md、.txt和.html",
            "convert changes .docx, .md, .txt and .html files",
            Place(str(path)),
        )
    _account(path, result)
    if out:
        outbox.put(out, result.text.encode())
        click.echo(out)
    else:
        click.echo(result.text, nl=False)
    return 0


def _word(path: Path, to: str, house: House, out: Path | None) -> int:
    if out is None or real(out) == real(path):
        raise UsageError(
            "Word文件请用-o给出另一个文件名，折算以修订形式写在副本里",
            "name another file with -o: the conversions of a Word file are tracked changes in a copy",
        )
    reviewed, result = api.convert_word(bytes_of(path), str(path), house, ui(), to)
    _account(path, result)
    outbox.put(out, reviewed.data)
    click.echo(out)
    return 0


def _account(path: Path, result: api.Converted) -> None:
    for place, change in result.changes:
        error(f"{path}:{place}: {_said(change)}")


_WHAT = {
    "added": Wording("{old}：补上{new}（{rate}）", "{old}: added {new} ({rate})"),
    "corrected": Wording("{old}：改为{new}（{rate}）", "{old}: corrected to {new} ({rate})"),
    "left": Wording("{old}：未动，{why}", "{old}: left, {why}"),
}


def _said(change: Change) -> str:
    return _WHAT[change.what].say(
        ui(), old=change.figure.text, new=change.new.strip(), rate=change.rate, why=change.why
    )
