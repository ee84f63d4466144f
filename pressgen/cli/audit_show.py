"""pressgen audit show: the findings of an audit on the console, all of them or those that are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import click

from pressgen.cli.console import say, ui
from pressgen.errors import FileError, Place
from pressgen.reports.console import SEVERITIES
from pressgen.reports.excerpt import width
from pressgen.text import visible

_MATCHED = ("rule", "office", "author", "month", "document")


@click.command
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--rule",
    default="",
    metavar="PATTERN",
    help="Such as figure/mismatch, or 'figure/*'. · 如figure/mismatch，或'figure/*'。",
)
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "note"]),
    help="Only of this severity. · 只列这一级的问题。",
)
@click.option("--office", default="", metavar="PATTERN", help="Only of this office. · 只列这个单位的。")
@click.option("--author", default="", metavar="PATTERN", help="Only of this author. · 只列这位作者的。")
@click.option(
    "--month", default="", metavar="PATTERN", help="Such as 2023-07, or '2023-*'. · 如2023-07，或'2023-*'。"
)
@click.option(
    "--document",
    default="",
    metavar="PATTERN",
    help="Only documents with such a name. · 只列名称符合的稿件。",
)
@click.option(
    "--limit",
    default=50,
    type=click.IntRange(0),
    help="At most so many; 0 for all. · 最多列多少条；0为全部。",
)
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON, one finding per line. · 输出JSON，每行一个问题。"
)
def show(out: Path, severity: str | None, limit: int, as_json: bool, **patterns: str) -> int:
    """List the findings an audit left in a folder. A PATTERN may hold * and ?.

    列出稿件库检查的结果，可按规则、级别、单位、作者、月份、稿件筛选；筛选的名称里可用*和?。

    \b
    pressgen audit show out --severity error
    pressgen audit show out --rule 'figure/*' --office 商务局 --json --limit 0
    """
    shown = matched = 0
    for row in _rows(out / "findings.jsonl"):
        if not _meant(row, severity, patterns):
            continue
        matched += 1
        if limit and matched > limit:
            continue
        shown += 1
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else "\n".join(_lines(row)))
    if not matched:
        say("没有符合的问题", "no findings match")
    elif shown < matched:
        say("另有{n}处（--limit 0全部列出）", "{n} more (--limit 0 lists them)", n=matched - shown)
    return 0


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """The findings, a line at a time. Raises FileError where there are none of ours."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = json.loads(line)
                if not isinstance(row, dict) or "rule" not in row:
                    raise _foreign(Place(str(path), number))
                yield row
    except (FileNotFoundError, NotADirectoryError):
        raise FileError(
            "这里没有检查结果；请先运行pressgen audit 稿件文件夹 -o 结果文件夹",
            "there are no results here; first run: pressgen audit ARCHIVE -o DIR",
            Place(str(path.parent)),
        ) from None
    except ValueError:
        raise _foreign(Place(str(path))) from None


def _foreign(at: Place) -> FileError:
    return FileError(
        "不是检查结果；请重新运行pressgen audit", "is no result of an audit; run pressgen audit again", at
    )


def _meant(row: Mapping[str, Any], severity: str | None, patterns: Mapping[str, str]) -> bool:
    if severity and row["severity"] != severity:
        return False
    return all(not patterns[by] or fnmatchcase(row.get(by) or "", patterns[by]) for by in _MATCHED)


def _lines(row: Mapping[str, Any]) -> Iterator[str]:
    language = ui()
    severity = SEVERITIES[row["severity"]].say(language)
    about = " · ".join(visible(row[by]) for by in ("month", "office", "author") if row[by])
    yield "  ".join(filter(None, (_place(row, ""), severity, row["rule"], about)))
    yield f"  {visible(row[f'message_{language}'])}"
    yield from _quoted(row, "")
    if row["other_text"] is not None:
        yield f"  → {_place(row, 'other_')}"
        yield from _quoted(row, "other_")


def _place(row: Mapping[str, Any], prefix: str) -> str:
    line, block = row[f"{prefix}line"], row[f"{prefix}block"]
    place = (
        f":{line}:{row[f'{prefix}column'] or 1}" if line else f":¶{block + 1}" if block is not None else ""
    )
    return f"{visible(row[f'{prefix}file'] or '')}{place}"


def _quoted(row: Mapping[str, Any], prefix: str) -> Iterator[str]:
    before, text, after = (row[f"{prefix}{part}"] or "" for part in ("before", "text", "after"))
    if before or text or after:
        yield f"    {before}{text}{after}"
        yield "    " + " " * width(before) + "^" * max(1, width(text))
