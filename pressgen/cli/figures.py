"""pressgen figures: every figure of a text, with kind, value, unit, hedge, precision and place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import click

from pressgen import figures
from pressgen.cli.console import jsonl_rows, lang_of, listed, text_input, ui
from pressgen.cli.help import padded
from pressgen.figures import Figure, Language


@click.command
@click.argument("file", default="-")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="The text's language; else told by its script. · 文字是哪种语言；不写就自行判断。",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON. · 输出JSON。")
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read {"id","lang","text"} per line, print {"id","figures"} per line.'
    ' · 每行读入{"id","lang","text"}，每行输出{"id","figures"}。',
)
def command(file: str, lang: Language | None, as_json: bool, jsonl: bool) -> None:
    """List the figures of a text in either language.

    列出文中的数字：种类、数值、单位、约数词、精度和位置。

    \b
    pressgen figures release.md
    echo 总额2405.72亿元，增长25.48% | pressgen figures - --json
    """
    if jsonl:
        for row in jsonl_rows(file, "id", "text", texts=("text", "lang")):
            spoken: Language = row["lang"] if row.get("lang") in ("zh", "en") else lang_of(row["text"])
            of_row = figures.find(row["text"], spoken)
            click.echo(
                json.dumps({"id": row["id"], "figures": [f.as_json() for f in of_row]}, ensure_ascii=False)
            )
        return
    text = text_input(file)
    found = list(_of_lines(text, lang))
    if as_json:
        click.echo(
            json.dumps({"figures": [figure.as_json() for _, figure in found]}, ensure_ascii=False, indent=2)
        )
        return
    for line, figure in found:
        listed(f"{line:>5}  {padded(_said(figure.kind), 9)} {padded(_value(figure), 26)} {figure.text}")


def _of_lines(text: str, lang: Language | None) -> Iterator[tuple[int, Figure]]:
    """Each line's figures in its own language, with line numbers; positions count from the text's start."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        for figure in figures.find(line, lang or lang_of(line)):
            yield number, replace(figure, start=figure.start + start, end=figure.end + start)
        start += len(line) + 1


def _value(figure: Figure) -> str:
    written = figure.as_json()
    span = f"{written['low']}–{written['high']}" if "high" in written else str(written["value"])
    return " ".join(filter(None, (_said(figure.modifier), span, figure.unit)))


_CHINESE = {
    "money": "金额", "number": "数目", "percent": "百分比", "points": "百分点", "multiple": "倍数",
    "fraction": "分数", "ordinal": "序数", "date": "日期", "period": "时段", "time": "时刻",
    "quantity": "数量", "over": "超过", "nearly": "接近", "about": "约", "at_least": "至少",
    "at_most": "至多", "vague": "约数",
}  # fmt: skip
"""Kinds of figure and hedges as a list in Chinese names them; JSON keeps its own words."""


def _said(word: str) -> str:
    return _CHINESE.get(word, word) if ui() == "zh" else word
