"""pressgen audit: the checks over a whole archive, and what they left looked through on the console."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import click

from pressgen import api
from pressgen.audit import LIMIT, OVERVIEW, Audit, Order
from pressgen.audit.rows import COLUMNS
from pressgen.cli.audit_show import show
from pressgen.cli.console import error, rates_given, say, ui
from pressgen.cli.options import with_glossaries, with_house, with_rates
from pressgen.errors import UsageError, Wording, series

_MINUTE = 60.0
_BLINK = 0.5
"""Seconds between two lines of progress: where nobody watches, and on a terminal."""


class _Command(click.Group):
    """``show`` is a command of its own; anything else is an archive."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """``audit show OUT``, else ``audit run ARCHIVE`` with ``run`` left unsaid."""
        if args[0] not in self.commands:
            args = ["run", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Options before the archive are those of the run."""
        if args and args[0].startswith("-") and args[0] not in ("-h", "--help"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Command)
def command() -> None:
    """Check a whole archive (the word run may be left out), look through what was found (show).

    检查整个稿件库（run可省略），查看结果（show）。

    \b
    pressgen audit archive.zip -o out
    pressgen audit show out --severity error --rule 'figure/*'
    """


@command.command
@click.argument("archive", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path),
    help="Where the results go. · 结果放到哪个文件夹。",
)
@with_house
@with_glossaries
@click.option(
    "--on",
    metavar="DATE",
    help="The day of all texts; else each one's own. · 全部稿件是哪天的；不写就用各自的日期。",
)
@with_rates
@click.option(
    "--pairs",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A table (CSV) of which files are a pair: columns zh and en; day, office, author too."
    " · 写明哪些文件是一对的CSV表：zh、en两列；也可有日期、单位、作者。",
)
@click.option(
    "--column",
    "columns",
    metavar="WHAT=NAME",
    multiple=True,
    help="Which column of a table holds what. · 表里哪一列是什么。",
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1),
    help="Processes, no more than there are cores; else what suits."
    " · 用几个进程，不超过处理器核数；不写就按需要。",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    default="",
    envvar="PRESSGEN_SCHEDULER",
    help="Dask's: tcp://…, tls://…, or local for a cluster started here."
    " · Dask的地址：tcp://…、tls://…；写local就在本机启动。",
)
@click.option(
    "--time-limit",
    "limit",
    metavar="S",
    default=LIMIT,
    type=click.FloatRange(0.1),
    help="Seconds a document may take. · 一篇最多用多少秒。",
)
def run(
    archive: Path,
    out: Path,
    house: str,
    glossaries: tuple[Path, ...],
    on: str | None,
    rates: Path | None,
    pairs: Path | None,
    columns: tuple[str, ...],
    jobs: int | None,
    scheduler: str,
    limit: float,
) -> int:
    """Check every document and pair of a folder, ZIP, TAR, JSONL or Parquet file.

    Writes findings.parquet, findings.jsonl, documents.parquet and overview.html. The same command again
    does only what is missing or changed, however the last one ended.

    检查稿件库里的每篇、每对稿件，写出结果表和总览页。中断后再运行同一命令，只做没做完和改过的。

    \b
    pressgen audit drafts -o out --house foshan-news
    pressgen audit pairs.parquet -o out --column zh=body_zh --column en=body_en --jobs 4
    pressgen audit archive.tar.gz -o out --scheduler tcp://10.0.0.5:8786
    """
    opened = api.open_house(
        house, rates=rates_given(None, rates), glossaries=glossaries, on=api.day(on) if on else None
    )
    most = os.cpu_count() or 1
    order = Order(pairs, _named(columns), jobs and min(jobs, most), scheduler, limit)
    language = ui()
    audit = api.audit(
        archive, opened, out, order, say=lambda fault: error(fault.zh if language == "zh" else fault.en)
    )
    with _progress() as step:
        for done, _ in enumerate(audit, 1):
            step(done, audit.ready, audit.total)
    _tell(audit, out)
    return 2 if audit.summary.faults else int(audit.summary.errors > 0)


def _named(columns: tuple[str, ...]) -> Mapping[str, str]:
    """What was said to stand in which column. Raises UsageError."""
    named = dict(column.split("=", 1) for column in columns if "=" in column)
    for column in columns:
        what = column.split("=", 1)[0]
        if what not in COLUMNS or "=" not in column:
            raise UsageError(
                "--column应写成zh=列名；可用：{known}",
                "--column is written zh=NAME; there are {known}",
                known=series(COLUMNS),
            )
    return named


class _Clock:
    """How far an audit is: a line that changes on a terminal, a line a minute elsewhere."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._start = time.monotonic()
        self._last = self._start if not self._terminal else 0.0
        self._shown = False

    def step(self, done: int, ready: int, total: int) -> None:
        """So many are done, so many of them before this run."""
        now = time.monotonic()
        if now - self._last < (_BLINK if self._terminal else _MINUTE):
            return
        self._last = now
        rate = (done - ready) / (now - self._start)
        rest = timedelta(seconds=round((total - done) / rate)) if rate else "–"
        zh = f"{done:,}/{total:,}，每秒{rate:.1f}，还需{rest}"
        en = f"{done:,} of {total:,}, {rate:.1f} a second, {rest} left"
        line = zh if ui() == "zh" else en
        click.echo(f"\r\x1b[K{line}" if self._terminal else line, err=True, nl=not self._terminal)
        self._shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._terminal and self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)


@contextmanager
def _progress() -> Iterator[Callable[[int, int, int], None]]:
    clock = _Clock()
    try:
        yield clock.step
    finally:
        clock.end()


def _tell(audit: Audit, out: Path) -> None:
    """What came of it, in the end."""
    found = audit.summary
    if found.others:
        others = sorted(found.others.items())[:12]
        kinds = Wording(
            "、".join(f"{suffix}（{count}）" for suffix, count in others),
            ", ".join(f"{suffix} ({count})" for suffix, count in others),
        )
        say("不是稿件，未检查：{kinds}", "no texts, not checked: {kinds}", kinds=kinds)
    if audit.ready:
        say("其中{n}篇（对）上次已检查", "{n} of them were checked before", n=audit.ready)
    say(
        "共{n}篇（对），{faulty}篇有错误：{errors}处错误，{warnings}处警告，{notes}处提示",
        "{n} documents and pairs, {faulty} with errors: {errors} errors, {warnings} warnings, {notes} notes",
        n=found.documents,
        faulty=found.faulty,
        errors=found.errors,
        warnings=found.warnings,
        notes=found.notes,
    )
    click.echo(out / OVERVIEW)


command.add_command(show)
