"""pressgen check: drafts of one language or both, read as a revisor reads them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import click

from pressgen import api
from pressgen.api import Coverage
from pressgen.cli import drafts, mending
from pressgen.cli.console import error, input_bytes, jsonl_lines, rates_given, ui
from pressgen.cli.drafts import CheckedFiles
from pressgen.cli.files import is_event, paired, with_partners
from pressgen.cli.options import with_glossaries, with_house, with_rates
from pressgen.document import Release
from pressgen.errors import Place, PressgenError, UsageError
from pressgen.formats import known_suffix, read_bytes
from pressgen.house import House
from pressgen.reports import console
from pressgen.reports import json as json_report
from pressgen.source import real, unreadable


@click.command
@click.argument("files", metavar="FILE...", nargs=-1, type=click.Path(path_type=Path))
@with_house
@with_glossaries
@click.option(
    "--on",
    metavar="DATE",
    help="The day of the texts; else their own date. · 稿件是哪天的；不写就用稿件自己的日期。",
)
@with_rates
@click.option(
    "--report",
    "form",
    type=click.Choice(["console", "json", "sarif", "html", "github", "junit"]),
    default="console",
    help="How to report. · 报告的形式：控制台、JSON、SARIF或网页。",
)
@click.option(
    "--review",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Copies of Word files with comments and tracked fixes. · 另存带批注和修订的Word副本。",
)
@click.option(
    "--pair",
    is_flag=True,
    help="Also read the other language of each file, where it lies beside it."
    " · 旁边有另一种语言的稿件，也一并读入。",
)
@click.option(
    "--all", "everything", is_flag=True, help="List every note on the console. · 在控制台列出全部提示。"
)
@click.option(
    "--fix",
    is_flag=True,
    help="Make the safe fixes of Markdown and text files in them."
    " · 把有把握的改正直接写进Markdown和文本文件。",
)
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read {"id","zh","en","on"} per line, print {"id","findings"} per line.'
    ' · 每行读入{"id","zh","en","on"}，每行输出{"id","findings"}。',
)
def command(
    files: tuple[Path, ...],
    house: str,
    glossaries: tuple[Path, ...],
    on: str | None,
    rates: Path | None,
    form: str,
    review: Path | None,
    pair: bool,
    everything: bool,
    fix: bool,
    jsonl: bool,
) -> int:
    """Check drafts: names, figures, conversions, language, typography, and one language against the other.

    An event file is drafted and checked, and nothing is written.

    检查稿件：名称、数字、折算、语言、标点，以及中英文是否一致。两个文件名只差zh/en的稿件视为一对。事实文件也可检查：只成稿、不写出。

    \b
    pressgen check release.zh.docx release.en.docx --on 2023-07-18 --review out
    pressgen check drafts --report html > findings.html
    """
    opened = api.open_house(
        house, rates=rates_given(None, rates), glossaries=glossaries, on=api.day(on) if on else None
    )
    if jsonl and (fix or review):
        raise UsageError("--jsonl没有可修改的文件", "--jsonl has no files to change")
    if jsonl:
        return _rows(str(files[0]) if files else "-", opened)
    if not files:
        raise UsageError("请给出要检查的文件", "name the files to check")
    given = with_partners(files) if pair else files
    return _files(given, opened, _Wish(form, everything, bool(house), pair), review, fix=fix)


@dataclass(frozen=True, slots=True)
class _Wish:
    """How to report, whether with every note; whether a house was named; whether only names make a pair."""

    form: str
    everything: bool
    housed: bool = False
    named: bool = False


def _files(files: tuple[Path, ...], house: House, wish: _Wish, review: Path | None, *, fix: bool) -> int:
    texts = tuple(path for path in files if not is_event(path) or known_suffix(path.name))
    found = paired(texts, named=wish.named or len(texts) < len(files)) if texts else []
    groups = [own for group in found if (own := _without_copies(group, files, review))]
    read = _checked(groups, house)
    copies = mending.targets(files, read.files, review) if review else {}
    if fix and mending.fix(read.files, read.findings, copies=review is not None):
        read = _checked(groups, house)
    drafts.check([path for path in files if path not in texts], house, read, housed=wish.housed)
    if review:
        mending.review(copies, read.files, read.findings)
    for fault in read.bad if wish.form != "github" else ():
        error(fault.say(ui()))
    for remark in read.remarks:
        error(remark)
    if report := _report(wish, read):
        click.echo(report)
    return 2 if read.bad else int(any(finding.severity == "error" for finding in read.findings))


def _without_copies(group: list[Path], given: tuple[Path, ...], review: Path | None) -> list[Path]:
    """A folder that is walked may hold the copies of the last time."""
    if review is None or real(review) in {real(path) for path in given}:
        return group
    return [path for path in group if path in given or real(review) not in real(path).parents]


def _checked(groups: Sequence[list[Path]], house: House) -> CheckedFiles:
    read = CheckedFiles()
    for files, release in _releases(groups, read, house):
        judged = api.judge(release, house)
        read.findings += judged.findings
        read.files += files
        read.blocks += release.blocks
        read.coverage += api.coverage(release, house)
        read.remarks += [_accepted(len(judged.accepted))] * bool(judged.accepted)
        read.remarks += [_stale(entry.at, entry.rule) for entry in judged.stale]
    return read


def _releases(
    groups: Sequence[list[Path]], read: CheckedFiles, house: House
) -> Iterator[tuple[list[str], Release]]:
    """What can be read, and of which files; where one of a pair is bad, the other is checked alone."""
    for group in groups:
        readable: dict[str, Release] = {}
        for path in group:
            try:
                piped = str(path) == "-"
                readable[str(path)] = _standard_input() if piped else api.read(path, forms=house.forms)
            except (PressgenError, OSError) as fault:
                read.bad.append(fault if isinstance(fault, PressgenError) else unreadable(fault, path))
                read.coverage += Coverage(unread=(str(path),))
        if len({_language(release) for release in readable.values()}) == len(readable) > 0:
            yield list(readable), api.joined(list(readable.values()))
        else:
            yield from (([name], release) for name, release in readable.items())


def _language(release: Release) -> str:
    """The language most of a file is in: two files of one language are no pair."""
    return max(("zh", "en"), key=lambda lang: sum(len(b.text) for b in release.blocks if b.lang == lang))


@cache
def _standard_input() -> Release:
    """Text from a pipe, once read, as a plain text file."""
    return read_bytes(input_bytes(), "-", ".txt")


def _accepted(count: int) -> str:
    zh, en = f"已接受{count}处，不再列出", f"{count} accepted, not listed"
    return zh if ui() == "zh" else en


def _stale(at: Place, rule: str) -> str:
    zh = f"{at}: 提示：{rule}的这条接受已无对应问题；若已改好请删去，若属别的稿件请写明file"
    en = f"{at}: note: this acceptance of {rule} meets nothing; delete it, or name the file it is for"
    return zh if ui() == "zh" else en


def _report(wish: _Wish, read: CheckedFiles) -> str:
    if wish.form == "json":
        return json_report.report(read.findings, read.files, ui(), read.coverage)
    if wish.form != "console":
        return _for_others(wish.form, read)
    color, everything = sys.stdout.isatty(), wish.everything
    release = Release(tuple(read.blocks))
    return console.report(
        read.findings, release, ui(), color=color, everything=everything, coverage=read.coverage
    )


def _for_others(form: str, read: CheckedFiles) -> str:
    from pressgen.reports import github, html, junit, sarif  # noqa: PLC0415  # a terminal needs none of them

    if form == "sarif":
        return sarif.report(read.findings, ui(), read.coverage)
    if form == "github":
        return github.report(read.findings, ui(), read.coverage, read.bad)
    if form == "junit":
        return junit.report(read.findings, read.files, ui(), read.coverage, read.bad)
    return html.report(read.findings, Release(tuple(read.blocks)), ui(), read.coverage)


def _rows(name: str, house: House) -> int:
    """Each passage's findings as they are found; a line that cannot be used is named, the rest goes on."""
    code = 0
    dated = house
    for at, row in jsonl_lines(name, "id", texts=("zh", "en", "on")):
        try:
            if isinstance(row, PressgenError):
                raise row
            dated = dated.on_day(api.day(row["on"]) if row.get("on") else house.on)
            click.echo(_answer(row, dated))
        except PressgenError as fault:
            said = fault.say(ui())
            error(said if said.startswith(str(at)) else f"{at}: {said}")
            code = 2
    return code


def _answer(row: dict[str, Any], house: House) -> str:
    if not row.keys() & {"zh", "en"}:
        raise UsageError("没有zh，也没有en；至少写一个", "there is neither zh nor en; give one of them")
    release = api.passages(row.get("zh") or "", row.get("en") or "")
    shown = [json_report.finding(finding, ui()) for finding in api.check(release, house)]
    return json.dumps({"id": row["id"], "findings": shown}, ensure_ascii=False)
